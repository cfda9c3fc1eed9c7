#include <maillage/drawing/network.hpp>
#include <maillage/drawing/sheet.hpp>

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

}  // namespace

Network read_network(const Viewpoint& from) {
    Network network;
    network.reading = read(from.scope);
    network.counts = count(from.scope, network.reading);
    take_figures(from.scope, from.request, network.counts);
    network.scene = make_scene(from.scope, network.reading, from.naming, from.options);
    network.facts = legend_facts(from.scope, network.counts, network.scene, from.options);
    return network;
}

std::optional<Drawing> merged_network(const Viewpoint& from, const Network& network,
                                      const std::function<Texts(const MergedScene&)>& write) {
    for (const auto& [cards, bundles] : merged_sizes(from.options.paper)) {
        const MergedScene merged =
            merge(from.scope, network.reading, Counting::running, from.options, cards, bundles);
        LegendFacts facts = network.facts;
        facts.merged = &merged;
        const LegendParts parts = legend(network.counts, facts);
        const Texts texts = write(merged);
        for (const double share : margin_shares)
            if (auto drawing =
                    merged_sheet({parts, network.scene, texts, from.options}, merged, share))
                return drawing;
    }
    return std::nullopt;
}

}  // namespace maillage::drawing
