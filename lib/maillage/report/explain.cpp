#include <algorithm>
#include <array>
#include <vector>

#include <nlohmann/json.hpp>

#include <maillage/base/message.hpp>
#include <maillage/base/text.hpp>
#include <maillage/metrics/method.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/model/tables.hpp>
#include <maillage/report/explain.hpp>
#include <maillage/report/glossary.hpp>
#include <maillage/report/layout.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;
using metrics::Entry;
using metrics::Method;
using metrics::Metric;

constexpr std::array<Words, 3> natures{{{"compté", "counted"},
                                        {"comparé au hasard", "compared with chance"},
                                        {"estimé, avec ses bornes", "estimated, with bounds"}}};
constexpr std::size_t label_width = 14;
constexpr std::size_t line_width = 100;

struct Found {
    const Entry* entry;
    const Metric* metric;
    std::string_view entry_name;
};

template <class Keep>
std::vector<Found> metrics_where(Keep keep) {
    std::vector<Found> found;
    const auto entries = metrics::catalogue();
    for (std::size_t i = 0; i < entries.size(); ++i)
        for (const Metric& metric : entries[i]->metrics)
            if (keep(*entries[i], metric))
                found.push_back({entries[i], &metric, metrics::entry_names()[i]});
    return found;
}

/// A label, then words indented under the first.
std::string field(std::string_view label, std::string_view text) {
    if (text.empty()) return {};
    const std::string line = "  " + padded(label, label_width) + std::string(text);
    return wrapped(line, line_width, label_width + 2) + "\n";
}

/// Placeholders as a reader sees a blank.
std::string with_blanks(std::string_view pattern) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder =
            pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        text += placeholder ? "…" : std::string(1, pattern[i]);
        if (placeholder) i += 2;
    }
    return text;
}

std::string page_of(const Found& found) {
    return "docs/method/" + std::string(found.entry_name) + ".md";
}

std::string tables_of(const Entry& entry, Language language) {
    std::string text;
    for (const model::Table table : entry.tables)
        text += (text.empty() ? "" : ", ") +
                std::string(model::table_words[static_cast<std::size_t>(table)].label.in(language));
    return text;
}

std::string source_of(std::string_view source, Language language) {
    const bool french = language == Language::french;
    return std::string(source == "ours" ? (french ? "définition de maillage" : "ours") : source);
}

std::string explain_metric(const Found& found, Language language) {
    const Metric& metric = *found.metric;
    const bool french = language == Language::french;
    const auto say = [&](std::string_view fr, std::string_view en, std::string_view text) {
        return field(french ? fr : en, text);
    };
    const model::Word& dynamic = metrics::dynamics[static_cast<std::size_t>(metric.dynamic)];
    std::string text =
        std::string(metric.title.in(language)) + " (" + std::string(metric.id) + ")\n";
    text += say("Question", "Question", metric.question.in(language));
    text += say("Calcul", "Definition", metric.definition.in(language));
    text += say("Lecture", "Reading", with_blanks(metric.reading.in(language)));
    text += say("Limites", "Limits", metric.limits.in(language));
    text += say("Nature", "Nature", natures[static_cast<std::size_t>(metric.nature)].in(language));
    text += say("Dynamique", "Dynamic", dynamic.label.in(language));
    text += say("Données", "Data", tables_of(*found.entry, language));
    text += say("Source", "Source", source_of(metric.source, language));
    if (found.entry->asked == metrics::Asked::by_name)
        text += say("Donné", "Given", french ? "par --metric seulement" : "by --metric only");
    return text + say("Page", "Page", page_of(found));
}

std::string explain_method(const Method& method, Language language) {
    const bool french = language == Language::french;
    return std::string(method.title.in(language)) + " (" + std::string(method.id) + ")\n" +
           field("Question", method.question.in(language)) +
           field(french ? "Calcul" : "Definition", method.definition.in(language)) +
           field(french ? "Limites" : "Limits", method.limits.in(language)) +
           field("Source", source_of(method.source, language)) + field("Page", method.page);
}

std::string explain_message(const base::MessageEntry& entry, Language language) {
    constexpr std::string_view letters = "EWNUSPM";
    constexpr std::array<Words, 7> families{
        {{"erreur dans les données", "error in the data"},
         {"avertissement sur les données", "warning on the data"},
         {"note", "note"},
         {"usage de la commande", "usage of the command"},
         {"fichier ou système", "file or system"},
         {"vie privée", "privacy"},
         {"méthode", "method"}}};
    const bool french = language == Language::french;
    std::string text = std::string(entry.code);
    const std::size_t family = letters.find(entry.code.front());
    if (family < families.size()) text += " · " + std::string(families[family].in(language));
    text += "\n" + field("Message", with_blanks(entry.text.in(language)));
    return text + field(french ? "Que faire" : "What to do", with_blanks(entry.help.in(language)));
}

/// Whether one of the names in `a, b` is that word.
bool has_name(std::string_view names, std::string_view key) {
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(", "), names.size());
        if (base::word_key(names.substr(0, end)) == key) return true;
        names.remove_prefix(std::min(end + 2, names.size()));
    }
    return false;
}

bool is_called(const GlossaryWord& word, std::string_view key) {
    return has_name(word.word.fr, key) || has_name(word.word.en, key);
}

std::string explain_word(std::string_view key, Language language) {
    std::string text;
    for (const GlossaryWord& word : glossary()) {
        if (!is_called(word, key)) continue;
        const bool french = language == Language::french;
        text += std::string(word.word.in(language)) + " (" +
                std::string(french ? word.word.en : word.word.fr) + ")\n" +
                field(french ? "Sens" : "Meaning", word.meaning.in(language));
    }
    return text;
}

/// Whether a title has the word, whole, in its plural or in its singular.
bool title_has(std::string_view title, std::string_view key) {
    const std::string words = " " + base::comparison_key(title) + " ";
    for (std::size_t at = words.find(' '); at + 1 < words.size(); at = words.find(' ', at + 1)) {
        const std::size_t end = words.find(' ', at + 1);
        const std::string word = base::word_key(words.substr(at + 1, end - at - 1));
        if (word == key || word == std::string(key) + "s" || word + "s" == key) return true;
    }
    return false;
}

bool is_called(const Method& method, std::string_view key) {
    return base::word_key(method.id) == key ||
           (!method.also.empty() && base::word_key(method.also) == key);
}

std::string lines_of(const std::vector<Found>& found, Language language) {
    std::size_t width = 0;
    for (const Found& one : found) width = std::max(width, one.metric->id.size());
    std::string text;
    for (const Found& one : found)
        text += "  " + padded(one.metric->id, width + 2) +
                std::string(one.metric->title.in(language)) + "\n";
    return text;
}

/// The ids that are no value of a report, under the name of their role.
std::string lines_of_methods(metrics::Role role, Language language) {
    constexpr std::array<Words, 2> names{
        {{"Comparaisons (maillage comparer)", "Comparisons (maillage compare)"},
         {"Méthodes", "Methods"}}};
    std::size_t width = 0;
    for (const Method& method : metrics::methods()) width = std::max(width, method.id.size());
    std::string text(names[static_cast<std::size_t>(role)].in(language));
    text += '\n';
    for (const Method& method : metrics::methods())
        if (method.role == role)
            text +=
                "  " + padded(method.id, width + 2) + std::string(method.title.in(language)) + "\n";
    return text;
}

std::vector<Found> metrics_called(std::string_view key) {
    return metrics_where([&](const Entry& entry, const Metric& metric) {
        return base::word_key(metric.id) == key || base::word_key(entry.code) == key;
    });
}

nlohmann::ordered_json both(const Words& words) {
    nlohmann::ordered_json object;
    object["fr"] = words.fr;
    object["en"] = words.en;
    return object;
}

nlohmann::ordered_json summary_of(const Found& found) {
    const Metric& metric = *found.metric;
    nlohmann::ordered_json object;
    object["id"] = metric.id;
    object["entry"] = found.entry->code;
    object["role"] = "metric";
    object["dynamic"] = metrics::dynamics[static_cast<std::size_t>(metric.dynamic)].code;
    object["tier"] = metric.tier;
    object["nature"] = metrics::nature_codes[static_cast<std::size_t>(metric.nature)];
    object["unit"] = metric.unit;
    object["title"] = both(metric.title);
    object["question"] = both(metric.question);
    object["page"] = page_of(found);
    return object;
}

nlohmann::ordered_json summary_of(const Method& method) {
    nlohmann::ordered_json object;
    object["id"] = method.id;
    object["role"] = metrics::role_codes[static_cast<std::size_t>(method.role)];
    object["dynamic"] = method.id.substr(0, method.id.find('_'));
    object["tier"] = method.tier;
    object["title"] = both(method.title);
    object["question"] = both(method.question);
    object["page"] = method.page;
    return object;
}

nlohmann::ordered_json whole_of(const Method& method) {
    nlohmann::ordered_json object = summary_of(method);
    object["definition"] = both(method.definition);
    object["limits"] = both(method.limits);
    object["source"] = method.source;
    return object;
}

nlohmann::ordered_json whole_of(const Found& found) {
    nlohmann::ordered_json object = summary_of(found);
    object["definition"] = both(found.metric->definition);
    object["reading"] = both(found.metric->reading);
    object["limits"] = both(found.metric->limits);
    object["source"] = found.metric->source;
    object["tables"] = nlohmann::ordered_json::array();
    for (const model::Table table : found.entry->tables)
        object["tables"].push_back(model::table_words[static_cast<std::size_t>(table)].code);
    return object;
}

nlohmann::ordered_json describe(const base::MessageEntry& entry) {
    nlohmann::ordered_json object;
    object["code"] = entry.code;
    object["text"] = both(entry.text);
    object["help"] = both(entry.help);
    return object;
}

nlohmann::ordered_json describe(const GlossaryWord& word) {
    nlohmann::ordered_json object;
    object["word"] = both(word.word);
    object["meaning"] = both(word.meaning);
    return object;
}

/// An array, one object a line.
std::string array_of(const std::vector<nlohmann::ordered_json>& objects) {
    std::string text = "[";
    for (const auto& object : objects) text += (text.size() > 1 ? ",\n " : "\n ") + object.dump();
    return text + "\n]\n";
}

}  // namespace

std::optional<std::string> explanation(std::string_view word, Language language) {
    const std::string key = base::word_key(word);
    std::string text;
    for (const Found& found : metrics_called(key))
        text += (text.empty() ? "" : "\n") + explain_metric(found, language);
    for (const Method& method : metrics::methods())
        if (is_called(method, key)) text += explain_method(method, language);
    for (const base::MessageEntry& entry : base::message_catalogue())
        if (base::word_key(entry.code) == key) text += explain_message(entry, language);
    if (!text.empty()) return text;
    text = explain_word(key, language);
    const auto titled = metrics_where([&](const Entry& /*entry*/, const Metric& metric) {
        return title_has(metric.title.fr, key) || title_has(metric.title.en, key);
    });
    if (!titled.empty()) {
        if (!text.empty()) text += "\n";
        text += language == Language::french ? "Mesures\n" : "Metrics\n";
        text += lines_of(titled, language);
    }
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> explanation_as_json(std::string_view word) {
    const std::string key = base::word_key(word);
    std::vector<nlohmann::ordered_json> objects;
    for (const Found& found : metrics_called(key)) objects.push_back(whole_of(found));
    for (const Method& method : metrics::methods())
        if (is_called(method, key)) objects.push_back(whole_of(method));
    for (const base::MessageEntry& entry : base::message_catalogue())
        if (base::word_key(entry.code) == key) objects.push_back(describe(entry));
    for (const GlossaryWord& entry : glossary())
        if (is_called(entry, key)) objects.push_back(describe(entry));
    if (objects.empty()) return std::nullopt;
    return array_of(objects);
}

std::string list_of_metrics(Language language) {
    std::string text;
    for (std::size_t i = 0; i < metrics::dynamics.size(); ++i) {
        const auto found = metrics_where([&](const Entry& /*entry*/, const Metric& metric) {
            return static_cast<std::size_t>(metric.dynamic) == i;
        });
        if (found.empty()) continue;
        if (!text.empty()) text += "\n";
        text += std::string(metrics::dynamics[i].label.in(language)) + "\n";
        text += lines_of(found, language);
    }
    return text + "\n" + lines_of_methods(metrics::Role::comparison, language) + "\n" +
           lines_of_methods(metrics::Role::method, language);
}

std::string list_of_metrics_as_json() {
    std::vector<nlohmann::ordered_json> objects;
    for (const Found& found : metrics_where([](const Entry&, const Metric&) { return true; }))
        objects.push_back(summary_of(found));
    for (const Method& method : metrics::methods()) objects.push_back(summary_of(method));
    return array_of(objects);
}

std::string_view nearest_explained(std::string_view word) {
    std::vector<std::string_view> known;
    for (const Entry* entry : metrics::catalogue())
        for (const Metric& metric : entry->metrics) known.push_back(metric.id);
    for (const Method& method : metrics::methods()) known.push_back(method.id);
    for (const base::MessageEntry& entry : base::message_catalogue()) known.push_back(entry.code);
    for (const GlossaryWord& entry : glossary())
        for (std::string_view names : {entry.word.fr, entry.word.en})
            while (!names.empty()) {
                const std::size_t end = std::min(names.find(", "), names.size());
                known.push_back(names.substr(0, end));
                names.remove_prefix(std::min(end + 2, names.size()));
            }
    return base::nearest(word, known);
}

}  // namespace maillage::report
