// Two dates in words: two or three sentences, then the table. The sentences are filled from the
// changes, and from nothing else.

#include <algorithm>
#include <array>

#include <maillage/base/error.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/report/change_table.hpp>
#include <maillage/report/changes.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/layout.hpp>
#include <maillage/report/sentences.hpp>
#include <maillage/report/table.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;
using metrics::Change;

/// Sentences in the patterns of page one.
struct ChangeSentence {
    bool (*when)(const Facts& facts);
    Words words;
};

constexpr auto some_born = [](const Facts& f) { return f["born_before"] + f["born_after"] > 0; };
constexpr auto some_running = [](const Facts& f) { return f["stock_before"] + f["stock_new"] > 0; };
constexpr auto several_came = [](const Facts& f) {
    return f["came_of_before"] > 1 && f["came_of_after"] > 1 && f["meetings_before"] > 0 &&
           f["meetings_after"] > 0;
};
constexpr auto several_pairs = [](const Facts& f) { return f["pairs_before"] > 1; };

constexpr std::size_t most_sentences = 3;
constexpr std::array sentences_of_changes{
    ChangeSentence{
        several_came,
        {"Sont venus au moins une fois : {came_after} de nos {came_of_after} structures "
         "{in_after}, {came_before} sur {came_of_before} {in_before}.",
         "Came at least once: {came_after} of our {came_of_after} bodies {in_after}, {came_before} "
         "of {came_of_before} {in_before}."}},
    ChangeSentence{
        some_born,
        {"{born_after?Aucune alliance n’est née|Une alliance est née|# alliances sont nées} "
         "{in_after}, {born_before?aucune|une|#} {in_before}.",
         "{born_after?No alliance was born|One alliance was born|# alliances were born} "
         "{in_after}, "
         "{born_before?none|one|#} {in_before}."}},
    ChangeSentence{
        some_running,
        {"Le {day_before}, {stock_before?aucune alliance n’était en cours|une alliance était en "
         "cours|# alliances étaient en cours} ; depuis, {stock_new?aucune n’est née|une est née|# "
         "sont nées} et {stock_ended?aucune n’a pris fin|une a pris fin|# ont pris fin} : "
         "{stock_after?aucune|une|#} le {day_after}[, dont {silent} sans nouvelles].",
         "On {day_before}, {stock_before?no alliance was running|one alliance was running|# "
         "alliances were running}; since then {stock_new?none was born|one was born|# were born} "
         "and {stock_ended?none ended|one ended|# ended}: {stock_after?none|one|#} on "
         "{day_after}[, {silent} of them without news]."}},
    ChangeSentence{
        several_pairs,
        {"Des {pairs_before} paires d’alliés du {day_before}, {pairs_lasting/pairs_before?aucune "
         "ne l’est plus|une l’est encore|# le sont encore|toutes le sont encore} le {day_after}.",
         "Of the {pairs_before} allied pairs of {day_before}, {pairs_lasting/pairs_before?none "
         "is|one is|# are|all are} still allied on {day_after}."}},
};

/// "en 2025", "du 1er janvier au 30 juin 2024".
std::string within(const metrics::Calendar::Window& window, Language language) {
    const bool french = language == Language::french;
    if (window.period.find('/') == std::string::npos)
        return (french ? "en " : "in ") + window.period;
    return (french ? "du " : "from ") + base::in_words(*window.first, language) +
           (french ? " au " : " to ") + base::in_words(*window.last, language);
}

class Teller {
  public:
    Teller(const ChangeDocument& changes, const Options& options, std::string_view territory)
        : changes_(changes),
          options_(options),
          territory_(territory),
          facts_(changes.document, {territory, {}, {}, {}}) {
        say_when();
        sides("born", "emergence_new_count", "", &metrics::Estimate::value);
        sides("came", "dialogue_reach", "", &metrics::Estimate::numerator);
        sides("came_of", "dialogue_reach", "", &metrics::Estimate::denominator);
        sides("stock", metrics::map_difference_id, "measure=alliances", &metrics::Estimate::value);
        sides("pairs", metrics::map_difference_id, "measure=pairs", &metrics::Estimate::value);
        part("stock_new", "measure=alliances_new");
        part("stock_ended", "measure=alliances_ended");
        sides("meetings", "dialogue_event_count", "", &metrics::Estimate::value);
        say_who_is_silent();
        if (const Change* lasting = find(metrics::map_difference_id, "measure=pairs_lasting"))
            known("pairs_lasting", lasting->after->value);
    }

    [[nodiscard]] std::vector<std::string> sentences() const {
        std::vector<std::string> told;
        for (const ChangeSentence& sentence : sentences_of_changes) {
            if (told.size() == most_sentences || !sentence.when(facts_)) continue;
            const Language language = changes_.document.language;
            if (const auto text = say(sentence.words.in(language), facts_, language))
                told.push_back(*text);
        }
        return told;
    }

  private:
    const ChangeDocument& changes_;
    const Options& options_;
    std::string_view territory_;
    Facts facts_;

    void known(const std::string& name, std::optional<double> value) {
        if (value) facts_.numbers[name] = *value;
    }

    [[nodiscard]] const Change* find(std::string_view metric, std::string_view key) const {
        for (const Change& change : changes_.changes.rows)
            if (change.perimeter == metrics::Perimeter::full &&
                change.status == metrics::Status::ok && change.record().metric == metric &&
                change.record().key == key && change.record().territory == territory_ &&
                is_wanted(change.record(), options_))
                return &change;
        return nullptr;
    }

    void sides(const std::string& name, std::string_view metric, std::string_view key,
               std::optional<double> metrics::Estimate::*field) {
        const Change* change = find(metric, key);
        if (change == nullptr) return;
        known(name + "_before", (*change->before).*field);
        known(name + "_after", (*change->after).*field);
    }

    void part(const std::string& name, std::string_view key) {
        if (const Change* change = find(metrics::map_difference_id, key))
            known(name, std::abs(*change->change));
    }

    /// Those that the later stock takes as running, without news.
    void say_who_is_silent() {
        const Change* active = find("emergence_active_count", "");
        if (active == nullptr || active->after->value != facts_.known("stock_after")) return;
        const double silent =
            *active->after->value - active->after->range_low.value_or(*active->after->value);
        if (silent > 0) known("silent", silent);
    }

    void say_when() {
        const Language language = changes_.document.language;
        const auto as_of = changes_.document.calendar.as_of;
        const metrics::Changes& changes = changes_.changes;
        facts_.words["in_before"] = within(changes.before, language);
        facts_.words["in_after"] = within(changes.after, language);
        if (!as_of) return;
        facts_.words["day_before"] =
            base::in_words(std::min(*changes.before.last, *as_of), language);
        facts_.words["day_after"] = base::in_words(std::min(*changes.after.last, *as_of), language);
    }
};

std::string rows_left_out(const Document& document) {
    std::uint64_t refused = 0;
    for (const model::TableInfo& table : document.data.tables) refused += table.refused;
    if (refused == 0) return {};
    return std::string(Words{"Note : lignes laissées de côté : ", "Note: rows left out: "}.in(
               document.language)) +
           base::readable(static_cast<std::int64_t>(refused), document.language) + ".";
}

/// What ends the table: the marks, the columns, who is counted, where it comes from.
std::vector<std::string> foot(const ChangeDocument& changes, std::string_view territory) {
    const Document& document = changes.document;
    std::vector<std::string> lines{columns_in_words(changes, territory)};
    for (std::string& line : foot_of(document, Table{})) lines.push_back(std::move(line));
    if (std::string line = rows_left_out(document); !line.empty()) lines.push_back(std::move(line));
    return lines;
}

std::string title(const ChangeDocument& changes, const View& view) {
    const Language language = changes.document.language;
    return name_of(view, changes.document) +
           std::string(Words{" — qu’est-ce qui a changé ?", " — what has changed?"}.in(language)) +
           " " + changes.changes.before.period + " → " + changes.changes.after.period;
}

class Writer {
  public:
    Writer(const ChangeDocument& changes, const Options& options)
        : changes_(changes), options_(options), markdown_(options.format == "md") {}

    std::string text() && {
        const auto views = views_of_changes(changes_.changes);
        constexpr std::size_t most_views = 4;
        for (std::size_t i = 0; i < std::min(views.size(), most_views); ++i) territory(views[i]);
        if (views.size() > most_views) further(views.size() - most_views);
        for (const std::string& line :
             foot(changes_, views.empty() ? "*" : views.front().territory))
            paragraph(line);
        return std::move(out_);
    }

  private:
    const ChangeDocument& changes_;
    const Options& options_;
    bool markdown_;
    std::string out_;

    void paragraph(std::string_view text) {
        if (markdown_)
            out_ += '\n' + markdown_text(text) + '\n';
        else
            out_ += wrapped(text, std::max<std::size_t>(options_.width, 40), 2) + '\n';
    }

    void territory(const View& view) {
        if (!out_.empty()) out_ += '\n';
        if (markdown_)
            out_ += "# " + markdown_text(title(changes_, view)) + "\n\n";
        else
            out_ += title(changes_, view) + "\n\n";
        const auto told = Teller(changes_, options_, view.territory).sentences();
        for (const std::string& sentence : told)
            markdown_ ? void(out_ += "- " + markdown_text(sentence) + '\n')
                      : paragraph("- " + sentence);
        if (!told.empty()) out_ += '\n';
        const Grid grid = make_change_grid(changes_, options_, view);
        out_ += markdown_ ? grid_as_markdown(grid) : grid_as_text(grid, options_.width);
        if (!markdown_) out_ += '\n';
        const std::string left_out = lines_left_out(grid, changes_.document.language);
        if (!left_out.empty()) paragraph(left_out);
    }

    void further(std::size_t territories) {
        const Language language = changes_.document.language;
        const std::string count = base::readable(static_cast<std::int64_t>(territories), language);
        paragraph(language == Language::french
                      ? "Et " + count + " autres territoires, tous avec -f csv."
                      : "And " + count + " more territories, all of them with -f csv.");
    }
};

}  // namespace

std::string write_changes(const ChangeDocument& changes, const Options& options) {
    if (options.format == "csv") return write_changes_csv(changes, options);
    if (options.format == "json") return write_changes_json(changes, options);
    if (options.format != "table" && options.format != "md")
        throw base::UsageError({"U023", {std::string(options.format)}, {}});
    return Writer(changes, options).text();
}

}  // namespace maillage::report
