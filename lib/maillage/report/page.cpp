// Which sentences stand on page one: every figure they need is known, and their condition holds.

#include <algorithm>
#include <array>

#include <maillage/base/text.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/page_lists.hpp>
#include <maillage/report/table.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;
using metrics::Estimate;

/// One A4 holds three sentences for each part, and as many questions.
constexpr std::size_t lines_of_a_part = 3;
constexpr std::size_t most_stakes = 6;

std::string filled(const Words& pattern, const Facts& facts, Language language) {
    return say(pattern.in(language), facts, language).value_or(std::string());
}

void add_numbers(Facts& facts, const Document& document, const View& view) {
    facts.numbers["silent_months"] = document.request.silent_months;
    facts.numbers["lapsed_months"] = document.request.lapsed_months;
    double refused = 0;
    for (const model::TableInfo& table : document.data.tables)
        refused += static_cast<double>(table.refused);
    facts.numbers["refused_rows"] = refused;
    const auto as_of = document.calendar.as_of;
    for (const auto& window : document.calendar.windows) {
        if (window.period != view.period || !window.first || !as_of) continue;
        facts.numbers["years"] = (*as_of - *window.first) / 365.25;
        if (*window.last >= *as_of) facts.numbers["ends_with_data"] = 1;
    }
}

/// Alliances born the year before, when the values hold both years.
void add_year_before(Facts& facts, const Document& document, const View& view) {
    const base::Date year = base::read_date(view.period).date;
    if (view.period.size() != 4 || !year.known()) return;
    const std::string before = std::to_string(base::year_of(year.first()) - 1);
    for (const Estimate& record : document.values.rows) {
        if (record.metric != "emergence_new_count" || record.territory != view.territory ||
            record.period != before || !record.key.empty() || !record.value)
            continue;
        facts.numbers["born_before"] = *record.value;
        facts.words["year_before"] = before;
    }
}

bool is_shown(const Sentence& sentence, const Facts& facts) {
    return sentence.when == nullptr || sentence.when(facts);
}

/// True when what the sentence compares is judged otherwise in too many draws without a part of
/// the records.
bool is_to_confirm(const Sentence& sentence, const Document& document, const View& view) {
    const auto compares = [&](const metrics::TriedVerdict& tried) {
        if (tried.territory != view.territory || tried.period != view.period) return false;
        return std::ranges::any_of(compared_by(sentence), [&](const metrics::Compared& figure) {
            return figure.metric == tried.metric && figure.key == tried.key;
        });
    };
    return std::ranges::any_of(document.values.tried, [&](const metrics::TriedVerdict& tried) {
        return tried.is_to_confirm() && compares(tried);
    });
}

/// "À confirmer : 7 des 9 nouvelles alliances..."
std::string to_confirm(std::string text, Language language) {
    if (text.front() >= 'A' && text.front() <= 'Z')
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return std::string(Words{"À confirmer\u202f: ", "To confirm: "}.in(language)) + text;
}

std::vector<Page::Line> lines_of(Part part, const Facts& facts, const Document& document,
                                 const View& view) {
    const Language language = document.language;
    std::vector<Page::Line> lines;
    for (const Sentence& sentence : sentences()) {
        if (sentence.part != part || !is_shown(sentence, facts)) continue;
        auto text = say(sentence.words.in(language), facts, language);
        if (text && is_to_confirm(sentence, document, view))
            text = to_confirm(std::move(*text), language);
        if (text && (part == Part::limits || lines.size() < lines_of_a_part))
            lines.push_back({&sentence, *text});
    }
    return lines;
}

std::string title(const Document& document, const View& view) {
    const Language language = document.language;
    std::string text = name_of(view, document);
    return text.append(
        Words{" — où en sont nos alliances ?", " — where do our alliances stand?"}.in(language));
}

std::string period(const Document& document, const View& view) {
    const Language language = document.language;
    const auto as_of = document.calendar.as_of;
    if (!as_of) return std::string(Words{"Données sans date", "Data without dates"}.in(language));
    std::string text = period_in_words(view.period, language);
    const std::string day = base::in_words(*as_of, language);
    // A period that ends with the data says their date already.
    if (text.ends_with(day))
        return text.append(Words{", date des données", ", date of the data"}.in(language));
    if (!text.empty()) text += " · ";
    return text.append(Words{"données au ", "data as of "}.in(language)).append(day);
}

std::string contents(const Facts& facts, Language language) {
    constexpr Words alliances{"[ · {active?aucune alliance|1 alliance|# alliances} en cours]",
                              "[ · {active?no alliance|1 alliance|# alliances} running]"};
    constexpr Words doubtful{
        "[ · {active?aucune alliance|1 alliance|# alliances} en cours ou sans nouvelles]",
        "[ · {active?no alliance|1 alliance|# alliances} running or silent]"};
    constexpr Words undated{"[ · {active?aucune alliance|1 alliance|# alliances}]",
                            "[ · {active?no alliance|1 alliance|# alliances}]"};
    constexpr Words followed{
        "{actors?aucune structure suivie|1 structure suivie|# structures suivies}[ · "
        "{meetings?aucune rencontre|1 rencontre|# rencontres}]",
        "{actors?no actor|1 actor|# actors} followed[ · {meetings?no meeting|1 meeting|# "
        "meetings}]"};
    constexpr Words projects{
        "[ · {projects?aucune expérimentation|1 expérimentation|# expérimentations}]",
        "[ · {projects?no experiment|1 experiment|# experiments}]"};
    const Words& running = facts.known("active_low") ? doubtful : alliances;
    return filled(followed, facts, language) +
           filled(facts.known("years") ? running : undated, facts, language) +
           filled(projects, facts, language);
}

/// What a table that is absent would say.
struct Absent {
    model::Table table;
    std::optional<model::Table> of;  ///< Only asked for when this one is there.
    Words would_say;
};

std::vector<std::string> not_recorded(const Document& document) {
    using model::Table;
    static constexpr std::array asked{
        Absent{Table::attendance,
               {},
               {"qui vient et qui ne vient plus", "who comes and who no longer does"}},
        Absent{Table::partnerships,
               {},
               {"quelles alliances naissent et vivent", "which alliances are born and live"}},
        Absent{
            Table::experiments, {}, {"où en est chaque projet", "how far each project has come"}},
        Absent{Table::experiment_stages,
               Table::experiments,
               {"à quelle étape en est chaque projet", "which stage each project has reached"}},
        Absent{Table::supports,
               Table::experiments,
               {"ce qui manque à chaque projet", "what each project lacks"}},
        Absent{Table::stakes,
               {},
               {"quels sujets n’ont pas encore de table", "which subjects have no table yet"}},
    };
    std::vector<std::string> lines;
    for (const Absent& one : asked) {
        if (document.data.has(one.table) || (one.of && !document.data.has(*one.of))) continue;
        const auto& word = model::table_words[static_cast<std::size_t>(one.table)];
        const bool french = document.language == Language::french;
        if (lines.size() == lines_of_a_part) break;
        lines.push_back((french ? "Pas encore renseigné : " : "Not yet recorded: ") +
                        std::string(word.label.in(document.language)) +
                        (french ? " (pour savoir " : " (to know ") +
                        std::string(one.would_say.in(document.language)) + ").");
    }
    return lines;
}

/// Leaves out the stakes there is no room for: of the last ones, those without a remark go first.
/// Returns how many went.
std::size_t keep_most_telling(std::vector<Page::Stake>& stakes) {
    const std::size_t before = stakes.size();
    while (stakes.size() > most_stakes) {
        const auto last_plain =
            std::find_if(stakes.rbegin(), stakes.rend() - most_stakes / 2,
                         [](const Page::Stake& stake) { return stake.remark.empty(); });
        const bool all_remarked = last_plain == stakes.rend() - most_stakes / 2;
        stakes.erase(all_remarked ? std::prev(stakes.end()) : std::prev(last_plain.base()));
    }
    return before - stakes.size();
}

}  // namespace

Page make_page(const Document& document, const View& view) {
    const Language language = document.language;
    Facts facts(document, view);
    add_numbers(facts, document, view);
    add_year_before(facts, document, view);
    add_shares(facts);
    add_words(facts, document);
    Page page;
    page.stakes = stakes_of(facts, document);
    page.further_stakes = keep_most_telling(page.stakes);
    page.name = name_of(view, document);
    page.title = title(document, view);
    page.period = period(document, view);
    page.contents = contents(facts, language);
    page.opening = lines_of(Part::opening, facts, document, view);
    page.meeting = lines_of(Part::meeting, facts, document, view);
    page.allying = lines_of(Part::allying, facts, document, view);
    page.experimenting = lines_of(Part::experimenting, facts, document, view);
    page.limits = lines_of(Part::limits, facts, document, view);
    page.questions = lines_of(Part::question, facts, document, view);
    page.to_know = not_recorded(document);
    // How figures were computed, or that some were not, is for the table: M41x and M43x.
    const auto is_for_table = [](const base::Message& note) {
        return note.code.starts_with("M41") || note.code.starts_with("M43");
    };
    for (const base::Message& note : document.values.notes)
        if (!is_for_table(note))
            page.to_know.push_back(std::string(Words{"Note\u202f: ", "Note: "}.in(language)) +
                                   note.text(language) + ".");
    return page;
}

std::vector<View> pages_of(const Document& document) {
    std::vector<View> pages;
    for (const View& view : views_of(document.values)) {
        if (!pages.empty() && pages.back().territory == view.territory) pages.pop_back();
        pages.push_back(view);
    }
    return pages;
}

std::string title_of(Part part, const Page& page, Language language) {
    static constexpr std::array<Words, 3> openings{{{"En une phrase", "In one sentence"},
                                                    {"En deux phrases", "In two sentences"},
                                                    {"En trois phrases", "In three sentences"}}};
    switch (part) {
        case Part::opening:
            return std::string(openings[page.opening.size() - 1].in(language));
        case Part::meeting:
            return language == Language::french ? "1. Se rencontrer" : "1. Meeting";
        case Part::allying:
            return language == Language::french ? "2. S’allier" : "2. Allying";
        case Part::experimenting:
            return language == Language::french ? "3. Expérimenter" : "3. Experimenting";
        case Part::limits:
            return language == Language::french ? "Ce que cette page ne dit pas"
                                                : "What this page does not say";
        default:
            return language == Language::french ? "À débattre" : "To discuss";
    }
}

std::string_view stake_head(Language language) {
    return language == Language::french ? "Par enjeu" : "By stake";
}

std::vector<StakeColumn> stake_columns(const Page& page, Language language) {
    const bool french = language == Language::french;
    std::vector<StakeColumn> columns{{french ? "rencontres" : "meetings", &Page::Stake::meetings},
                                     {"alliances", &Page::Stake::alliances},
                                     {french ? "projets" : "projects", &Page::Stake::projects}};
    std::erase_if(columns, [&](const StakeColumn& column) {
        return std::ranges::none_of(page.stakes, [&](const Page::Stake& stake) {
            return (stake.*column.figure).has_value();
        });
    });
    return columns;
}

std::string stakes_left_out(const Page& page, Language language) {
    if (page.further_stakes == 0) return {};
    const std::string more = figure(static_cast<double>(page.further_stakes), language);
    return language == Language::french ? "et " + more + " de plus (--table --details)"
                                        : "and " + more + " more (--table --details)";
}

std::string legend_of(const Page& page, Language language) {
    static constexpr std::array<Words, 3> natures{
        {{"compté dans nos fichiers", "counted in our files"},
         {"comparé au hasard", "compared with chance"},
         {"estimé, avec ses bornes", "estimated, with its bounds"}}};
    std::string legend;
    for (const auto nature : {metrics::FigureNature::counted, metrics::FigureNature::compared,
                              metrics::FigureNature::estimated}) {
        const auto bears = [&](const Page::Line& line) { return line.sentence->nature == nature; };
        const bool used = std::ranges::any_of(page.opening, bears) ||
                          std::ranges::any_of(page.meeting, bears) ||
                          std::ranges::any_of(page.allying, bears) ||
                          std::ranges::any_of(page.experimenting, bears);
        if (!used) continue;
        if (!legend.empty()) legend += "   ";
        legend += std::string(mark_of(nature)) + " " +
                  std::string(natures[static_cast<std::size_t>(nature)].in(language));
    }
    return legend;
}

std::string_view where_the_values_are(Language language) {
    constexpr Words words{
        "Toutes les valeurs : --table. La méthode de chacune : maillage expliquer.",
        "All values: --table. How each is made: maillage explain."};
    return words.in(language);
}

}  // namespace maillage::report
