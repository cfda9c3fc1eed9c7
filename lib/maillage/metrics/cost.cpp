#include <algorithm>
#include <array>

#include <maillage/base/threads.hpp>
#include <maillage/metrics/cost.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

namespace {

ViewSize size_of(const Study& study, const TerritoryView& view) {
    const auto& part = view.partnerships;
    ViewSize size{static_cast<double>(part.actors.size()), 0, 0,
                  static_cast<double>(study.replicates)};
    std::vector<double> others(study.data.actors.size());  // By actor; 0 outside V.
    for (const std::uint32_t relation : part.relations) {
        // Pairs are of actors of V.
        const auto members = study.partnerships.incidence.members(relation);
        const auto count = static_cast<double>(std::ranges::count_if(
            members, [&](graph::Vertex member) { return part.actors.contains(member); }));
        if (count < 2) continue;
        size.pairs += count * (count - 1) / 2;
        for (const graph::Vertex member : members)
            if (part.actors.contains(member)) others[member] += count - 1;
    }
    for (const double degree : others) size.paths += degree * (degree - 1) / 2;
    return size;
}

/// Asked for by name, of tables that are there.
bool is_asked(const model::Dataset& data, const Request& request, const Growth& growth) {
    const auto is_named = [&](const Metric& metric) {
        return std::ranges::find(request.metrics, metric.id) != request.metrics.end();
    };
    for (const Entry* entry : catalogue())
        if (entry->metrics.front().id == growth.metric)
            return std::ranges::any_of(entry->metrics, is_named) &&
                   std::ranges::all_of(entry->tables,
                                       [&](model::Table table) { return data.has(table); });
    return false;
}

}  // namespace

std::span<const Growth> growths() {
    constexpr double exact_betweenness = 20'000, sources = 1'024;
    static constexpr base::Words squares{"acteurs × acteurs", "actors × actors"},
        adjoining{"paires qui se touchent", "adjoining pairs"},
        all_ways{"acteurs × paires", "actors × pairs"}, draws{"tirages × paires", "draws × pairs"};
    using Size = const ViewSize&;
    static constexpr std::array all{
        Growth{"complementarity_pair", squares, [](Size s) { return s.actors * s.actors; }, 20},
        Growth{"emergence_access_gain", adjoining, [](Size s) { return s.paths; }, 32},
        Growth{"emergence_brokering_activity", adjoining, [](Size s) { return s.paths; }, 2},
        Growth{"emergence_closure_cif", adjoining, [](Size s) { return s.paths; }, 1},
        Growth{"emergence_constraint", adjoining, [](Size s) { return s.paths; }, 2},
        Growth{"emergence_degree_centralization", all_ways,
               [](Size s) { return (s.actors > exact_betweenness ? sources : s.actors) * s.pairs; },
               8},
        Growth{"fragility_distance_fragmentation", all_ways,
               [](Size s) { return s.actors * s.pairs; }, 1.2},
        Growth{"fragility_key_players", all_ways, [](Size s) { return s.actors * s.pairs; }, 0.1},
        Growth{"fragility_robustness", draws,
               [](Size s) { return (s.draws + 1) * (s.actors + s.pairs); }, 10},
        Growth{"shared_stakes", squares, [](Size s) { return s.actors * s.actors; }, 10},
    };
    return all;
}

std::vector<LongFigure> long_figures(const model::Dataset& data, const Request& request,
                                     double least) {
    std::vector<const Growth*> asked;
    for (const Growth& growth : growths())
        if (is_asked(data, request, growth)) asked.push_back(&growth);
    if (asked.empty()) return {};
    const Study study(data, request);
    const double windows = static_cast<double>(calendar(data, request).windows.size());
    std::vector<LongFigure> figures;
    figures.reserve(asked.size());
    for (const Growth* growth : asked) figures.push_back({growth, 0, 0, 0});
    for (const model::TerritoryId territory : request.territories) {
        const ViewSize size = size_of(study, TerritoryView(study, territory));
        for (LongFigure& figure : figures) {
            figure.actors += windows * size.actors;
            figure.pairs += windows * size.pairs;
            figure.seconds +=
                windows * 1e-9 * figure.growth->nanoseconds * figure.growth->steps(size);
        }
    }
    std::erase_if(figures, [&](const LongFigure& figure) { return figure.seconds < least; });
    return figures;
}

}  // namespace maillage::metrics
