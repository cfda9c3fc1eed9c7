#include <algorithm>
#include <array>
#include <map>

#include <maillage/graph/projection.hpp>
#include <maillage/metrics/new_pairs.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_access_gain",
    .dynamic = Dynamic::emergence,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "actors",
    .title = {"Voisins gagnés par une alliance", "Neighbours gained by an alliance"},
    .question = {"Quels voisins nouveaux par cette alliance ?",
                 "Which new neighbours by this alliance?"},
    .definition =
        {"Pour une partie d’une alliance, acteurs du territoire à deux pas au plus (ses alliés et "
         "leurs alliés) par les alliances en cours le jour où elle commence, cette alliance "
         "comprise, moins ceux qui y sont sans elle. Valeur : moyenne sur les parties des "
         "alliances "
         "nées dans la période. En détail, la moyenne de chaque acteur (actor=). Indéfini sans "
         "alliance datée.",
         "For a party of an alliance, actors of the territory within two steps (its allies and "
         "their allies) by the alliances running on the day it starts, this one included, minus "
         "those that are within reach without it. Value: mean over the parties of the alliances "
         "born in the window. In detail, the mean of each actor (actor=). Undefined without dated "
         "alliance."},
    .reading = {"Une nouvelle alliance donne à chaque partie {0} voisins de plus.",
                "A new alliance gives each party {0} more neighbours."},
    .limits = {"Être à deux pas n’est pas se connaître. Une alliance sans fin ni nouvelles est "
               "prise comme en cours.",
               "Being two steps away is not knowing each other. An alliance without end nor news "
               "is taken as running."},
    .source = "ours"}};

constexpr std::array tables{model::Table::partnerships};

constexpr std::string_view id = "emergence_access_gain";

/// Counts whom a vertex reaches by the alliances of a day. A relation is walked once a count: what
/// it joins is known from the first step that leads to it.
class Reach {
  public:
    explicit Reach(const Scope& scope)
        : scope_(scope),
          network_(graph::restricted(scope.study.partnerships.incidence,
                                     scope.view.partnerships.relations,
                                     scope.view.partnerships.actors)),
          seen_(network_.vertices(), 0),
          walked_(network_.relations(), 0) {}

    [[nodiscard]] const graph::Incidence& network() const { return network_; }

    /// Others that more come within two steps of `start` on the day when the relation `added`
    /// (of the network) starts, because of it.
    std::int64_t gain(graph::Vertex start, std::size_t added) {
        const auto without = count(start, added, true);
        return count(start, added, false) - without;
    }

  private:
    const Scope& scope_;
    graph::Incidence network_;
    std::vector<std::uint32_t> seen_, walked_;  ///< Last count that met them.
    std::uint32_t counts_ = 0;
    std::vector<graph::Vertex> near_, far_;

    [[nodiscard]] const model::Partnership& row(std::size_t relation) const {
        return scope_.data.partnerships.rows[scope_.view.partnerships.relations[relation]];
    }

    /// By when the start of `added` is certain, what runs then; `added` itself as told.
    [[nodiscard]] bool is_open(std::size_t relation, std::size_t added, bool leave_out) const {
        if (relation == added) return !leave_out;
        return runs_on(row(relation), row(added).start.last());
    }

    std::int64_t count(graph::Vertex start, std::size_t added, bool leave_out) {
        ++counts_;
        near_.clear();
        far_.clear();
        seen_[start] = counts_;
        const auto step = [&](graph::Vertex from, std::vector<graph::Vertex>& to) {
            for (const std::uint32_t relation : network_.relations_of(from)) {
                if (walked_[relation] == counts_) continue;
                walked_[relation] = counts_;
                if (!is_open(relation, added, leave_out)) continue;
                for (const graph::Vertex member : network_.members(relation)) {
                    if (seen_[member] == counts_) continue;
                    seen_[member] = counts_;
                    to.push_back(member);
                }
            }
        };
        step(start, near_);
        for (const graph::Vertex ally : near_) step(ally, far_);
        return static_cast<std::int64_t>(near_.size() + far_.size());
    }
};

struct Gains {
    std::int64_t sum = 0, parties = 0;

    void add(std::int64_t gain) {
        sum += gain;
        ++parties;
    }
    [[nodiscard]] double mean() const {
        return static_cast<double>(sum) / static_cast<double>(parties);
    }
};

void write_actors(const Scope& scope, const std::vector<Gains>& of, Results& results) {
    std::size_t vertex = 0;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        const Gains& gains = of[vertex++];
        if (gains.parties == 0) return;
        const std::string label = results.actor(actor);
        results.value(id, {{KeyName::actor, label}}, gains.mean()).n = gains.parties;
    });
}

void compute_gain(const Scope& scope, Results& results) {
    const auto started = started_partnerships(scope);
    Reach reach(scope);
    Gains all;
    std::vector<Gains> of(reach.network().vertices());
    const auto& relations = scope.view.partnerships.relations;
    for (const std::uint32_t alliance : started) {
        const auto at = std::ranges::lower_bound(relations, alliance) - relations.begin();
        const auto relation = static_cast<std::size_t>(at);
        for (const graph::Vertex party : reach.network().members(relation)) {
            const std::int64_t gain = reach.gain(party, relation);
            all.add(gain);
            of[party].add(gain);
        }
    }
    if (all.parties == 0) {
        results.undefined(id, {}, started.empty() ? reason_of_no_start(scope) : "no_relation");
        return;
    }
    Estimate& row = results.value(id, {}, all.mean());
    row.n = all.parties;
    row.n_effective = static_cast<std::int64_t>(started.size());
    if (results.wants_rows()) write_actors(scope, of, results);
}

}  // namespace

extern const Entry emergence_access_gain;
const Entry emergence_access_gain{"P20", metrics_of_entry, tables, compute_gain, Cost::superlinear};

}  // namespace maillage::metrics
