#include <algorithm>
#include <array>
#include <optional>

#include <maillage/base/text.hpp>
#include <maillage/formats/header.hpp>
#include <maillage/formats/words.hpp>

namespace maillage::formats {

namespace {

using base::Issue;
using base::Severity;

/// Columns that hold how to reach a person. They are never kept.
constexpr std::array<std::string_view, 17> personal{
    "email",     "mail",        "courriel",      "adressemail",     "adresseemail",
    "telephone", "tel",         "telephonefixe", "portable",        "mobile",
    "phone",     "phonenumber", "datenaissance", "datedenaissance", "birthdate",
    "naissance", "fax"};

/// Columns that serve as ids when there is no `id`; those that are identifiers of their own first.
constexpr std::array<std::string_view, 5> stand_ins{"siren", "siret", "rna", "code", "name"};
constexpr std::size_t silent_stand_ins = 3;

bool is_personal(std::string_view key) {
    return std::ranges::find(personal, key) != personal.end();
}

class Matcher {
  public:
    Matcher(std::span<const Cell> cells, const HeaderOptions& options, base::Issues& issues)
        : cells_(cells),
          options_(options),
          issues_(issues),
          taken_(cells.size(), false),
          cell_of_(options.schema.columns.size()) {
        for (const Cell& cell : cells) keys_.push_back(base::word_key(cell.text));
    }

    Header match() {
        refuse_twins();
        take_renamed();
        for (std::uint32_t column = 0; column < cell_of_.size(); ++column) take(column);
        turn_source_into_from();
        find_id();
        Header header;
        header.complete = nothing_missing();
        report_the_rest();
        header.personal = !personal_found_.empty();
        for (std::uint32_t column = 0; column < cell_of_.size(); ++column)
            if (cell_of_[column]) header.read.push_back({*cell_of_[column], column});
        std::ranges::stable_sort(header.read, {}, &ReadColumn::cell);
        return header;
    }

  private:
    std::span<const Cell> cells_;
    const HeaderOptions& options_;
    base::Issues& issues_;
    std::vector<std::string> keys_;
    std::vector<bool> taken_;
    std::vector<std::optional<std::uint32_t>> cell_of_;
    std::vector<std::string> personal_found_;

    [[nodiscard]] const Column& column(std::uint32_t at) const {
        return options_.schema.columns[at];
    }

    void add(Severity severity, base::Message message, std::optional<std::uint32_t> cell = {}) {
        Issue issue{severity, std::move(message), std::string(options_.file), {}, 1, 0, {}};
        if (!cells_.empty()) issue.line = cells_.front().line;
        if (cell) issue.column = cells_[*cell].column;
        issues_.add(std::move(issue));
    }

    /// Two headers that differ at most by case, accents or spaces.
    void refuse_twins() {
        std::map<std::string_view, std::uint32_t> first;
        for (std::uint32_t i = 0; i < keys_.size(); ++i) {
            if (keys_[i].empty()) continue;
            const auto [place, added] = first.try_emplace(keys_[i], i);
            if (added) continue;
            add(Severity::error,
                {"E102", {header(i), header(place->second), std::to_string(place->second + 1)}, {}},
                i);
            taken_[i] = true;
        }
    }

    [[nodiscard]] std::string header(std::uint32_t cell) const {
        return base::excerpt_of(cells_[cell].text);
    }

    std::optional<std::uint32_t> find(std::string_view name) const {
        const std::string key = base::word_key(name);
        for (std::uint32_t i = 0; i < keys_.size(); ++i)
            if (!taken_[i] && keys_[i] == key) return i;
        return std::nullopt;
    }

    void give(std::uint32_t column, std::uint32_t cell) {
        cell_of_[column] = cell;
        taken_[cell] = true;
    }

    void take_renamed() {
        if (options_.renamed == nullptr) return;
        for (const auto& [name, written] : *options_.renamed) {
            const std::uint32_t column = column_of(options_.schema, name);
            if (column == cell_of_.size()) continue;  // Reported with the settings.
            if (const auto cell = find(written))
                give(column, *cell);
            else
                add(Severity::warning, {"W105", {written, name}, {}});
        }
    }

    void take(std::uint32_t at) {
        if (cell_of_[at]) return;
        if (const auto cell = find(column(at).name)) return give(at, *cell);
        for_each_part(column(at).aliases, [&](std::string_view alias) {
            if (cell_of_[at]) return;
            if (const auto cell = find(alias)) give(at, *cell);
        });
    }

    /// In a list of pairs, `source` beside `target` is the first of the two, not a bibliography.
    void turn_source_into_from() {
        if (options_.schema.table != Table::partnerships) return;
        const std::uint32_t from = column_of(options_.schema, "from");
        const std::uint32_t to = column_of(options_.schema, "to");
        const std::uint32_t source = column_of(options_.schema, "source");
        if (cell_of_[from] || !cell_of_[to] || !cell_of_[source]) return;
        if (keys_[*cell_of_[to]] != "target") return;
        std::swap(cell_of_[from], cell_of_[source]);
    }

    void find_id() {
        const std::uint32_t id = column_of(options_.schema, "id");
        if (id == cell_of_.size() || cell_of_[id]) return;
        if (options_.schema.table == Table::partnerships &&
            cell_of_[column_of(options_.schema, "from")])
            return;
        for (std::size_t i = 0; i < stand_ins.size(); ++i) {
            const std::uint32_t column = column_of(options_.schema, stand_ins[i]);
            if (column == cell_of_.size() || !cell_of_[column]) continue;
            cell_of_[id] = cell_of_[column];
            if (i >= silent_stand_ins)
                add(Severity::warning, {"W102", {header(*cell_of_[column])}, {}}, cell_of_[column]);
            return;
        }
    }

    bool nothing_missing() {
        bool complete = true;
        for (std::uint32_t at = 0; at < cell_of_.size(); ++at) {
            if (column(at).required == Required::no || cell_of_[at]) continue;
            const bool pairs = options_.schema.table == Table::partnerships &&
                               cell_of_[column_of(options_.schema, "from")].has_value();
            if (pairs && column(at).name == "id") continue;
            complete = false;
            report_missing(column(at));
        }
        return complete;
    }

    void report_missing(const Column& missing) {
        std::string read;
        std::vector<std::string_view> free;
        for (std::uint32_t i = 0; i < cells_.size(); ++i) {
            read += read.empty() ? "" : ", ";
            read += header(i);
            if (!taken_[i] && !keys_[i].empty()) free.push_back(cells_[i].text);
        }
        std::string_view near = base::nearest(missing.name, free);
        for_each_part(missing.aliases, [&](std::string_view alias) {
            if (near.empty()) near = base::nearest(alias, free);
        });
        std::vector<std::string> help;
        if (!near.empty())
            help = {std::string(near), std::string(missing.name),
                    std::string(
                        model::table_words[static_cast<std::size_t>(options_.schema.table)].code)};
        add(Severity::error, {"E101", {names_of(missing), base::cut_utf8(read, 200)}, help});
    }

    static std::string names_of(const Column& column) {
        std::string names(column.name);
        const std::string_view french = first_name(column.aliases);
        if (!french.empty() && french != column.name) names.append(" (").append(french).append(")");
        return names;
    }

    void report_the_rest() {
        for (std::uint32_t i = 0; i < cells_.size(); ++i) {
            if (taken_[i] || keys_[i].empty()) continue;
            if (is_personal(keys_[i]))
                personal_found_.push_back(header(i));
            else if (const auto column = already_read(keys_[i]))
                add(Severity::warning,
                    {"W104",
                     {header(i), header(*cell_of_[*column]), names_of(this->column(*column))},
                     {}},
                    i);
            else if (!kept(keys_[i]))
                report_unknown(i);
        }
        if (personal_found_.empty()) return;
        std::string list;
        for (const std::string& name : personal_found_)
            list.append(list.empty() ? "" : ", ").append(name);
        add(Severity::note, {"N103", {list}, {}});
    }

    [[nodiscard]] bool kept(std::string_view key) const {
        return std::ranges::any_of(options_.keep_columns, [&](const std::string& name) {
            return base::word_key(name) == key;
        });
    }

    /// The column that this header also names, when another cell fills it.
    [[nodiscard]] std::optional<std::uint32_t> already_read(std::string_view key) const {
        for (std::uint32_t at = 0; at < cell_of_.size(); ++at) {
            if (!cell_of_[at]) continue;
            bool same = base::word_key(column(at).name) == key;
            for_each_part(column(at).aliases, [&](std::string_view alias) {
                same = same || base::word_key(alias) == key;
            });
            if (same) return at;
        }
        return std::nullopt;
    }

    void report_unknown(std::uint32_t cell) {
        std::vector<std::string_view> names;
        for (std::uint32_t at = 0; at < cell_of_.size(); ++at) {
            if (cell_of_[at]) continue;
            names.push_back(column(at).name);
            for_each_part(column(at).aliases,
                          [&](std::string_view alias) { names.push_back(alias); });
        }
        const std::string_view near = base::nearest(cells_[cell].text, names);
        std::vector<std::string> help;
        if (!near.empty()) help.emplace_back(near);
        add(Severity::warning, {"W101", {header(cell)}, std::move(help)}, cell);
    }
};

}  // namespace

Header match_header(std::span<const Cell> cells, const HeaderOptions& options,
                    base::Issues& issues) {
    return Matcher(cells, options, issues).match();
}

std::set<std::string> known_names(const HeaderOptions& options) {
    std::set<std::string> names;
    for (const Column& column : options.schema.columns) {
        names.insert(base::word_key(column.name));
        for_each_part(column.aliases,
                      [&](std::string_view alias) { names.insert(base::word_key(alias)); });
    }
    if (options.renamed != nullptr)
        for (const auto& [name, written] : *options.renamed) names.insert(base::word_key(written));
    return names;
}

bool is_edge_list(const TableSchema& schema, const Header& header) {
    const auto reads = [&](std::string_view name) {
        const std::uint32_t column = column_of(schema, name);
        return std::ranges::any_of(header.read,
                                   [&](const ReadColumn& read) { return read.column == column; });
    };
    return schema.table == Table::partnerships && reads("from") && !reads("id");
}

std::uint32_t column_of(const TableSchema& schema, std::string_view name) {
    std::uint32_t at = 0;
    while (at < schema.columns.size() && schema.columns[at].name != name) ++at;
    return at;
}

}  // namespace maillage::formats
