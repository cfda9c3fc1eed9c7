#include <array>
#include <string>

#include <maillage/atlas/atlas.hpp>
#include <maillage/atlas/figures.hpp>
#include <maillage/atlas/groups.hpp>
#include <maillage/atlas/outlines.hpp>
#include <maillage/atlas/page.hpp>
#include <maillage/atlas/viewer.hpp>
#include <maillage/atlas/write_network.hpp>
#include <maillage/base/error.hpp>
#include <maillage/base/version.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/page.hpp>
#include <maillage/report/table.hpp>

namespace maillage::atlas {

namespace {

using base::Language;

constexpr std::array languages{Language::french, Language::english};

/// One document a language: the writers of the report word it.
struct Documents {
    report::Document french, english;

    [[nodiscard]] const report::Document& in(Language language) const {
        return language == Language::french ? french : english;
    }
};

/// Members of the object under way, `[fr, en]` each.
template <class Say>
void write_both(JsonText& json, std::string_view name, const Say& say) {
    json.name(name).open('[');
    for (const Language language : languages) json.text(say(language));
    json.close(']');
}

void write_about(JsonText& json, const model::Dataset& data, const Figures& figures,
                 const Network& network, const Documents& documents, const AtlasOptions& options) {
    json.name("about").open('{').name("version").text(base::version());
    json.name("title").text(data.settings.title).name("source").text(data.settings.source);
    json.name("language").text(options.language == Language::french ? "fr" : "en");
    json.name("simulated").truth(data.settings.simulated);
    const auto day = [&](std::string_view name, std::optional<base::Day> value) {
        json.name(name);
        value ? json.whole(*value) : json.null();
    };
    day("asOf", figures.calendar.as_of);
    day("first", figures.calendar.windows.front().first);
    day("last", figures.calendar.windows.front().last);
    const bool drawn = metrics::replicates_of(figures.request, figures.calendar) > 0;
    json.name("seed");
    drawn ? json.whole(static_cast<std::int64_t>(figures.request.seed)) : json.null();
    json.name("replicates").whole(metrics::replicates_of(figures.request, figures.calendar));
    json.name("silentMonths").whole(figures.request.silent_months);
    json.name("mergesPersons").truth(network.merges_persons);
    json.name("persons").whole(static_cast<std::int64_t>(network.persons));
    json.name("lone").whole(static_cast<std::int64_t>(network.lone));
    json.name("legal").whole(static_cast<std::int64_t>(network.legal));
    json.name("planned").open('[');
    for (const std::uint64_t count : network.planned) json.whole(static_cast<std::int64_t>(count));
    json.close(']');
    json.name("errors").whole(static_cast<std::int64_t>(options.errors));
    json.name("warnings").whole(static_cast<std::int64_t>(options.warnings));
    json.name("yearsOfTerritories").truth(figures.years_of_territories);
    write_both(json, "perimeter",
               [&](Language l) { return report::perimeter_of(documents.in(l)); });
    json.close('}');
}

void write_lines(JsonText& json, std::string_view name,
                 const std::vector<report::Page::Line>& lines) {
    json.name(name).open('[');
    for (const report::Page::Line& line : lines) {
        json.open('[').text(report::mark_of(line.sentence->nature));
        json.text(line.text).close(']');
    }
    json.close(']');
}

/// Page one, as `report` prints it, in each language.
void write_pages(JsonText& json, const Documents& documents) {
    json.name("pages").open('[');
    for (const Language language : languages) {
        const report::Document& document = documents.in(language);
        const report::Page page =
            report::make_page(document, report::views_of(document.values).front());
        json.open('{').name("name").text(page.name).name("title").text(page.title);
        json.name("period").text(page.period).name("contents").text(page.contents);
        write_lines(json, "opening", page.opening);
        write_lines(json, "meeting", page.meeting);
        write_lines(json, "allying", page.allying);
        write_lines(json, "experimenting", page.experimenting);
        write_lines(json, "limits", page.limits);
        write_lines(json, "questions", page.questions);
        json.name("toKnow").texts(page.to_know);
        json.name("stakes").open('[');
        const auto number = [&](std::optional<double> value) {
            value ? json.number(*value) : json.null();
        };
        for (const report::Page::Stake& stake : page.stakes) {
            json.open('[').text(stake.name);
            number(stake.meetings);
            number(stake.alliances);
            number(stake.projects);
            json.text(stake.remark).close(']');
        }
        json.close(']');
        json.name("furtherStakes").whole(static_cast<std::int64_t>(page.further_stakes));
        json.name("notes").texts(report::notes_of(document)).close('}');
    }
    json.close(']');
}

void write_sources(JsonText& json, const model::Dataset& data) {
    json.name("sources").open('[');
    for (const model::Source& source : data.sources) {
        json.open('[').text(source.id).text(source.name).text(source.publisher);
        json.text(source.licence).text(source.retrieved).close(']');
    }
    json.close(']').name("files").open('[');
    for (std::size_t i = 0; i < data.tables.size(); ++i) {
        const model::TableInfo& info = data.tables[i];
        if (!info.present) continue;
        json.open('{').name("label").words(model::table_words[i].label);
        json.name("file").text(info.file).name("sha256").text(info.sha256);
        json.name("rows").whole(static_cast<std::int64_t>(info.rows));
        json.name("refused").whole(static_cast<std::int64_t>(info.refused)).close('}');
    }
    json.close(']');
}

void write_fragile(JsonText& json, const Figures& figures, const Network& network) {
    json.name("fragile").open('[');
    for (const Figures::Fragile& one : figures.fragile) {
        const std::uint32_t symbol = network.symbol_of[one.actor];
        // A name beside fragility is that of an organisation.
        if (symbol == Network::none || network.symbols[symbol].is_person) continue;
        json.open('[').whole(symbol).whole(one.parts).whole(one.kept).close(']');
    }
    json.close(']');
}

}  // namespace

bool is_available() {
    return !viewer().script.empty();
}

std::string write_atlas(const model::Dataset& data, const metrics::Request& request,
                        const privacy::Naming& naming, const AtlasOptions& options) {
    if (!is_available()) throw base::InputError({"S040", {}, {}});
    const metrics::Study study(data, request);
    const Network network = make_network(
        study, naming, metrics::calendar(data, request).windows.front(), options.citizens);
    const auto rows = territories_of(data, request);
    const Places places = places_of(data, network, rows);
    // Looked at before anything long is computed.
    const Outlines outlines = set_on_grid(options.outlines, places);
    const Figures figures = compute_figures(data, request, naming, rows);
    const Positions positions = place(network, options.seed, request.threads);
    const auto document = [&](Language language) {
        return report::Document{data,     figures.request, figures.whole,   figures.calendar,
                                language, options.errors,  options.warnings};
    };
    const Documents documents{document(Language::french), document(Language::english)};
    JsonText json;
    json.open('{');
    write_about(json, data, figures, network, documents, options);
    write_vocabulary(json);
    write_network(json, data, network, positions, places);
    write_outlines(json, outlines, places);
    write_groups(json, make_groups(network, data, options.seed), places);
    write_figures(json, figures, data, places);
    write_pages(json, documents);
    write_fragile(json, figures, network);
    write_sources(json, data);
    json.close('}');
    return page_of({viewer(), json.take(), documents.in(options.language), figures, data});
}

}  // namespace maillage::atlas
