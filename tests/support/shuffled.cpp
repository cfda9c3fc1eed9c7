#include <algorithm>
#include <numeric>
#include <random>

#include "support/random_world.hpp"

namespace maillage::test {

namespace {

using namespace model;

/// Puts rows in another order and gives the map from old to new positions.
template <class Row>
std::vector<std::uint32_t> shuffle(std::vector<Row>& rows, std::mt19937& random) {
    std::vector<std::uint32_t> order(rows.size()), position(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::shuffle(order, random);
    std::vector<Row> moved;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        position[order[i]] = i;
        moved.push_back(std::move(rows[order[i]]));
    }
    rows = std::move(moved);
    return position;
}

template <class Id>
void move(Id& id, const std::vector<std::uint32_t>& position) {
    if (id.known()) id.index = position[id.index];
}

template <class Relations>
std::vector<std::uint32_t> shuffle_relations(Relations& relations, std::mt19937& random,
                                             const std::vector<std::uint32_t>& actors,
                                             const std::vector<std::uint32_t>& territories) {
    for (auto& row : relations.rows) {
        for (auto& id : row.places) move(id, territories);
        for (auto& id : row.accompanied_by) move(id, actors);
    }
    const auto position = shuffle(relations.rows, random);
    for (auto& member : relations.members) {
        member.relation = position[member.relation];
        move(member.member.actor, actors);
    }
    shuffle(relations.members, random);
    return position;
}

template <class Row>
void shuffle_rows(std::vector<OfRelation<Row>>& rows, std::mt19937& random,
                  const std::vector<std::uint32_t>& relations) {
    for (auto& row : rows) row.relation = relations[row.relation];
    shuffle(rows, random);
}

void shuffle_statements(Draft& draft, std::mt19937& random,
                        const std::vector<std::uint32_t>& actors,
                        const std::vector<std::uint32_t>& partnerships,
                        const std::vector<std::uint32_t>& experiments) {
    shuffle_rows(draft.partnership_impacts, random, partnerships);
    shuffle_rows(draft.experiment_impacts, random, experiments);
    for (auto* impacts : {&draft.partnership_impacts, &draft.experiment_impacts})
        for (auto& row : *impacts) move(row.row.actor, actors);
    shuffle_rows(draft.pledges, random, partnerships);
    for (auto& row : draft.pledges) move(row.row.actor, actors);
    for (auto& row : draft.levers) move(row.actor, actors);
    shuffle(draft.levers, random);
    for (auto& row : draft.ratings) {
        move(row.rater, actors);
        move(row.rated, actors);
    }
    shuffle(draft.ratings, random);
    for (auto& row : draft.engagements) move(row.actor, actors);
    shuffle(draft.engagements, random);
    shuffle(draft.benchmarks, random);
}

}  // namespace

Draft shuffled(Draft draft, std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto territories = shuffle(draft.territories, random);
    for (auto& row : draft.territories)
        for (auto& parent : row.parents) move(parent, territories);
    for (auto& row : draft.actors) move(row.seat, territories);
    const auto actors = shuffle(draft.actors, random);
    for (auto& row : draft.events.rows) move(row.row.convenor, actors);
    for (auto& row : draft.experiments.rows) move(row.row.inventor, actors);
    shuffle_relations(draft.events, random, actors, territories);
    const auto partnerships = shuffle_relations(draft.partnerships, random, actors, territories);
    const auto experiments = shuffle_relations(draft.experiments, random, actors, territories);
    for (auto& row : draft.stages) {
        row.relation = experiments[row.relation];
        move(row.row.declared_by, actors);
    }
    for (auto& row : draft.supports) {
        row.relation = experiments[row.relation];
        move(row.row.provider, actors);
    }
    for (auto& row : draft.needs) {
        row.relation = experiments[row.relation];
        move(row.row.met_by, actors);
    }
    for (auto& row : draft.sites) {
        row.relation = experiments[row.relation];
        move(row.row.territory, territories);
        move(row.row.run_by, actors);
    }
    for (auto& row : draft.funding) row.relation = experiments[row.relation];
    for (auto& row : draft.actor_funding) row.relation = actors[row.relation];
    shuffle_rows(draft.experiment_evaluations, random, experiments);
    shuffle_rows(draft.partnership_evaluations, random, partnerships);
    for (auto* evaluations : {&draft.experiment_evaluations, &draft.partnership_evaluations})
        for (auto& row : *evaluations) move(row.row.evaluator, actors);
    shuffle_statements(draft, random, actors, partnerships, experiments);
    for (auto& row : draft.territory_stakes) move(row.owner, territories);
    shuffle(draft.kind_targets, random);
    for (auto& row : draft.actor_stakes) move(row.owner, actors);
    return draft;
}

Draft relabelled(Draft draft, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::vector<std::string_view> ids;
    for (const Actor& actor : draft.actors) ids.push_back(actor.id);
    std::ranges::shuffle(ids, random);
    for (std::size_t i = 0; i < ids.size(); ++i) draft.actors[i].id = ids[i];
    return draft;
}

}  // namespace maillage::test
