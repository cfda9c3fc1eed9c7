#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <toml++/toml.h>

#include <maillage/base/error.hpp>
#include <maillage/base/hashes.hpp>
#include <maillage/base/text.hpp>
#include <maillage/formats/encoding.hpp>
#include <maillage/formats/mapped_file.hpp>
#include <maillage/formats/schema_names.hpp>
#include <maillage/formats/settings.hpp>
#include <maillage/formats/unquoted_word.hpp>

// The keys of maillage.toml are tables below: a key, and the function that checks and keeps its
// value. What a key means is said once, in docs/formats/maillage-toml.md.
namespace maillage::formats {

namespace {

using base::Severity;
using Words = std::map<std::string, std::string>;

constexpr const char* file_name = "maillage.toml";

/// One reading of the file: where values go, and where what is wrong goes.
struct Reading {
    SettingsFile& file;
    std::string_view text;
    base::Issues& issues;

    void report(Severity severity, base::Message message, const toml::source_region& place) const {
        issues.add({severity,
                    std::move(message),
                    file_name,
                    {},
                    place.begin.line,
                    place.begin.column,
                    excerpt_of_line(line(place.begin.line))});
    }
    [[nodiscard]] std::string_view line(std::uint32_t number) const {
        std::string_view rest = text;
        for (std::uint32_t at = 1; at < number && !rest.empty(); ++at)
            rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
        return rest.substr(0, rest.find_first_of("\r\n"));
    }
    void refuse(const toml::key& key, const toml::node& value, std::string_view expected) const {
        report(Severity::error, {"E062", {std::string(key.str()), std::string(expected)}, {}},
               value.source());
    }
    void refuse_unknown(const toml::key& key, std::span<const std::string_view> known) const {
        report(Severity::error, {"E061", {base::excerpt_of(key.str())}, help(key.str(), known)},
               key.source());
    }
    [[nodiscard]] static std::vector<std::string> help(std::string_view word,
                                                       std::span<const std::string_view> known) {
        const std::string_view nearest = base::nearest(word, known);
        if (nearest.empty()) return {};
        return {std::string(nearest)};
    }
};

using Set = void (*)(const Reading&, const toml::key&, const toml::node&);
struct Key {
    std::string_view name;
    Set set;
};

// Values.

std::optional<std::string> text_of(const Reading& reading, const toml::key& key,
                                   const toml::node& value) {
    if (const auto* text = value.as_string()) return text->get();
    reading.refuse(key, value, "\"...\"");
    return std::nullopt;
}

void keep_text(const Reading& reading, const toml::key& key, const toml::node& value,
               std::string& place) {
    if (auto text = text_of(reading, key, value)) place = std::move(*text);
}

std::optional<bool> flag_of(const Reading& reading, const toml::key& key, const toml::node& value) {
    if (const auto* flag = value.as_boolean()) return flag->get();
    reading.refuse(key, value, "true, false");
    return std::nullopt;
}

/// A day as a TOML date or as a text; a month or a year alone would leave the day to be guessed.
std::optional<base::Day> day_of(const Reading& reading, const toml::key& key,
                                const toml::node& value) {
    if (const auto* date = value.as_date()) {
        const toml::date& day = date->get();
        return base::day_of(day.year, day.month, day.day);
    }
    const auto text = text_of(reading, key, value);
    if (!text) return std::nullopt;
    const base::DateReading read = base::read_date(*text);
    if (read.outcome == base::DateReading::Outcome::read && read.date.exact())
        return read.date.first();
    reading.report(Severity::error, {"E063", {base::excerpt_of(*text)}, {}}, value.source());
    return std::nullopt;
}

std::optional<std::string> choice_of(const Reading& reading, const toml::key& key,
                                     const toml::node& value,
                                     std::span<const std::string_view> choices) {
    auto text = text_of(reading, key, value);
    if (!text || std::ranges::find(choices, *text) != choices.end()) return text;
    std::string expected;
    for (const std::string_view choice : choices)
        expected.append(expected.empty() ? "" : ", ").append(choice);
    reading.report(Severity::error,
                   {"E064",
                    {base::excerpt_of(*text), std::string(key.str()), std::move(expected)},
                    Reading::help(*text, choices)},
                   value.source());
    return std::nullopt;
}

constexpr auto table_codes = [] {
    std::array<std::string_view, model::table_count> codes;
    for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = model::table_words[i].code;
    return codes;
}();

// Sections.

template <class Named>
std::vector<std::string_view> names_of(std::span<const Named> all) {
    std::vector<std::string_view> names(all.size());
    std::ranges::transform(all, names.begin(), &Named::name);
    return names;
}

const toml::table* section_of(const Reading& reading, const toml::key& key,
                              const toml::node& value) {
    if (const toml::table* section = value.as_table()) return section;
    reading.refuse(key, value, "[" + std::string(key.str()) + "]");
    return nullptr;
}

void read_keys(const Reading& reading, const toml::table& section, std::span<const Key> keys) {
    for (const auto& [key, value] : section) {
        const auto* known =
            std::ranges::find(keys.data(), keys.data() + keys.size(), key.str(), &Key::name);
        if (known == keys.data() + keys.size())
            reading.refuse_unknown(key, names_of<Key>(keys));
        else
            known->set(reading, key, value);
    }
}

void read_words(const Reading& reading, const toml::table& section, Words& words) {
    for (const auto& [key, value] : section)
        if (auto text = text_of(reading, key, value)) words[std::string(key.str())] = *text;
}

void set_complete(const Reading& reading, const toml::key& key, const toml::node& value) {
    const toml::array* names = value.as_array();
    if (names == nullptr) return reading.refuse(key, value, "[\"events\", ...]");
    for (const toml::node& name : *names) {
        const auto text = text_of(reading, key, name);
        if (!text) continue;
        const auto table = table_named(*text);
        auto& complete = reading.file.settings.complete;
        if (!table) {
            reading.report(Severity::error,
                           {"E064",
                            {base::excerpt_of(*text), "complete", "events, partnerships..."},
                            Reading::help(*text, table_codes)},
                           name.source());
        } else if (std::ranges::find(complete, *table) == complete.end()) {
            complete.push_back(*table);
        }
    }
}

void set_currency(const Reading& reading, const toml::key& key, const toml::node& value) {
    const auto text = text_of(reading, key, value);
    if (!text) return;
    const bool code = text->size() == 3 &&
                      std::ranges::all_of(*text, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!code) return reading.refuse(key, value, "\"EUR\", \"CHF\"...");
    reading.file.settings.currency = *text;
}

void set_language(const Reading& reading, const toml::key& key, const toml::node& value) {
    static constexpr std::array<std::string_view, 2> languages{"fr", "en"};
    if (const auto text = choice_of(reading, key, value, languages))
        reading.file.settings.language =
            *text == "fr" ? base::Language::french : base::Language::english;
}

constexpr std::array dataset_keys{
    Key{"title",
        [](const Reading& reading, const toml::key& key, const toml::node& value) {
            keep_text(reading, key, value, reading.file.settings.title);
        }},
    Key{"lang", set_language},
    Key{"currency", set_currency},
    Key{"as_of",
        [](const Reading& reading, const toml::key& key, const toml::node& value) {
            if (const auto day = day_of(reading, key, value)) reading.file.settings.as_of = day;
        }},
    Key{"complete", set_complete},
    Key{"simulated",
        [](const Reading& reading, const toml::key& key, const toml::node& value) {
            if (const auto flag = flag_of(reading, key, value))
                reading.file.settings.simulated = *flag;
        }},
    Key{"source", [](const Reading& reading, const toml::key& key, const toml::node& value) {
            keep_text(reading, key, value, reading.file.settings.source);
        }}};

constexpr std::array perimeter_keys{
    Key{"rule",
        [](const Reading& reading, const toml::key& key, const toml::node& value) {
            static constexpr std::array<std::string_view, 4> rules{"registry", "invited",
                                                                   "attended", "cited"};
            if (const auto rule = choice_of(reading, key, value, rules))
                reading.file.settings.perimeter->rule = *rule;
        }},
    Key{"date",
        [](const Reading& reading, const toml::key& key, const toml::node& value) {
            if (const auto day = day_of(reading, key, value))
                reading.file.settings.perimeter->date = base::iso(*day);
        }},
    Key{"by", [](const Reading& reading, const toml::key& key, const toml::node& value) {
            keep_text(reading, key, value, reading.file.settings.perimeter->by);
        }}};

/// Keys that later commands will use: checked today, so that no file goes wrong in silence.
void note_unused(const Reading& reading, const toml::key& key) {
    reading.report(Severity::note, {"N060", {std::string(key.str())}, {}}, key.source());
}

template <const auto& choices>
void check_choice(const Reading& reading, const toml::key& key, const toml::node& value) {
    if (choice_of(reading, key, value, choices)) note_unused(reading, key);
}

void check_flag(const Reading& reading, const toml::key& key, const toml::node& value) {
    if (flag_of(reading, key, value)) note_unused(reading, key);
}

void check_text(const Reading& reading, const toml::key& key, const toml::node& value) {
    if (text_of(reading, key, value)) note_unused(reading, key);
}

void check_count(const Reading& reading, const toml::key& key, const toml::node& value) {
    const auto* count = value.as_integer();
    if (count == nullptr || count->get() < 1) return reading.refuse(key, value, "1, 2, 3...");
    note_unused(reading, key);
}

constexpr std::array<std::string_view, 7> views{"network", "dialogue", "experiments", "territories",
                                                "roles",   "change",   "chain"};
constexpr std::array<std::string_view, 4> layouts{"force", "packed", "geo", "layered"};
constexpr std::array<std::string_view, 2> citizens{"merged", "single"};
constexpr std::array<std::string_view, 2> papers{"A4", "A3"};
constexpr std::array<std::string_view, 2> colours{"kind", "status"};
constexpr std::array<std::string_view, 3> editions{"working", "plenary", "public"};

constexpr std::array map_keys{Key{"view", check_choice<views>},
                              Key{"layout", check_choice<layouts>},
                              Key{"citizens", check_choice<citizens>},
                              Key{"paper", check_choice<papers>},
                              Key{"portrait", check_flag},
                              Key{"color_by", check_choice<colours>},
                              Key{"label", check_text}};

constexpr std::array privacy_keys{Key{"edition", check_choice<editions>},
                                  Key{"min_cell", check_count}, Key{"zeros_sensitive", check_flag}};

void read_columns_of(const Reading& reading, const toml::table& section,
                     const TableSchema& schema) {
    const std::string table(model::code_of(model::table_words, schema.table));
    for (const auto& [key, value] : section) {
        const Column* column = column_named(schema, key.str());
        if (column == nullptr)
            reading.refuse_unknown(key, column_names(schema));
        else if (const auto text = text_of(reading, key, value))
            reading.file.columns[table][std::string(column->name)] = *text;
    }
}

void read_columns(const Reading& reading, const toml::table& section) {
    for (const auto& [key, value] : section) {
        const auto table = table_named(key.str());
        if (!table)
            reading.refuse_unknown(key, table_codes);
        else if (const toml::table* columns = section_of(reading, key, value))
            read_columns_of(reading, *columns, schema_of(*table));
    }
}

void read_vocabularies(const Reading& reading, const toml::table& section) {
    for (const auto& [key, value] : section) {
        const Column* column = column_of_words(key.str());
        if (column == nullptr) {
            reading.refuse_unknown(key, names_of_columns_of_words());
        } else if (const toml::table* words = section_of(reading, key, value)) {
            const bool kinds = column->vocabulary == Vocabulary::kind;
            read_words(
                reading, *words,
                kinds ? reading.file.kinds : reading.file.vocabulary[std::string(column->name)]);
        }
    }
}

struct Section {
    std::string_view name;
    void (*read)(const Reading&, const toml::table&);
};
constexpr std::array sections{
    Section{"dataset",
            [](const Reading& reading, const toml::table& section) {
                read_keys(reading, section, dataset_keys);
            }},
    Section{"columns", read_columns},
    Section{"kinds",
            [](const Reading& reading, const toml::table& section) {
                read_words(reading, section, reading.file.kinds);
            }},
    Section{"themes",
            [](const Reading& reading, const toml::table& section) {
                read_words(reading, section, reading.file.themes);
            }},
    Section{"perimetre",
            [](const Reading& reading, const toml::table& section) {
                reading.file.settings.perimeter.emplace();
                read_keys(reading, section, perimeter_keys);
            }},
    Section{"vocabulary", read_vocabularies},
    Section{"map", [](const Reading& reading,
                      const toml::table& section) { read_keys(reading, section, map_keys); }},
    Section{"privacy", [](const Reading& reading, const toml::table& section) {
                read_keys(reading, section, privacy_keys);
            }}};

void read_sections(const Reading& reading, const toml::table& root) {
    for (const auto& [key, value] : root) {
        const auto* known = std::ranges::find(sections, key.str(), &Section::name);
        if (known == sections.end()) {
            reading.refuse_unknown(key, names_of<Section>(sections));
        } else if (const toml::table* section = section_of(reading, key, value)) {
            known->read(reading, *section);
        }
    }
}

void read_bytes(std::string_view bytes, SettingsFile& file, base::Issues& issues) {
    file.sha256 = base::sha256_hex(bytes);
    DecodedText decoded;
    if (bytes.empty() || !decode(bytes, std::nullopt, file_name, issues, decoded)) return;
    const Reading reading{file, decoded.text, issues};
    if (const auto found = unquoted_word(decoded.text)) {
        const toml::source_position place{found->line, found->column};
        reading.report(Severity::error,
                       {"E065", {base::excerpt_of(found->word)}, {base::excerpt_of(found->word)}},
                       {place, place, nullptr});
        return;
    }
    try {
        read_sections(reading, toml::parse(decoded.text));
    } catch (const toml::parse_error& error) {
        // The words of the library are English and speak of its grammar: the place is enough.
        reading.report(Severity::error, {"E060", {}, {}}, error.source());
    }
}

std::string name_of(const std::filesystem::path& folder) {
    std::error_code failed;
    const auto whole = std::filesystem::absolute(folder, failed).lexically_normal();
    return whole.has_filename() ? whole.filename().string()
                                : whole.parent_path().filename().string();
}

}  // namespace

SettingsFile read_settings(const std::filesystem::path& folder, base::Issues& issues) {
    SettingsFile file;
    file.settings.title = name_of(folder);
    std::error_code failed;
    if (!std::filesystem::exists(folder / file_name, failed)) return file;
    try {
        const MappedFile mapped(folder / file_name, file_name);
        read_bytes(mapped.bytes(), file, issues);
    } catch (const base::InputError& error) {
        issues.add({Severity::error, error.message(), file_name, {}, 0, 0, {}});
    }
    return file;
}

}  // namespace maillage::formats
