#pragma once

#include <memory>
#include <vector>

#include <maillage/model/dataset.hpp>

namespace maillage::model {

/// A row of a member table, before sorting and merging.
template <class Member>
struct DraftMember {
    std::uint32_t relation;
    Member member;
};

template <class Row, class Member>
struct DraftRelations {
    struct Draft {
        Row row;
        std::vector<TerritoryId> places;
        std::vector<ThemeId> themes;
        std::vector<SourceId> sources;
        std::vector<ActorId> accompanied_by;
    };
    std::vector<Draft> rows;
    std::vector<DraftMember<Member>> members;
};

template <class Row>
struct OfRelation {
    std::uint32_t relation;
    Row row;
};

/// A dataset under construction: rows in any order, every reference an index into the vectors of
/// the draft itself. Texts must live in `data.text` (or forever). `finish` sorts, renumbers, merges
/// the rows of one actor in one relation, adds convenors to the attendance and makes the lists.
struct Draft {
    Dataset data;  ///< `settings`, `tables` and `text` are used as they stand; the rest is made.

    struct DraftTerritory {
        Territory row;
        std::vector<TerritoryId> parents;
    };
    std::vector<DraftTerritory> territories;
    std::vector<Actor> actors;
    DraftRelations<Event, Attendee> events;
    DraftRelations<Partnership, Party> partnerships;
    DraftRelations<Experiment, Party> experiments;
    std::vector<OfRelation<StageEntry>> stages;
    std::vector<OfRelation<Support>> supports;
    std::vector<OfRelation<DeclaredNeed>> needs;
    std::vector<OfRelation<Site>> sites;
    std::vector<OfRelation<Funding>> funding;
    std::vector<OfRelation<Funding>> actor_funding;  ///< `relation` is an actor.
    std::vector<OfRelation<Evaluation>> partnership_evaluations;
    std::vector<OfRelation<Evaluation>> experiment_evaluations;
    std::vector<OfRelation<Impact>> partnership_impacts;
    std::vector<OfRelation<Impact>> experiment_impacts;
    std::vector<OfRelation<Pledge>> pledges;
    std::vector<Theme> themes;
    std::vector<Source> sources;
    std::vector<StakeOf<TerritoryId>> territory_stakes;
    std::vector<StakeOf<ActorId>> actor_stakes;
    std::vector<KindTarget> kind_targets;
    std::vector<LeverLevel> levers;
    std::vector<Rating> ratings;
    std::vector<Engagement> engagements;
    std::vector<Benchmark> benchmarks;
};

/// Finishes a draft.
///
/// Errors   None. Ids must be unique and the hierarchy free of loops: loading has seen to both.
/// Cost     O(rows log rows) time, about twice the memory of the draft.
[[nodiscard]] Dataset finish(Draft draft);

}  // namespace maillage::model
