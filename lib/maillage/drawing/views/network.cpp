#include <algorithm>
#include <array>
#include <optional>

#include <maillage/base/error.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/drawing/merged.hpp>
#include <maillage/drawing/scene.hpp>
#include <maillage/drawing/sheet.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/texts.hpp>
#include <maillage/drawing/view.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

/// Above it, actors are merged by territory: a sheet of paper holds no more symbols to be read.
constexpr std::size_t most_symbols = 300;
/// Up to so many, actors are never merged: what exceeds so many diamonds is left out and counted.
constexpr std::size_t few_symbols = 60, most_diamonds = 120;
/// Shares of the sheet that the margin may take, the first that holds its text is kept.
constexpr std::array<double, 4> margin_shares{0.32, 0.37, 0.42, 0.5};
/// Cards and diamonds of a merged map on A4; A3 takes twice as many.
constexpr std::array<std::pair<std::size_t, std::size_t>, 5> merged_sizes{
    {{40, 60}, {30, 45}, {24, 40}, {16, 24}, {8, 12}}};

/// The numbers that the report says too are taken from where the report takes them.
void take_figures(const metrics::Scope& scope, const metrics::Request& request, Counts& counts) {
    metrics::Request asked = request;
    asked.territories = {scope.view.territory};
    asked.metrics = {"actor_count", "emergence_active_count"};
    const auto whole = [](std::optional<double> value) {
        return static_cast<std::int64_t>(value.value_or(0));
    };
    for (const metrics::Estimate& row : metrics::compute(scope.data, asked).rows) {
        if (row.period != scope.window.period || !row.value) continue;
        if (row.metric == "actor_count") {
            const auto kind = metrics::key_part(row.key, metrics::KeyName::kind);
            if (!kind) counts.actors = whole(row.value);
            for (std::size_t k = 0; kind && k < model::kinds.size(); ++k)
                if (model::kinds[k].code == *kind) counts.kinds[k] = whole(row.value);
        } else if (row.key.empty()) {
            counts.alliances[0] = whole(row.range_low ? row.range_low : row.value);
            counts.alliances[1] = whole(row.value) - counts.alliances[0];
        }
    }
}

LegendFacts facts_of(const metrics::Scope& scope, const Scene& scene, const MapOptions& options) {
    LegendFacts facts;
    facts.language = options.language;
    facts.dated = scope.last_day.has_value();
    facts.year = scope.last_day ? base::year_of(*scope.last_day) : 0;
    facts.silent_months = scope.study.request.silent_months;
    facts.refused = static_cast<std::int64_t>(options.errors);
    for (const Symbol& symbol : scene.symbols) facts.merged_persons += symbol.persons;
    facts.person_symbols = scene.person_symbols;
    facts.several =
        std::ranges::any_of(scene.alliances, [](const Alliance& a) { return a.count > 1; });
    return facts;
}

/// Keeps the alliances that stand for most, running before ended; gives the number left out.
std::int64_t keep_largest(Scene& scene, std::size_t most) {
    if (scene.alliances.size() <= most) return 0;
    std::ranges::stable_sort(scene.alliances, [](const Alliance& a, const Alliance& b) {
        return std::tuple(a.state == State::ended, b.count) <
               std::tuple(b.state == State::ended, a.count);
    });
    std::int64_t left_out = 0;
    for (; scene.alliances.size() > most; scene.alliances.pop_back())
        left_out += scene.alliances.back().count;
    return left_out;
}

/// Long names in an index need wide columns more than the map needs width.
std::array<double, 4> shares_for(const Scene& scene, Names names) {
    constexpr double usual_column = 58;  // Points of A4 type beside a number, at the least share.
    const auto is_long = [&](const Symbol& symbol) {
        return text_width(symbol.name, 7) > 1.3 * usual_column;
    };
    const auto many = static_cast<std::size_t>(std::ranges::count_if(scene.symbols, is_long));
    const bool wide = names != Names::beside && 4 * many > scene.symbols.size();
    return wide ? std::array<double, 4>{0.42, 0.5, 0.37, 0.32} : margin_shares;
}

/// The first arrangement that holds everything, from the roomiest to the tightest.
std::optional<Drawing> draw_network(const Matter& matter) {
    for (const Names names : {Names::beside, Names::numbered, Names::numbered_with_ties})
        for (const LegendPlace legend : {LegendPlace::margin, LegendPlace::below_map})
            for (const double share : shares_for(matter.scene, names))
                if (names != Names::beside || legend == LegendPlace::margin)
                    if (auto drawing = network_sheet(matter, names, legend, share)) return drawing;
    return std::nullopt;
}

std::optional<Drawing> draw_merged(const metrics::Scope& scope, const Reading& reading,
                                   const Matter& matter) {
    const std::size_t times = matter.options.paper == Paper::a3 ? 2 : 1;
    for (const auto& [cards, bundles] : merged_sizes) {
        const MergedScene merged =
            merge(scope, reading, matter.options.language, times * cards, times * bundles);
        Texts texts = matter.texts;
        const Phrase& said =
            merged.by_territory ? words::merged_by_territory : words::merged_by_kind;
        texts.notice += " · " + say(said, matter.counts.actors + matter.counts.elsewhere,
                                    matter.options.language);
        for (const double share : margin_shares)
            if (auto drawing =
                    merged_sheet({matter.counts, matter.scene, texts, matter.facts, matter.options},
                                 merged, share))
                return drawing;
    }
    return std::nullopt;
}

}  // namespace

Drawing network_view(const Viewpoint& from) {
    const metrics::Scope& scope = from.scope;
    const Reading reading = read(scope);
    Counts counts = count(scope, reading);
    take_figures(scope, from.request, counts);
    Scene scene = make_scene(scope, reading, from.naming, from.options);
    const Texts texts = write_texts(scope, counts, from.options);
    LegendFacts facts = facts_of(scope, scene, from.options);
    if (!scene.merges_persons) facts.pseudonyms = counts.persons;
    if (scene.symbols.size() <= few_symbols) facts.not_drawn = keep_largest(scene, most_diamonds);
    const Matter matter{counts, scene, texts, facts, from.options};
    std::optional<Drawing> drawing;
    if (scene.symbols.size() + scene.alliances.size() <= most_symbols)
        drawing = draw_network(matter);
    if (!drawing) drawing = draw_merged(scope, reading, matter);
    if (!drawing) throw base::LimitError({"S021", {std::to_string(scene.symbols.size())}, {}});
    return std::move(*drawing);
}

}  // namespace maillage::drawing
