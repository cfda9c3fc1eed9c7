#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include <maillage/formats/csv_reader.hpp>
#include <maillage/formats/header.hpp>
#include <maillage/formats/loading.hpp>
#include <maillage/formats/words.hpp>

namespace maillage::formats {

/// A cell as its type reads it.
struct Value {
    std::string_view text;   ///< Trimmed; empty when the cell is empty or the column absent.
    std::uint32_t cell = 0;  ///< Position in the record.
    bool known = false;      ///< The typed value below was read.
    bool in_record = false;  ///< The file has the column.
    WordReading word;        ///< Type word and open_word.
    Table table = Table::territories;  ///< The table that a reference leads to.
    std::uint32_t index = 0;           ///< Row of a reference, theme, 1 or 0 for yes or no.
    double number = 0;
    base::Date date;
    std::uint32_t list_begin = 0, list_end = 0;  ///< Of the rows or themes of a list.
};

/// A column of the table being read.
struct Slot {
    std::uint32_t column;
};

/// What a complaint fills its message with.
using Words = std::vector<std::string>;

/// Reads one table of the dataset: each row typed by the schema, every defect an issue.
///
///     TableReader table(loading, Table::supports);
///     const Slot provider = table.slot("provider");
///     while (table.next())
///         if (table.accept()) keep(table.reference<ActorId>(provider));
class TableReader {
  public:
    TableReader(Loading& loading, Table table);

    /// The next row, typed; false at the end, when what was counted has been reported.
    [[nodiscard]] bool next();
    /// Closes a row: true when it is sound. Rows that have an id are registered, sound or not.
    [[nodiscard]] bool accept();

    /// A column the schema does not have is read as absent.
    [[nodiscard]] Slot slot(std::string_view column) const;
    [[nodiscard]] bool reads(Slot slot) const { return values_[slot.column].in_record; }
    /// The file is there and its header says all that is needed.
    [[nodiscard]] bool readable() const { return reader_ && reader_->usable() && header_.complete; }
    [[nodiscard]] bool edge_list() const { return edge_list_; }

    [[nodiscard]] const Value& operator[](Slot slot) const { return values_[slot.column]; }
    [[nodiscard]] std::span<const std::uint32_t> list(Slot slot) const {
        const Value& value = values_[slot.column];
        return {lists_.data() + value.list_begin, lists_.data() + value.list_end};
    }
    template <class Id>
    [[nodiscard]] Id reference(Slot slot) const {
        return values_[slot.column].known ? Id{values_[slot.column].index} : Id{};
    }
    template <class Id>
    [[nodiscard]] std::vector<Id> references(Slot slot) const {
        std::vector<Id> ids;
        for (const std::uint32_t index : list(slot)) ids.push_back({index});
        return ids;
    }
    template <class Enumeration>
    [[nodiscard]] Enumeration word(Slot slot, Enumeration fallback) const {
        const Value& value = values_[slot.column];
        return value.known ? static_cast<Enumeration>(value.word.index) : fallback;
    }
    [[nodiscard]] std::optional<bool> yes_no(Slot slot) const {
        const Value& value = values_[slot.column];
        return value.known ? std::optional(value.index == 1) : std::nullopt;
    }
    [[nodiscard]] std::optional<double> number(Slot slot) const {
        const Value& value = values_[slot.column];
        return value.known ? std::optional(value.number) : std::nullopt;
    }
    [[nodiscard]] base::Date date(Slot slot) const { return values_[slot.column].date; }
    /// The text, kept as long as the dataset.
    [[nodiscard]] std::string_view keep(Slot slot) {
        return loading_.draft.data.text.keep(values_[slot.column].text);
    }

    /// The themes of a cell, once its row is known to be sound.
    [[nodiscard]] std::vector<model::ThemeId> themes(Slot slot);

    /// Gives the row an id when the file has none.
    void set_id(std::string_view id);
    [[nodiscard]] std::uint32_t line() const { return line_; }
    [[nodiscard]] Cell place(Slot slot) const;
    /// An error leaves the row out.
    void complain(base::Severity severity, std::string_view code, Slot slot, Words words,
                  Words help = {});
    void complain_at(const Cell& place, base::Severity severity, std::string_view code, Words words,
                     Words help = {});
    /// At the first line it is met, with the number of lines as last word.
    void complain_once(const Cell& place, base::Severity severity, std::string_view code, Slot slot,
                       std::string_view key, Words words, Words help = {});
    /// Counts one more line of a complaint already made; false when there is none yet.
    [[nodiscard]] bool met_again(std::string_view code, Slot slot, std::string_view key);
    /// Reports what was counted so far; `next` does at the end.
    void report_counted();

    /// Finds the row of one id; nothing, and an issue, when there is none.
    [[nodiscard]] std::optional<std::pair<Table, std::uint32_t>> resolve(Slot slot,
                                                                         std::string_view text,
                                                                         const Cell& place);

  private:
    struct Counted {
        base::Issue issue;
        std::uint64_t lines = 0;
    };
    using CountedKey = std::tuple<std::string_view, std::uint32_t, std::string>;

    Loading& loading_;
    Table table_;
    const TableSchema& schema_;
    std::string file_;
    std::optional<CsvReader> reader_;
    Header header_;
    bool edge_list_ = false;
    std::vector<std::string> headers_;  ///< As written, per column of the schema.
    std::vector<WordReader> words_;     ///< Per column of the schema.
    std::vector<Value> values_;         ///< Per column of the schema, and an absent one.
    std::vector<std::uint32_t> lists_;
    const std::vector<Cell>* record_ = nullptr;
    std::uint32_t line_ = 0;
    std::uint32_t accepted_ = 0;
    bool sound_ = true;
    std::optional<std::uint32_t> id_;  ///< Column `id` of the schema.
    std::string made_id_;              ///< By `set_id`.
    std::map<CountedKey, Counted> counted_;

    void open();
    void learn_words();
    void close();
    [[nodiscard]] bool check_id();
    void check_period();
    [[nodiscard]] std::uint64_t content() const;
    [[nodiscard]] bool may_be_person();
    [[nodiscard]] base::Issue issue_at(const Cell& place, base::Severity severity,
                                       std::string_view code, Words words, Words help);

    // cells.cpp
    void read_cell(std::uint32_t column);
    void read_id(Slot slot, Value& value);
    void read_name(Slot slot, const Value& value);
    void read_date(Slot slot, Value& value);
    void read_number(Slot slot, Value& value);
    void read_yes_no(Slot slot, Value& value);
    void read_word(Slot slot, Value& value);
    void read_url(Slot slot, const Value& value);
    void read_official_id(Slot slot, const Value& value);
    void read_list(Slot slot, Value& value);
    void read_reference(Slot slot, Value& value);
    [[nodiscard]] const WordReading* known_word(Slot slot, std::string_view text);

    // references.cpp
    [[nodiscard]] std::uint32_t free_row(Table target, std::string_view text, const Cell& place);
    void report_unknown(Slot slot, std::string_view text, const Cell& place,
                        std::span<const Table> tables);
    void report_refused(Slot slot, std::string_view text, const Cell& place, Table target,
                        std::uint32_t entry);
    void report_unreadable(Slot slot, const Cell& place, Table target);
    void say_how(Slot slot, std::string_view text, const Cell& place, const Resolution& found,
                 Table target);
};

/// Without the spaces around, no-break and zero width ones too.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace maillage::formats
