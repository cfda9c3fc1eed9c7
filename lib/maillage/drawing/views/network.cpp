#include <algorithm>
#include <optional>

#include <maillage/base/error.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/drawing/legend.hpp>
#include <maillage/drawing/merged.hpp>
#include <maillage/drawing/scene.hpp>
#include <maillage/drawing/sheet.hpp>
#include <maillage/drawing/texts.hpp>
#include <maillage/drawing/view.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

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

std::optional<Drawing> draw_merged(const metrics::Scope& scope, const Reading& reading,
                                   const Counts& counts, LegendFacts facts, const Matter& matter) {
    for (const auto& [cards, bundles] : merged_sizes(matter.options.paper)) {
        const MergedScene merged =
            merge(scope, reading, Counting::running, matter.options, cards, bundles);
        Texts texts = matter.texts;
        const Phrase& said =
            merged.by_territory ? words::merged_by_territory : words::merged_by_kind;
        texts.notice +=
            " · " + say(said, counts.actors + counts.elsewhere, matter.options.language);
        facts.merged = &merged;
        const LegendParts parts = legend(counts, facts);
        for (const double share : margin_shares)
            if (auto drawing =
                    merged_sheet({parts, matter.scene, texts, matter.options}, merged, share))
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
    LegendFacts facts = legend_facts(scope, counts, scene, from.options);
    facts.not_drawn = keep_largest_of_few(scene);
    const LegendParts parts = legend(counts, facts);
    const Matter matter{parts, scene, texts, from.options};
    std::optional<Drawing> drawing = network_sheet(matter, all_names);
    if (!drawing) drawing = draw_merged(scope, reading, counts, facts, matter);
    if (!drawing) throw base::LimitError({"S021", {std::to_string(scene.symbols.size())}, {}});
    return std::move(*drawing);
}

}  // namespace maillage::drawing
