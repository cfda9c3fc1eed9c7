#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include <maillage/base/date.hpp>
#include <maillage/base/text.hpp>
#include <maillage/model/ids.hpp>
#include <maillage/model/lists.hpp>
#include <maillage/model/settings.hpp>
#include <maillage/model/tables.hpp>
#include <maillage/model/words.hpp>

namespace maillage::model {

using base::Date;
using base::Day;

struct Territory {
    std::string_view id, code, name, code_system;
    Level level = Level::custom;
    std::optional<double> population, longitude, latitude;
    Date valid_from, valid_to;
};

struct Actor {
    std::string_view id, name, subkind;
    Kind kind = Kind::other;
    bool person = false;  ///< A natural person: never named by default.
    bool catalyst = false;
    Sphere sphere = Sphere::organisation;
    bool sphere_assumed = false;  ///< A public body without subkind, read as political.
    TerritoryId seat;             ///< Unknown when the cell is empty.
    std::optional<double> longitude, latitude;
    WordSet<Domain> domains;     ///< Empty: not said.
    std::optional<Scale> scale;  ///< Absent: not said.
    Date created, closed, last_seen;
};

/// What the three families of multi-party relations share.
struct Relation {
    std::string_view id, name;
    Date start;  ///< Of an event, its date.
    Date end;    ///< Half-open; unknown when the cell is empty.
    Date last_seen;
};

struct Event : Relation {
    ActorId convenor;
    std::string_view format;
};

struct Partnership : Relation {
    PartnershipType type = PartnershipType::other;
    std::uint8_t intensity = 0;  ///< 1 to 4, 0 when unknown.
    std::optional<double> amount;
};

struct Experiment : Relation {
    ActorId inventor;
    std::optional<bool> fragile_public, new_solution, new_process, new_model;
    std::optional<Nature> declared_nature;
    std::optional<TakenUp> taken_up_as;
    WordSet<Domain> domains;  ///< Empty: not said.
};

/// One actor in one relation, all its rows merged: an actor counts once, its roles are kept.
struct Party {
    ActorId actor;
    WordSet<Role> roles;
    Date joined, left;  ///< Unknown: those of the relation.
};

/// One actor at one event. Present unless every row says `invited_absent`; the convenor of the
/// event is present without any row.
struct Attendee {
    ActorId actor;
    WordSet<AttendanceRole> roles;
    WordSet<Sphere> spheres;  ///< Those of the rows; of the actor when no row says.
    std::uint32_t headcount = 1;

    [[nodiscard]] bool present() const {
        return roles.has(AttendanceRole::convenor) || roles.has(AttendanceRole::speaker) ||
               roles.has(AttendanceRole::participant);
    }
};

/// A family of relations with its incidence and lists, all indexed by the row of the relation.
/// Rows are sorted by id bytes; members of a relation by actor.
template <class Row, class Member>
struct RelationTable {
    std::vector<Row> rows;
    Lists<Member> members;
    Lists<TerritoryId> places;
    Lists<ThemeId> themes;
    Lists<SourceId> sources;
    Lists<ActorId> accompanied_by;

    [[nodiscard]] std::size_t size() const { return rows.size(); }
};

struct StageEntry {
    Stage stage = Stage::conception;
    Date date;
    ActorId declared_by;
};

struct Support {
    ActorId provider;
    Lever lever = Lever::funding;
    std::optional<Stage> stage;
    Date date;
    std::optional<double> amount, days;
};

/// A row of `needs`; needs in other words than the six of the format are kept as `text`.
struct DeclaredNeed {
    std::optional<Need> need;
    std::string_view text;
    Date since, met_on;
    ActorId met_by;
};

/// Where an experiment is put to use, by whom.
struct Site {
    TerritoryId territory;
    ActorId run_by;
    Date date;
    std::string_view use;
};

/// An evaluation of a partnership or an experiment.
struct Evaluation {
    EvaluationMode mode = EvaluationMode::performance;
    Date date;
    ActorId evaluator;
};

/// What an actor or an experiment received in a year.
struct Funding {
    int year = 0;
    FundingSource source = FundingSource::public_money;
    double amount = 0;
};

/// A row of `targets` that names a kind: how large a part of the attendees it should make.
struct KindTarget {
    Kind kind = Kind::other;
    std::optional<double> share, count;
    Date date;  ///< Of the decision.
};

/// An impact that a partnership or an experiment has written down.
struct Impact {
    ImpactKind impact = ImpactKind::performance;
    std::optional<SubImpact> sub_impact;
    ActorId actor;  ///< Whom it is for; unknown: the common good.
    std::string_view indicator;
    std::optional<double> value;
    Date date;
};

/// What one row of the members says that a party brings to a partnership and comes for.
struct Pledge {
    ActorId actor;
    WordSet<Contribution> brings;
    WordSet<Objective> seeks;
    std::optional<double> value;  ///< Of what it brings.
};

/// How far an actor offers and needs a lever, 0 to 4 (0 when the cell is empty).
struct LeverLevel {
    ActorId actor;
    std::string_view key, label;  ///< Of the lever: comparison key, and as written.
    double offer = 0, need = 0;
};

/// One score, 1 to 4. Restricted: shown only as means of several raters.
struct Rating {
    ActorId rater, rated;
    RatingItem item = RatingItem::reliability;
    double score = 0;
    Date date;
};

/// People engaged through an actor in a year; counts, never persons.
struct Engagement {
    ActorId actor;
    int year = 0;
    EngagementMean mean = EngagementMean::awareness;
    std::optional<EngagementMotor> motor;
    std::optional<double> people, returning, hours;
};

/// A figure known from elsewhere, to be set beside a local one.
struct Benchmark {
    std::string_view id, population, question;
    std::optional<double> value, n;
    std::vector<SourceId> sources;
    Date date;
};

struct Theme {
    std::string_view key;    ///< Comparison key, synonyms resolved.
    std::string_view label;  ///< As first written, in byte order of the spellings.
};

struct Source {
    std::string_view id, name, publisher, licence, retrieved;
};

/// A stake (key of a theme) an actor says it has, or a territory has decided on.
template <class Owner>
struct StakeOf {
    Owner owner;
    ThemeId stake;
};

/// Everything a folder of tables says, typed, cross-referenced and immutable.
///
/// Shapes   Territories stand in preorder of the primary tree (first known parent), children and
///          roots by id bytes: the descendants of t along that tree are [t, subtree_end[t]).
///          Actors are sorted by seat in that order, then by id bytes; those without seat come
///          last. So the actors of a territory are one range, or a few where parents are several.
/// Errors   None: what is wrong in the files became issues while loading.
struct Dataset {
    Settings settings;
    std::array<TableInfo, table_count> tables;

    std::vector<Territory> territories;
    Lists<TerritoryId> parents;  ///< All parents, the primary one first.
    std::vector<std::uint32_t> subtree_end;
    std::vector<Actor> actors;
    std::vector<std::uint32_t> first_actor_of;  ///< Per territory + 1: offsets into `actors`.
    std::vector<std::uint32_t> territories_by_id, actors_by_id;  ///< Rows in order of id bytes.

    RelationTable<Event, Attendee> events;
    RelationTable<Partnership, Party> partnerships;
    RelationTable<Experiment, Party> experiments;
    Lists<StageEntry> stages;      ///< Per experiment, by date, then in stage order.
    Lists<Support> supports;       ///< Per experiment.
    Lists<DeclaredNeed> needs;     ///< Per experiment.
    Lists<Site> sites;             ///< Per experiment, by date.
    Lists<Funding> funding;        ///< Per experiment, by year.
    Lists<Funding> actor_funding;  ///< Per actor, by year.
    Lists<Evaluation> partnership_evaluations, experiment_evaluations;  ///< By date.
    Lists<Impact> partnership_impacts, experiment_impacts;              ///< By date.
    Lists<Pledge> pledges;  ///< Per partnership, by actor; only rows that say something.

    std::vector<Theme> themes;    ///< Sorted by key.
    std::vector<Source> sources;  ///< Sorted by id.
    std::vector<StakeOf<TerritoryId>> territory_stakes;
    std::vector<StakeOf<ActorId>> actor_stakes;
    std::vector<KindTarget> kind_targets;  ///< By date; those without date first.
    std::vector<LeverLevel> levers;        ///< By actor, then key.
    std::vector<Rating> ratings;           ///< By rated, rater, item, date.
    std::vector<Engagement> engagements;   ///< By actor, year, mean.
    std::vector<Benchmark> benchmarks;     ///< Sorted by id.

    [[nodiscard]] const TableInfo& table(Table which) const {
        return tables[static_cast<std::size_t>(which)];
    }
    [[nodiscard]] bool has(Table which) const { return table(which).present; }
    [[nodiscard]] bool has_column(Table which, std::string_view column) const;
    /// Unknown when no row has the id. Cost: O(log rows).
    [[nodiscard]] TerritoryId find_territory(std::string_view id) const;
    [[nodiscard]] ActorId find_actor(std::string_view id) const;

    [[nodiscard]] const Territory& operator[](TerritoryId id) const {
        return territories[id.index];
    }
    [[nodiscard]] const Actor& operator[](ActorId id) const { return actors[id.index]; }

    base::TextArena text;  ///< Owns every string_view above.
};

}  // namespace maillage::model
