// The typed reading of cells: text in, value or issue out. What is accepted, doubted and refused is
// told to users in docs/formats/values.md and words.md.

#include <algorithm>

#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/formats/official_ids.hpp>
#include <maillage/formats/table_reader.hpp>

namespace maillage::formats {

using base::excerpt_of;
using base::Severity;

namespace {

constexpr std::size_t longest_id = 200;

bool has_control(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

/// Characters that change the order of what is shown, or show nothing.
bool has_invisible(std::string_view text) {
    for (std::size_t at = text.find('\xE2'); at != std::string_view::npos && at + 2 < text.size();
         at = text.find('\xE2', at + 1)) {
        const auto second = static_cast<unsigned char>(text[at + 1]);
        const auto third = static_cast<unsigned char>(text[at + 2]);
        if (second == 0x80 &&
            ((third >= 0x8B && third <= 0x8F) || (third >= 0xAA && third <= 0xAE)))
            return true;
        if (second == 0x81 && third >= 0xA0 && third <= 0xAF) return true;
    }
    return false;
}

}  // namespace

void TableReader::read_cell(std::uint32_t column) {
    Value& value = values_[column];
    const Column& expected = schema_.columns[column];
    const Slot slot{column};
    value.text = trimmed((*record_)[value.cell].text);
    value.known = false;
    value.date = {};
    value.list_begin = value.list_end = static_cast<std::uint32_t>(lists_.size());
    if (value.text.empty()) {
        if (expected.required == Required::yes)
            complain(Severity::error, expected.type == Type::id ? "E205" : "E321", slot,
                     {headers_[column]});
        return;
    }
    switch (expected.type) {
        case Type::id:
            return read_id(slot, value);
        case Type::name:
            return read_name(slot, value);
        case Type::text:
        case Type::theme:
        case Type::themes:
            value.known = true;
            return;
        case Type::url:
            return read_url(slot, value);
        case Type::date:
            return read_date(slot, value);
        case Type::integer:
        case Type::number:
            return read_number(slot, value);
        case Type::yes_no:
            return read_yes_no(slot, value);
        case Type::word:
        case Type::open_word:
            return read_word(slot, value);
        case Type::words:
        case Type::references:
            return read_list(slot, value);
        case Type::reference:
            return read_reference(slot, value);
        case Type::siren:
        case Type::siret:
        case Type::rna:
            return read_official_id(slot, value);
    }
}

void TableReader::read_id(Slot slot, Value& value) {
    value.known = true;
    if (is_scientific(value.text))
        return complain(Severity::error, "E331", slot, {excerpt_of(value.text)});
    const bool bad = has_control(value.text) || value.text.size() > longest_id ||
                     value.text == "*" || value.text.find('|') != std::string_view::npos;
    if (bad) return complain(Severity::error, "E206", slot, {excerpt_of(value.text)});
    const std::string_view raw = (*record_)[value.cell].text;
    if (raw.size() > value.text.size() && trimmed(raw).size() < raw.size())
        complain_once(place(slot), Severity::warning, "W204", slot, {}, {excerpt_of(raw)});
}

void TableReader::read_name(Slot slot, const Value& value) {
    if (has_invisible(value.text))
        complain(Severity::warning, "W324", slot, {excerpt_of(value.text)});
}

void TableReader::read_url(Slot slot, const Value& value) {
    const std::size_t end = value.text.find(':');
    if (end == std::string_view::npos) return;
    const std::string scheme = base::word_key(value.text.substr(0, end));
    if (scheme != "http" && scheme != "https")
        complain(Severity::error, "E327", slot, {excerpt_of(value.text)});
}

void TableReader::read_date(Slot slot, Value& value) {
    const base::DateReading reading = base::read_date(value.text);
    if (reading.outcome == base::DateReading::Outcome::refused)
        return complain(Severity::error, reading.code, slot, {excerpt_of(value.text)});
    if (reading.outcome == base::DateReading::Outcome::read_with_doubt)
        complain(Severity::warning, reading.code, slot,
                 {excerpt_of(value.text), reading.date.iso()});
    value.date = reading.date;
    value.known = true;
}

void TableReader::read_number(Slot slot, Value& value) {
    const Column& column = schema_.columns[slot.column];
    const base::NumberReading reading = column.type == Type::integer
                                            ? base::read_integer(value.text)
                                            : base::read_number(value.text);
    if (reading.outcome == base::NumberReading::Outcome::refused)
        return complain(Severity::error, reading.code, slot, {excerpt_of(value.text)});
    // 4.395 is no doubt where thousands are out of range.
    const bool thousands_possible = column.high >= 1000;
    if (reading.outcome == base::NumberReading::Outcome::read_with_doubt &&
        (thousands_possible || reading.code != "W311"))
        complain(Severity::warning, reading.code, slot,
                 {excerpt_of(value.text), base::shortest(reading.value)});
    value.number = reading.value;
    value.known = reading.value >= column.low && reading.value <= column.high;
    if (value.known) return;
    if (column.high == std::numeric_limits<double>::infinity())
        complain(Severity::error, "E325", slot,
                 {excerpt_of(value.text), headers_[slot.column], base::shortest(column.low)});
    else
        complain(Severity::error, "E324", slot,
                 {excerpt_of(value.text), headers_[slot.column], base::shortest(column.low),
                  base::shortest(column.high)});
}

void TableReader::read_yes_no(Slot slot, Value& value) {
    const std::string key = base::word_key(value.text);
    const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
        return std::ranges::find(words, key) != words.end();
    };
    value.known = true;
    if (is_one_of({"true", "1", "oui", "vrai", "yes", "x"}))
        value.index = 1;
    else if (is_one_of({"false", "0", "non", "faux", "no"}))
        value.index = 0;
    else {
        value.known = false;
        complain(Severity::error, "E323", slot, {excerpt_of(value.text)});
    }
}

const WordReading* TableReader::known_word(Slot slot, std::string_view text) {
    WordReader& words = words_[slot.column];
    const WordReading& reading = words.read(text);
    if (!reading.known) {
        if (met_again("E322", slot, text)) return nullptr;
        const std::string_view near = words.nearest(text);
        Words help;
        if (!near.empty()) help.emplace_back(near);
        complain_once(place(slot), Severity::error, "E322", slot, text,
                      {excerpt_of(text), headers_[slot.column], words.values()}, std::move(help));
        return nullptr;
    }
    if (reading.hint == Hint::doubtful) {
        const auto groups = groups_of(schema_.columns[slot.column].vocabulary);
        complain_once(place(slot), Severity::warning, "W321", slot, text,
                      {excerpt_of(text), std::string(groups[reading.index].code)});
    }
    return &reading;
}

void TableReader::read_word(Slot slot, Value& value) {
    if (schema_.columns[slot.column].type == Type::open_word) {
        value.word = words_[slot.column].read(value.text);
        value.known = value.word.known;
        return;
    }
    if (const WordReading* reading = known_word(slot, value.text)) {
        value.word = *reading;
        value.known = true;
    }
}

void TableReader::read_list(Slot slot, Value& value) {
    const bool words = schema_.columns[slot.column].type == Type::words;
    if (is_none(value.text) && words) return;
    const Target target = schema_.columns[slot.column].target;
    if (target == Target::territory && table_ == Table::territories) return;  // Not all read yet.
    const Cell where = place(slot);
    for_each_part(value.text, [&](std::string_view part) {
        part = trimmed(part);
        if (part.empty()) return;
        if (words) {
            if (const WordReading* reading = known_word(slot, part))
                lists_.push_back(reading->index);
        } else if (const auto found = resolve(slot, part, where)) {
            lists_.push_back(found->second);
        }
    });
    value.list_end = static_cast<std::uint32_t>(lists_.size());
    value.known = true;
}

void TableReader::read_reference(Slot slot, Value& value) {
    if (const auto found = resolve(slot, value.text, place(slot))) {
        value.table = found->first;
        value.index = found->second;
        value.known = true;
    }
}

void TableReader::read_official_id(Slot slot, const Value& value) {
    const Type type = schema_.columns[slot.column].type;
    const OfficialId kind = type == Type::siren   ? OfficialId::siren
                            : type == Type::siret ? OfficialId::siret
                                                  : OfficialId::rna;
    const std::string_view code = check_official_id(value.text, kind);
    if (code.empty()) return;
    const Severity severity = code[0] == 'E' ? Severity::error : Severity::warning;
    complain(severity, code, slot, {excerpt_of(value.text), headers_[slot.column]});
}

}  // namespace maillage::formats
