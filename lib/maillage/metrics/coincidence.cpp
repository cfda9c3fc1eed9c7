#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include <maillage/base/numbers.hpp>
#include <maillage/inference/nulls.hpp>
#include <maillage/metrics/coincidence.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

using graph::Vertex;

constexpr std::size_t least_relations = 6, least_actors = 10;
// About 200 MB, and a few seconds.
constexpr std::uint64_t most_memberships = 50'000'000, most_pairs = 500'000'000;

std::vector<std::uint32_t> elements_of(const graph::Ranges& set) {
    std::vector<std::uint32_t> elements;
    elements.reserve(set.size());
    set.for_each([&](std::uint32_t element) { elements.push_back(element); });
    return elements;
}

/// Where most members sit; the first in the order of territories among equals.
model::TerritoryId usual_seat(const model::Dataset& data, std::span<const Vertex> actors) {
    std::map<std::uint32_t, std::size_t> seats;
    for (const Vertex actor : actors)
        if (data.actors[actor].seat.known()) ++seats[data.actors[actor].seat.index];
    const auto most =
        std::ranges::max_element(seats, {}, [](const auto& seat) { return seat.second; });
    return most == seats.end() ? model::TerritoryId() : model::TerritoryId{most->first};
}

/// True when the actor certainly did not exist on any day the relation may have begun.
bool is_out_of_time(const model::Actor& actor, const model::Date& start) {
    return base::certainly_before(start, actor.created) ||
           (actor.closed.known() && start.known() && actor.closed.last() <= start.first());
}

inference::Constraints constraints_of(const model::Dataset& data, const TwoModeTable& table) {
    inference::Constraints constraints{blocks_of(data, table), {}};
    const auto actors = elements_of(table.actors);
    const auto comes_or_goes = [&](std::uint32_t actor) {
        return data.actors[actor].created.known() || data.actors[actor].closed.known();
    };
    if (std::ranges::none_of(actors, comes_or_goes)) return constraints;
    std::vector<model::Date> starts;
    for (const std::uint32_t row : table.relations) starts.push_back(table.row(row).start);
    constraints.forbids = [&data, actors, starts](std::uint32_t relation, Vertex vertex) {
        return is_out_of_time(data.actors[actors[vertex]], starts[relation]);
    };
    return constraints;
}

/// Relations and actors that have a membership.
bool is_small(const graph::Incidence& network) {
    std::size_t relations = 0, actors = 0;
    for (std::size_t i = 0; i < network.relations(); ++i) relations += !network.members(i).empty();
    for (std::size_t v = 0; v < network.vertices(); ++v) actors += !network.relations_of(v).empty();
    return relations < least_relations || actors < least_actors;
}

bool is_large(const graph::Incidence& network, std::uint64_t draws) {
    std::uint64_t pairs = 0;
    for (std::size_t i = 0; i < network.relations(); ++i)
        pairs += network.members(i).size() * network.members(i).size();
    return draws * network.memberships() > most_memberships || draws * pairs > most_pairs;
}

}  // namespace

std::vector<model::TerritoryId> homes_of(const model::Dataset& data, const TwoModeTable& table) {
    std::vector<model::TerritoryId> homes;
    for (const std::uint32_t row : table.relations) {
        const auto places = table.family.places.members(row);
        homes.push_back(places.empty() ? usual_seat(data, table.family.incidence.members(row))
                                       : model::TerritoryId{places.front()});
    }
    return homes;
}

std::vector<std::uint32_t> blocks_of(const model::Dataset& data, const TwoModeTable& table) {
    const bool by_year = table.blocks == TwoModeTable::Blocks::territory_and_year;
    const auto homes = homes_of(data, table);
    std::vector<std::uint64_t> labels;
    for (std::size_t i = 0; i < homes.size(); ++i) {
        const model::Date& start = table.row(table.relations[i]).start;
        const int year = by_year && start.known() ? base::year_of(start.first()) : 0;
        labels.push_back(std::uint64_t{homes[i].index} << 16U | static_cast<std::uint64_t>(year));
    }
    return inference::joined_blocks(labels);
}

Coincidence::Coincidence(const Study& study, const TwoModeTable& table, std::string_view name,
                         std::string_view scope)
    : study_(study), name_(name) {
    if (study.replicates == 0) return;
    if (is_small(table.network))
        reason_ = "M410";
    else if (is_large(table.network, study.replicates))
        reason_ = "M411";
    if (!reason_.empty()) return;
    // A draw without a tenth of the records is one of many: it may be cheaper, and less exact.
    const auto sampling =
        study.request.deletion ? inference::Sampling::thinned : inference::Sampling::independent;
    draws_.emplace(table.network, constraints_of(study.data, table), study.replicates,
                   study.request.seed, "curveball " + name_ + " " + std::string(scope), threads(),
                   sampling);
}

unsigned Coincidence::threads() const {
    // Views run in parallel already, when there are several.
    return study_.request.territories.size() > 1 ? 1 : study_.request.threads;
}

void Coincidence::say_how(Results& results) const {
    if (!reason_.empty()) results.note(reason_);
    if (!draws_) return;
    const auto& walk = draws_->diagnostics();
    results.drawn({name_, {}, {}, walk.rounds, walk.trades, walk.memberships, walk.moved});
}

void Coincidence::for_each_table(
    const std::function<void(std::size_t, const graph::Incidence&)>& visit) const {
    if (draws_) draws_->for_each_table(visit, threads());
}

void Coincidence::compare(Results& results, Estimate& row,
                          const std::function<double(const graph::Incidence&)>& statistic) const {
    const bool drawn = draws_ && row.value;
    compare(results, row, drawn ? draws_->statistic(statistic, threads()) : std::vector<double>());
}

std::vector<std::vector<double>> Coincidence::statistics(
    std::size_t count,
    const std::function<void(const graph::Incidence&, std::span<double>)>& of) const {
    std::vector<std::vector<double>> found(count, std::vector<double>(draws()));
    for_each_table([&](std::size_t r, const graph::Incidence& table) {
        std::vector<double> values(count);
        of(table, values);
        for (std::size_t i = 0; i < count; ++i) found[i][r] = values[i];
    });
    return found;
}

void Coincidence::compare(Results& results, Estimate& row, std::vector<double> draws) const {
    row.nature = FigureNature::counted;
    say_how(results);
    if (draws.empty() || !row.value) return;
    const auto found = inference::summary(*row.value, std::move(draws));
    row.nature = FigureNature::compared;
    row.null_model = "curveball";
    row.null_mean = found.mean;
    row.null_sd = found.sd;
    row.z = found.z;
    row.p = found.p;
    row.range_low = found.low;
    row.range_high = found.high;
}

}  // namespace maillage::metrics
