#include <algorithm>

#include <maillage/base/hashes.hpp>
#include <maillage/base/text.hpp>
#include <maillage/formats/official_ids.hpp>
#include <maillage/formats/table_reader.hpp>

namespace maillage::formats {

using base::Issue;
using base::Severity;

namespace {

const std::map<std::string, std::string>* find_in(
    const std::map<std::string, std::map<std::string, std::string>>& maps, std::string_view name) {
    const auto found = maps.find(std::string(name));
    return found == maps.end() ? nullptr : &found->second;
}

bool is_word(Type type) {
    return type == Type::word || type == Type::words || type == Type::open_word;
}

}  // namespace

TableReader::TableReader(Loading& loading, Table table)
    : loading_(loading),
      table_(table),
      schema_(schema_of(table)),
      file_(loading.file(table).filename().string()),
      headers_(schema_.columns.size()),
      words_(schema_.columns.size()),
      values_(schema_.columns.size() + 1) {
    if (!file_.empty()) open();
}

void TableReader::open() {
    Entities& entities = loading_.of(table_);
    entities.file = file_;
    entities.state = Entities::State::unreadable;
    const HeaderOptions options{
        schema_, file_,
        find_in(loading_.settings.columns, model::code_of(model::table_words, table_)),
        loading_.options.keep_columns};
    const CsvOptions csv{loading_.options.encoding,
                         [names = known_names(options)](std::string_view cell) {
                             return names.contains(base::word_key(cell));
                         }};
    reader_.emplace(loading_.file(table_), file_, csv, loading_.issues);
    model::TableInfo& info = loading_.info(table_);
    info.present = true;
    info.file = file_;
    info.sha256 = base::sha256_hex(reader_->bytes());
    if (!reader_->usable()) return;
    header_ = match_header(reader_->header(), options, loading_.issues);
    edge_list_ = is_edge_list(schema_, header_);
    if (header_.complete) entities.state = Entities::State::read;
    for (const ReadColumn& read : header_.read) {
        Value& value = values_[read.column];
        value.cell = read.cell;
        value.in_record = true;
        headers_[read.column] = base::excerpt_of(trimmed(reader_->header()[read.cell].text));
        info.columns.emplace_back(schema_.columns[read.column].name);
    }
    const std::uint32_t id = column_of(schema_, "id");
    if (id < schema_.columns.size()) id_ = id;
    learn_words();
}

void TableReader::learn_words() {
    std::vector<std::string> unknown;
    for (const ReadColumn& read : header_.read) {
        const Column& column = schema_.columns[read.column];
        if (!is_word(column.type)) continue;
        const auto* added = column.vocabulary == Vocabulary::kind
                                ? &loading_.settings.kinds
                                : find_in(loading_.settings.vocabulary, column.name);
        words_[read.column] = WordReader(column.vocabulary, added, unknown);
        for (const std::string& value : unknown) {
            const std::string_view near = words_[read.column].nearest(value);
            Words help;
            if (!near.empty()) help.emplace_back(near);
            loading_.issues.add(
                {Severity::error,
                 {"E328", {base::excerpt_of(value), std::string(column.name)}, help},
                 "maillage.toml",
                 {},
                 0,
                 0,
                 {}});
        }
        unknown.clear();
    }
}

bool TableReader::next() {
    if (!reader_ || !reader_->usable()) return false;
    record_ = reader_->next();
    if (record_ == nullptr) {
        close();
        return false;
    }
    sound_ = header_.complete;
    line_ = record_->front().line;
    lists_.clear();
    made_id_.clear();
    for (const ReadColumn& read : header_.read) read_cell(read.column);
    if (schema_.period.from.data() != nullptr) check_period();
    return true;
}

bool TableReader::accept() {
    model::TableInfo& info = loading_.info(table_);
    ++info.rows;
    if (id_ && !check_id()) sound_ = false;
    if (sound_)
        ++accepted_;
    else
        ++info.refused;
    return sound_;
}

void TableReader::set_id(std::string_view id) {
    made_id_ = id;
}

/// Registers the row under its id; false when another row has it already.
bool TableReader::check_id() {
    const std::string_view id = made_id_.empty() ? values_[*id_].text : std::string_view(made_id_);
    if (id.empty()) return false;
    Entities& entities = loading_.of(table_);
    const std::uint64_t hash = content();
    if (const Entities::Entry* first = entities.find(id)) {
        const bool same = first->content == hash;
        complain(Severity::error, same ? "E201" : "E202", {*id_},
                 {base::excerpt_of(id), std::to_string(first->line)});
        return false;
    }
    Entities::Entry entry;
    entry.id = loading_.draft.data.text.keep(id);
    const std::uint32_t name = column_of(schema_, "name");
    if (name < values_.size()) entry.name = loading_.draft.data.text.keep(values_[name].text);
    entry.line = line_;
    entry.row = sound_ ? accepted_ : Entities::nothing;
    entry.content = hash;
    entities.add(entry);
    return true;
}

std::uint64_t TableReader::content() const {
    std::uint64_t hash = 0;
    for (const Cell& cell : *record_)
        hash = (hash ^ KeyedHash()(trimmed(cell.text))) * 0x9e3779b97f4a7c15U;
    return hash;
}

void TableReader::check_period() {
    const Slot from = slot(schema_.period.from);
    const Slot to = slot(schema_.period.to);
    if (!certainly_before(date(to), date(from))) return;
    complain(Severity::error, "E401", to,
             {(*this)[to].text.empty() ? "" : base::excerpt_of((*this)[to].text),
              headers_[to.column], base::excerpt_of((*this)[from].text), headers_[from.column]});
}

bool TableReader::met_again(std::string_view code, Slot slot, std::string_view key) {
    const auto known = counted_.find({code, slot.column, std::string(key)});
    if (known == counted_.end()) return false;
    if (code.front() == 'E') sound_ = false;
    ++known->second.lines;
    return true;
}

void TableReader::report_counted() {
    for (auto& [key, counted] : counted_) {
        counted.issue.message.arguments.push_back(std::to_string(counted.lines));
        loading_.issues.add(std::move(counted.issue));
    }
    counted_.clear();
}

void TableReader::close() {
    report_counted();
    model::TableInfo& info = loading_.info(table_);
    info.rows += reader_->refused();
    info.refused += reader_->refused();
    const Entities& entities = loading_.of(table_);
    for (const auto& [first, other] : entities.ids_alike()) {
        Issue issue{Severity::warning,
                    {"W201",
                     {base::excerpt_of(entities[other].id), base::excerpt_of(entities[first].id),
                      std::to_string(entities[first].line)},
                     {}},
                    file_,
                    {},
                    entities[other].line,
                    0,
                    {}};
        loading_.issues.add(std::move(issue));
    }
}

Slot TableReader::slot(std::string_view column) const {
    return {column_of(schema_, column)};
}

Cell TableReader::place(Slot slot) const {
    const Value& value = values_[slot.column];
    Cell cell = (*record_)[value.in_record ? value.cell : 0];
    cell.text = {};
    if (!value.in_record) cell.column = 0;
    return cell;
}

/// Whether the line says something of a natural person, for all we know while reading it.
bool TableReader::may_be_person() {
    if (table_ != Table::actors || record_ == nullptr) return false;
    const auto text = [&](std::uint32_t column) {
        return values_[column].in_record ? trimmed((*record_)[values_[column].cell].text)
                                         : std::string_view();
    };
    const std::uint32_t kind = slot("kind").column;
    const WordReading reading = words_[kind].read(text(kind));
    const bool citizen =
        reading.known && reading.index == static_cast<std::uint8_t>(model::Kind::citizen);
    return citizen || reading.hint == Hint::person || !text(slot("person").column).empty();
}

Issue TableReader::issue_at(const Cell& place, Severity severity, std::string_view code,
                            Words words, Words help) {
    // An excerpt shows where to look; the start of the line is enough.
    const std::string_view line = header_.personal || may_be_person()
                                      ? std::string_view()
                                      : reader_->line_at(place.line_begin).substr(0, 480);
    return {severity,     {code, std::move(words), std::move(help)}, file_, {}, place.line,
            place.column, base::printable(base::cut_utf8(line, 120))};
}

void TableReader::complain_at(const Cell& place, Severity severity, std::string_view code,
                              Words words, Words help) {
    if (severity == Severity::error) sound_ = false;
    loading_.issues.add(issue_at(place, severity, code, std::move(words), std::move(help)));
}

void TableReader::complain(Severity severity, std::string_view code, Slot slot, Words words,
                           Words help) {
    complain_at(place(slot), severity, code, std::move(words), std::move(help));
}

void TableReader::complain_once(const Cell& place, Severity severity, std::string_view code,
                                Slot slot, std::string_view key, Words words, Words help) {
    if (met_again(code, slot, key)) return;
    if (severity == Severity::error) sound_ = false;
    counted_.insert_or_assign(
        {code, slot.column, std::string(key)},
        Counted{issue_at(place, severity, code, std::move(words), std::move(help)), 1});
}

std::vector<model::ThemeId> TableReader::themes(Slot slot) {
    std::vector<model::ThemeId> ids;
    const Value& value = values_[slot.column];
    if (is_none(value.text)) return ids;
    for_each_part(value.text, [&](std::string_view part) {
        part = trimmed(part);
        if (!part.empty()) ids.push_back(loading_.themes.intern(part));
    });
    return ids;
}

std::string_view trimmed(std::string_view text) {
    static constexpr std::string_view wide[] = {"\u00A0", "\u202F", "\u200B", "\uFEFF"};
    const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
        while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
        for (const std::string_view space : wide) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                again = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                again = true;
            }
        }
    }
    return text;
}

}  // namespace maillage::formats
