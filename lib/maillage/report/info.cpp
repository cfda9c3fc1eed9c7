#include <algorithm>
#include <map>

#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/info.hpp>
#include <maillage/report/layout.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;
using model::Dataset;

constexpr std::size_t line_width = 100;

std::string number(std::size_t value, Language language) {
    return base::readable(static_cast<std::int64_t>(value), language);
}

/// Writes the paragraphs of `info`, one function each.
class Page {
  public:
    Page(const Dataset& data, const Overview& overview, Language language)
        : data_(data), overview_(overview), language_(language) {}

    std::string text;

    void title() {
        text += base::printable(data_.settings.title);
        if (data_.settings.simulated) text += say("\u202f: données simulées", ": simulated data");
        text += "\n";
        if (overview_.as_of)
            text += say("Date des données\u202f: ", "Date of the data: ") +
                    base::iso(*overview_.as_of) + "\n";
    }

    void tables() {
        heading({"Tableaux", "Tables"});
        for (std::size_t i = 0; i < data_.tables.size(); ++i) {
            const model::TableInfo& table = data_.tables[i];
            if (!table.present) continue;
            text += "  " + padded(model::table_words[i].label.in(language_), 32) +
                    padded_left(number(table.rows, language_), 10) + "  " +
                    base::printable(table.file);
            if (table.refused > 0)
                text += say("  (laissées de côté\u202f: ", "  (left out: ") +
                        number(table.refused, language_) + ")";
            text += "\n";
        }
    }

    void actors() {
        heading({"Acteurs", "Actors"});
        for (std::size_t kind = 0; kind < model::kinds.size(); ++kind)
            count(model::kinds[kind].plural.in(language_), overview_.actors_by_kind[kind]);
        count(say("dont personnes", "of which persons"), overview_.persons);
    }

    void territories() {
        if (data_.territories.empty()) return;
        heading({"Territoires", "Territories"});
        for (std::size_t level = 0; level < model::levels.size(); ++level)
            count(model::levels[level].plural.in(language_), overview_.territories_by_level[level]);
    }

    void periods() {
        heading({"Périodes", "Periods"});
        period({"rencontres", "meetings"}, overview_.events);
        period({"alliances", "alliances"}, overview_.partnerships);
        period({"expérimentations", "experiments"}, overview_.experiments);
    }

    void islands() {
        heading({"Groupes d’acteurs liés de proche en proche",
                 "Groups of actors linked to one another"});
        group({"par les rencontres", "by meetings"}, overview_.meeting);
        group({"par les alliances", "by alliances"}, overview_.allying);
    }

    void coverage() {
        heading({"Ce qui est renseigné", "What is recorded"});
        for (const Overview::Coverage& line : overview_.coverage) {
            if (line.whole == 0) continue;
            text += "  " + padded(line.words.in(language_), 56) +
                    padded_left(number(line.part, language_), 8) + say(" sur ", " of ") +
                    number(line.whole, language_) + "\n";
        }
    }

    void answers() {
        std::map<std::string, std::string> refused;
        std::size_t given = 0;
        for (const Overview::Answer& answer : overview_.answers) {
            if (answer.status == metrics::Status::ok) {
                ++given;
                continue;
            }
            std::string& ids = refused[why(answer)];
            ids += (ids.empty() ? "" : ", ") + std::string(answer.metric->id);
        }
        heading({"Mesures", "Metrics"});
        text += "  " + number(given, language_) + say(" sur ", " of ") +
                number(overview_.answers.size(), language_) +
                say(" ont une valeur pour l’ensemble", " have a value for the whole") + "\n";
        for (const auto& [reason, ids] : refused) {
            text += "  " + reason + "\n" + wrapped("    " + ids, line_width, 4) + "\n";
        }
    }

    void ignored(std::span<const std::string> files) {
        if (files.empty()) return;
        heading({"Fichiers laissés de côté", "Files left aside"});
        for (const std::string& file : files) text += "  " + base::printable(file) + "\n";
    }

  private:
    const Dataset& data_;
    const Overview& overview_;
    Language language_;

    [[nodiscard]] std::string say(std::string_view fr, std::string_view en) const {
        return std::string(Words{fr, en}.in(language_));
    }
    void heading(const Words& words) { text += "\n" + std::string(words.in(language_)) + "\n"; }

    void count(std::string_view words, std::size_t value) {
        if (value > 0)
            text += "  " + padded(words, 32) + padded_left(number(value, language_), 10) + "\n";
    }

    void period(const Words& words, const Overview::Relations& relations) {
        if (relations.count == 0) return;
        text += "  " + padded(words.in(language_), 32) +
                padded_left(number(relations.count, language_), 10);
        if (relations.first)
            text += "  " + base::iso(*relations.first) + " – " + base::iso(*relations.last);
        if (relations.undated > 0)
            text += say("  (sans date\u202f: ", "  (undated: ") +
                    number(relations.undated, language_) + ")";
        text += "\n";
    }

    void group(const Words& words, const Overview::Islands& islands) {
        if (islands.groups == 0) return;
        text += "  " + padded(words.in(language_), 32) +
                padded_left(number(islands.groups, language_), 10);
        text += say("  le plus grand\u202f: ", "  the largest: ") +
                number(islands.largest, language_) + say(" acteurs\u202f; ", " actors; ") +
                number(islands.alone, language_) + say(" sans lien", " without tie") + "\n";
    }

    /// The tables that are missing, or the reason.
    [[nodiscard]] std::string why(const Overview::Answer& answer) const {
        std::string missing;
        for (const model::Table table : answer.entry->tables)
            if (!data_.has(table))
                missing += (missing.empty() ? "" : ", ") +
                           std::string(model::table_words[static_cast<std::size_t>(table)].label.in(
                               language_));
        if (!missing.empty()) return say("à renseigner\u202f: ", "to be recorded: ") + missing;
        return std::string(reason_in_words(answer.reason, language_)) + " (" +
               std::string(answer.reason) + ")";
    }
};

}  // namespace

std::string info_as_text(const Dataset& data, const Overview& overview,
                         std::span<const std::string> ignored_files, Language language) {
    Page page(data, overview, language);
    page.title();
    page.tables();
    page.actors();
    page.territories();
    page.periods();
    page.islands();
    page.coverage();
    page.answers();
    page.ignored(ignored_files);
    return page.text;
}

}  // namespace maillage::report
