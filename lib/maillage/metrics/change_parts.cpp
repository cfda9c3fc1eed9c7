#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <maillage/inference/intervals.hpp>
#include <maillage/inference/vertex_bootstrap.hpp>
#include <maillage/metrics/change_parts.hpp>
#include <maillage/metrics/kind_permutation.hpp>
#include <maillage/metrics/kitagawa.hpp>

namespace maillage::metrics {

namespace {

using KindCounts = std::array<std::int64_t, model::kinds.size()>;

bool is_of_kind(const Estimate& record) {
    return record.key.starts_with("kind=") && record.key.find(';') == std::string::npos;
}

/// Numerators and denominators of a share and of its kinds on one side.
struct Sums {
    double numerators = 0, denominators = 0;

    void add(const std::optional<Estimate>& record) {
        if (!record) return;
        numerators += record->numerator.value_or(0);
        denominators += record->denominator.value_or(0);
    }
    [[nodiscard]] bool equal(const Estimate& whole) const {
        return whole.numerator == numerators && whole.denominator == denominators;
    }
};

GroupChange group_of(const Change& whole, const Change& kind) {
    const auto part = [](const std::optional<Estimate>& of, const Estimate& all) {
        return of && of->denominator ? *of->denominator / *all.denominator : 0.0;
    };
    const auto rate = [](const std::optional<Estimate>& of) -> std::optional<double> {
        if (!of || !of->numerator || of->denominator.value_or(0) == 0) return std::nullopt;
        return *of->numerator / *of->denominator;
    };
    return {part(kind.before, *whole.before), part(kind.after, *whole.after), rate(kind.before),
            rate(kind.after)};
}

void split(Change& whole, std::span<const Change* const> kinds) {
    if (kinds.empty() || !whole.change || whole.record().unit != "share") return;
    Sums before, after;
    std::vector<GroupChange> groups;
    for (const Change* kind : kinds) {
        before.add(kind->before);
        after.add(kind->after);
        groups.push_back(group_of(whole, *kind));
    }
    if (!before.equal(*whole.before) || !after.equal(*whole.after)) return;
    if (const auto parts = decompose(groups)) {
        whole.composition = parts->composition;
        whole.mixing = parts->rates;
    }
}

/// 1 - 2 q2: the E-I index that ties between actors of these kinds have on average.
std::optional<double> index_by_composition(const KindCounts& counts) {
    std::int64_t actors = 0;
    for (const std::int64_t count : counts) actors += count;
    if (actors < 2) return std::nullopt;
    const TieSums one_tie{1, 1, 0};
    return 1 - 2 * ties_inside_kinds(one_tie, counts).mean;
}

KindCounts kinds_at_meetings(const Scope& scope) {
    KindCounts counts{};
    scope.attendees().for_each([&](std::uint32_t actor) {
        ++counts[static_cast<std::size_t>(scope.data.actors[actor].kind)];
    });
    return counts;
}

KindCounts kinds_of_active(const Scope& scope) {
    KindCounts counts{};
    for (const std::uint32_t actor : scope.active(scope.view.partnerships.actors))
        ++counts[static_cast<std::size_t>(scope.data.actors[actor].kind)];
    return counts;
}

double tied_share(const inference::TieCounts& ties, double vertices) {
    return ties.all / (vertices * (vertices - 1) / 2);
}

double degree_of(const inference::TieCounts& ties, double vertices) {
    return 2 * ties.all / vertices;
}

double index_of(const inference::TieCounts& ties, double /*vertices*/) {
    return 1 - 2 * ties.inside / ties.all;
}

struct Statistic {
    std::string_view metric;
    double (*value)(const inference::TieCounts& ties, double vertices);
    bool needs_ties;
};
constexpr std::array statistics{Statistic{"emergence_degree", degree_of, false},
                                Statistic{"emergence_density", tied_share, false},
                                Statistic{"emergence_ei_index", index_of, true}};

std::vector<std::uint8_t> classes_of(const Scope& scope) {
    std::vector<std::uint8_t> classes;
    for (const model::Kind kind : scope.kinds_of_vertices())
        classes.push_back(static_cast<std::uint8_t>(kind));
    return classes;
}

/// The change in every draw where it has a meaning; nothing when it has none in one of twenty.
std::vector<double> changes_in(const Statistic& statistic,
                               const std::vector<inference::PairedCounts>& draws, double vertices) {
    std::vector<double> changes;
    for (const inference::PairedCounts& draw : draws) {
        if (statistic.needs_ties && (draw.before.all == 0 || draw.after.all == 0)) continue;
        changes.push_back(statistic.value(draw.after, vertices) -
                          statistic.value(draw.before, vertices));
    }
    if (20 * changes.size() < 19 * draws.size()) changes.clear();
    return changes;
}

}  // namespace

void split_by_kind(std::vector<Change>& rows) {
    // The whole stands before its kinds.
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Estimate& whole = rows[i].record();
        if (!whole.key.empty()) continue;
        std::vector<const Change*> kinds;
        for (std::size_t k = i + 1; k < rows.size(); ++k) {
            const Estimate& record = rows[k].record();
            if (record.metric != whole.metric || record.territory != whole.territory) break;
            if (is_of_kind(record)) kinds.push_back(&rows[k]);
        }
        split(rows[i], kinds);
    }
}

void split_by_composition(Change& row, const Scope& before, const Scope& after) {
    const Estimate& record = row.record();
    const bool of_meetings = record.metric.starts_with("dialogue_ei_index");
    if (!record.key.empty() || (!of_meetings && record.metric != "emergence_ei_index")) return;
    const auto kinds = of_meetings ? kinds_at_meetings : kinds_of_active;
    const auto then = index_by_composition(kinds(before)), now = index_by_composition(kinds(after));
    if (!then || !now) return;
    row.composition = *now - *then;
    row.mixing = *row.change - *row.composition;
}

void write_interval(Change& row, const Scope& before, const Scope& after, std::uint32_t draws) {
    constexpr std::size_t fewest_actors = 10, fewest_alliances = 8;
    const Estimate& record = row.record();
    const auto statistic = std::ranges::find(statistics, record.metric, &Statistic::metric);
    if (draws < 2 || statistic == statistics.end() || !record.key.empty()) return;
    if (before.ties().vertices() < fewest_actors ||
        std::min(before.running_partnerships.size(), after.running_partnerships.size()) <
            fewest_alliances)
        return;
    const std::string purpose = "paired bootstrap " + std::string(record.territory);
    const auto counts = inference::paired_vertex_draws(
        before.ties(), after.ties(), classes_of(before), draws, before.study.request.seed, purpose);
    const double sd = inference::standard_deviation(
        changes_in(*statistic, counts, static_cast<double>(before.ties().vertices())));
    if (sd == 0) return;
    row.ci_low = *row.change - inference::z_95 * sd;
    row.ci_high = *row.change + inference::z_95 * sd;
    row.ci_method = "change_paired_bootstrap";
    row.z = *row.change / sd;
}

}  // namespace maillage::metrics
