// What ends every table.

#include <algorithm>
#include <array>
#include <cmath>

#include <maillage/base/message.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/inference/nulls.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/page.hpp>
#include <maillage/report/table.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;

/// "rencontres attribuées par lieu": how relations are given to a territory.
std::string attribution_of(const Table& table, Language language) {
    static constexpr std::array<Words, 4> ways{{{"", ""},
                                                {"selon le siège", "by seat"},
                                                {"selon le lieu", "by place"},
                                                {"selon le siège ou le lieu", "by seat or place"}}};
    std::string text;
    std::array<bool, metrics::dynamics.size()> said{};
    for (const Table::Group& group : table.groups) {
        const auto dynamic = static_cast<std::size_t>(group.metric->dynamic);
        if (said[dynamic] || group.lines.empty()) continue;
        said[dynamic] = true;
        const metrics::Estimate* record = group.lines.front().records.back();
        if (record == nullptr) continue;
        if (!text.empty()) text += ", ";
        text += metrics::dynamics[dynamic].label.in(language);
        text += ' ';
        text += ways[static_cast<std::size_t>(record->attribution)].in(language);
    }
    return text;
}

/// The first sentence of the page, as an example of how a figure reads.
std::string reading(const Page& page) {
    return page.opening.empty() ? std::string() : page.opening.front().text;
}

/// What the page says of rows left out; empty when there are none.
std::string rows_left_out(const Page& page) {
    const auto found = std::ranges::find_if(
        page.limits, [](const Page::Line& line) { return line.sentence->id == "left_out"; });
    return found == page.limits.end() ? std::string() : found->text;
}

std::string field(const Document& document, const Table& table) {
    const Language language = document.language;
    std::string text(Words{"acteurs de la liste", "actors of the list"}.in(language));
    const std::string perimeter = perimeter_of(document);
    text += Words{" (", " ("}.in(language);
    text +=
        perimeter.empty()
            ? Words{"son origine n’est pas notée", "how it was made is not recorded"}.in(language)
            : std::string_view(perimeter);
    text += ')';
    // Everything has no border.
    if (std::ranges::any_of(table.views, [](const View& view) { return view.territory != "*"; }))
        text.append(Words{" ; ", "; "}.in(language)).append(attribution_of(table, language));
    return text + '.';
}

std::string source(const Document& document) {
    const Language language = document.language;
    const model::Settings& settings = document.data.settings;
    std::string text = base::printable(settings.source);
    if (text.empty()) {
        constexpr std::size_t most = 3;
        for (std::size_t i = 0; i < std::min(document.data.sources.size(), most); ++i)
            text += (text.empty() ? "" : ", ") + base::printable(document.data.sources[i].name);
        if (document.data.sources.size() > most) text += ", …";
    }
    if (text.empty()) text = Words{"fichiers du dossier", "files of the folder"}.in(language);
    if (document.calendar.as_of) {
        text += Words{", données au ", ", data as of "}.in(language);
        text += base::in_words(*document.calendar.as_of, language);
    }
    return text + '.';
}

/// The least share of a table that its draws had moved when they stopped.
double least_moved(const std::vector<metrics::DrawsMade>& made) {
    double least = 1;
    for (const metrics::DrawsMade& of : made)
        least =
            std::min(least, static_cast<double>(of.moved) / static_cast<double>(of.memberships));
    return least;
}

/// How figures were set beside coincidence; empty when none was.
std::string draws(const Document& document) {
    const auto& made = document.values.draws;
    if (made.empty()) return {};
    static constexpr Words words{
        "graine {0}, {1} par comparaison ; écart-type de p : {2} au plus ; {3} échanges chacun ou "
        "plus, distance au tableau observé stable ({4} % des cases déplacées ou plus).",
        "seed {0}, {1} a comparison; standard error of p: {2} at most; {3} trades each or more, "
        "distance to the observed table stable ({4}% of cells moved or more)."};
    const Language language = document.language;
    const std::uint32_t count = replicates_of(document.request, document.calendar);
    const auto trades = std::ranges::min(made, {}, &metrics::DrawsMade::trades).trades;
    return base::fill(
        words.in(language),
        {std::to_string(document.request.seed), base::readable(std::int64_t{count}, language),
         base::readable(inference::monte_carlo_error(0.5, count), 3, language),
         base::readable(static_cast<std::int64_t>(trades), language),
         base::readable(std::floor(100 * least_moved(made)), 0, language)});
}

}  // namespace

std::vector<std::string> notes_of(const Document& document) {
    const Words head{"Note : ", "Note: "};
    std::vector<std::string> lines;
    for (const base::Message& note : document.values.notes)
        lines.push_back(std::string(head.in(document.language)) + note.text(document.language) +
                        " [" + std::string(note.code) + "]");
    return lines;
}

std::string name_of(const View& view, const Document& document) {
    std::string name = base::printable(view.name);
    if (document.data.settings.simulated)
        name += Words{" (données simulées)", " (simulated data)"}.in(document.language);
    return name;
}

std::string head_of(const View& view, const Table& table, const Document& document) {
    const auto same = [&](auto member) {
        return std::ranges::all_of(
            table.views, [&](const View& other) { return other.*member == view.*member; });
    };
    const std::string name = view.territory == "*"
                                 ? std::string(Words{"Ensemble", "All"}.in(document.language))
                                 : base::printable(view.name);
    const std::string period(view.period);
    if (same(&View::period)) return name;
    return same(&View::territory) ? period : name + " " + period;
}

std::vector<std::string> foot_of(const Document& document, const Table& table) {
    const Language language = document.language;
    std::vector<std::string> lines;
    const auto add = [&](const Words& head, const std::string& text) {
        if (!text.empty()) lines.push_back(std::string(head.in(language)) + text);
    };
    const Page page = table.views.empty() ? Page() : make_page(document, table.views.front());
    add({"Lecture : ", "Reading: "}, reading(page));
    add({"Champ : ", "Scope: "}, field(document, table));
    add({"Source : ", "Source: "}, source(document));
    add({"Tirages : ", "Draws: "}, draws(document));
    add({"Note : ", "Note: "}, rows_left_out(page));
    for (std::string& note : notes_of(document)) lines.push_back(std::move(note));
    return lines;
}

}  // namespace maillage::report
