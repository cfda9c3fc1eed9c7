// Actors and meetings as the two sides of one graph, with the normalisations of Borgatti and
// Everett: each node is compared with the most that a node of its side could reach, given the sizes
// of both. Shortest paths are counted layer by layer (Brandes). Their numbers outgrow any integer,
// and any floating point in the end; but only the ratios of neighbouring layers are used, so that
// each layer is scaled by a power of two and nothing is lost.

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <maillage/metrics/attendance.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{
        .id = "dialogue_two_mode_centrality",
        .dynamic = Dynamic::dialogue,
        .tier = 2,
        .nature = FigureNature::counted,
        .unit = "share",
        .title = {"Centralité des acteurs et des rencontres", "Centrality of actors and meetings"},
        .question = {"Quels acteurs et quelles rencontres sont au centre ?",
                     "Which actors and which meetings are central?"},
        .definition =
            {"Graphe des acteurs et des rencontres. Pour un acteur, rencontres sur toutes les "
             "rencontres ; pour une rencontre, présents sur tous les participants. Valeur : "
             "moyenne sur les acteurs ; measure=largest : le plus grand. En détail, une ligne "
             "par acteur et par rencontre, avec measure=betweenness, sur le plus grand possible, "
             "et closeness, dans l’îlot du nœud. Indéfini sans présence ; closeness quand rien "
             "d’autre n’est à atteindre ; betweenness quand nul ne peut être entre deux.",
             "Graph of actors and meetings. For an actor, meetings over all meetings; for a "
             "meeting, attendees over all attendees. Value: mean over actors; measure=largest: "
             "the largest. In detail, one row per actor and per meeting, with "
             "measure=betweenness, over the largest possible, and closeness, within the island "
             "of the node. Undefined without attendance; closeness when nothing else can be "
             "reached; betweenness when none can lie between two."},
        .reading = {"1 : présent partout.", "1: present everywhere."},
        .limits = {"Être au centre des rencontres ne dit pas qui décide.",
                   "To be central at meetings does not say who decides."},
        .source = "Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2"},
    Metric{.id = "dialogue_two_mode_density",
           .dynamic = Dynamic::dialogue,
           .tier = 2,
           .nature = FigureNature::counted,
           .unit = "share",
           .title = {"Densité des présences", "Density of attendance"},
           .question = {"Quelle part des présences possibles a eu lieu ?",
                        "What share of possible attendances took place?"},
           .definition = {"Présences sur participants fois rencontres. Indéfini sans rencontre ou "
                          "sans participant.",
                          "Attendances over attendees times meetings. Undefined without meetings "
                          "or attendees."},
           .reading = {"{0} présences sur {1} possibles.", "{0} attendances of {1} possible."},
           .limits = {"Baisse d’elle-même quand les rencontres se multiplient.",
                      "Falls by itself as meetings grow in number."},
           .source = "Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view centrality = "dialogue_two_mode_centrality",
                           density = "dialogue_two_mode_density";

/// Actors then meetings, numbered together.
class TwoSides {
  public:
    explicit TwoSides(const graph::Incidence& meetings) : meetings_(meetings) {}

    [[nodiscard]] std::uint32_t actors() const {
        return static_cast<std::uint32_t>(meetings_.vertices());
    }
    [[nodiscard]] std::uint32_t size() const {
        return actors() + static_cast<std::uint32_t>(meetings_.relations());
    }
    [[nodiscard]] std::size_t degree(std::uint32_t node) const {
        return is_actor(node) ? meetings_.relations_of(node).size()
                              : meetings_.members(node - actors()).size();
    }
    [[nodiscard]] bool is_actor(std::uint32_t node) const { return node < actors(); }
    template <class Visit>
    void for_each_neighbour(std::uint32_t node, Visit visit) const {
        if (is_actor(node))
            for (const std::uint32_t meeting : meetings_.relations_of(node))
                visit(meeting + actors());
        else
            for (const graph::Vertex actor : meetings_.members(node - actors())) visit(actor);
    }

  private:
    const graph::Incidence& meetings_;
};

/// What a node reaches: itself and its side, the other side, and how far in all.
struct Reach {
    std::int64_t own = 1, other = 0, distance = 0;
};

/// Shortest paths from every node in turn.
class Paths {
  public:
    explicit Paths(const TwoSides& graph)
        : graph_(graph),
          depth_(graph.size(), unseen),
          paths_(graph.size(), 0),
          scaled_(graph.size(), 0),
          share_(graph.size(), 0),
          between_(graph.size(), 0),
          reach_(graph.size()) {
        for (std::uint32_t source = 0; source < graph.size(); ++source) {
            walk(source);
            come_back(source);
        }
    }
    [[nodiscard]] const Reach& reach(std::uint32_t node) const { return reach_[node]; }
    /// Each pair of ends counted once.
    [[nodiscard]] double between(std::uint32_t node) const { return between_[node] / 2; }

  private:
    static constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

    const TwoSides& graph_;
    std::vector<std::uint32_t> depth_, order_;
    std::vector<double> paths_;   ///< Number of paths, in the scale of the layer before.
    std::vector<double> scaled_;  ///< The same in the scale of the own layer.
    std::vector<double> share_, between_;
    std::vector<Reach> reach_;

    void scale_layer(std::size_t first, std::size_t last) {
        double most = 0;
        for (std::size_t i = first; i < last; ++i) most = std::max(most, paths_[order_[i]]);
        int exponent = 0;
        static_cast<void>(std::frexp(most, &exponent));
        for (std::size_t i = first; i < last; ++i)
            scaled_[order_[i]] = std::max(std::ldexp(paths_[order_[i]], -exponent),
                                          std::numeric_limits<double>::min());
    }

    void walk(std::uint32_t source) {
        order_.assign(1, source);
        depth_[source] = 0;
        paths_[source] = 1;
        Reach& reach = reach_[source];
        for (std::size_t first = 0, last = 1; first < last; first = last, last = order_.size()) {
            scale_layer(first, last);
            for (std::size_t i = first; i < last; ++i) see_neighbours(order_[i], source, reach);
        }
    }

    void see_neighbours(std::uint32_t node, std::uint32_t source, Reach& reach) {
        graph_.for_each_neighbour(node, [&](std::uint32_t next) {
            if (depth_[next] == unseen) {
                depth_[next] = depth_[node] + 1;
                order_.push_back(next);
                reach.distance += depth_[next];
                ++(graph_.is_actor(next) == graph_.is_actor(source) ? reach.own : reach.other);
            }
            if (depth_[next] == depth_[node] + 1) paths_[next] += scaled_[node];
        });
    }

    /// Hands the share of each node back to those before it, and clears the walk.
    void come_back(std::uint32_t source) {
        for (auto node = order_.rbegin(); node != order_.rend(); ++node) {
            const double given = (1 + share_[*node]) / paths_[*node];
            graph_.for_each_neighbour(*node, [&](std::uint32_t next) {
                if (depth_[next] + 1 == depth_[*node]) share_[next] += scaled_[next] * given;
            });
            if (*node != source) between_[*node] += share_[*node];
        }
        for (const std::uint32_t node : order_) {
            depth_[node] = unseen;
            paths_[node] = share_[node] = 0;
        }
    }
};

/// The largest betweenness of a node whose side holds `own` nodes and the other `other`.
double most_between(std::int64_t own, std::int64_t other) {
    const std::int64_t s = (own - 1) / other, t = (own - 1) % other;
    return static_cast<double>(other * other * (s + 1) * (s + 1) +
                               other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) /
           2;
}

/// Names the rows of a node: its degree, and its other measures.
class NodeRows {
  public:
    NodeRows(const Scope& scope, Results& results) : results_(results) {
        for (const std::string& label : results.attendee_labels())
            names_.push_back({KeyName::actor, label});
        for (const std::uint32_t event : scope.events.relations)
            names_.push_back({KeyName::event, std::string(scope.data.events.rows[event].id)});
    }
    Estimate& value(std::uint32_t node, std::string_view measure, std::optional<double> value,
                    std::string_view reason) {
        const auto& [name, text] = names_[node];
        const KeyParts plain{{name, text}}, named{{KeyName::measure, measure}, {name, text}};
        const KeyParts& key = measure.empty() ? plain : named;
        return value ? results_.value(centrality, key, *value)
                     : results_.undefined(centrality, key, reason);
    }
    Estimate& degree(std::uint32_t node, std::size_t degree, std::uint32_t most) {
        return results_.share(centrality, {{names_[node].first, names_[node].second}},
                              static_cast<std::int64_t>(degree), most, "zero_total");
    }

  private:
    Results& results_;
    std::vector<std::pair<KeyName, std::string>> names_;
};

void write_nodes(const Scope& scope, Results& results, const TwoSides& graph) {
    const Paths paths(graph);
    NodeRows rows(scope, results);
    const std::uint32_t actors = graph.actors(), meetings = graph.size() - actors;
    for (std::uint32_t node = 0; node < graph.size(); ++node) {
        const std::uint32_t own = graph.is_actor(node) ? actors : meetings;
        const std::uint32_t other = graph.is_actor(node) ? meetings : actors;
        rows.degree(node, graph.degree(node), other);
        const double most = other == 0 ? 0 : most_between(own, other);
        std::optional<double> between, close;
        if (most > 0) between = std::min(paths.between(node) / most, 1.0);
        const Reach& reach = paths.reach(node);
        if (reach.distance > 0)
            close = static_cast<double>(reach.other + 2 * (reach.own - 1)) /
                    static_cast<double>(reach.distance);
        rows.value(node, "betweenness", between, "zero_total");
        // Within its island: the coverage says how much of the graph that is.
        rows.value(node, "closeness", close, "isolate").coverage =
            static_cast<double>(reach.own + reach.other) / static_cast<double>(graph.size());
    }
}

/// What becomes of the density and of the largest degree when any one meeting is left out, and with
/// it those who came to nothing else.
struct Ranges {
    LeaveOneOut density, largest;

    Ranges(const graph::Incidence& network, std::size_t most) {
        std::size_t with_most = 0;
        for (std::size_t actor = 0; actor < network.vertices(); ++actor)
            with_most += network.relations_of(actor).size() == most ? 1 : 0;
        for (std::size_t meeting = 0; meeting < network.relations(); ++meeting)
            see_without(network, meeting, most, with_most);
    }

  private:
    void see_without(const graph::Incidence& network, std::size_t meeting, std::size_t most,
                     std::size_t with_most) {
        const auto members = network.members(meeting);
        const auto meetings = static_cast<double>(network.relations() - 1);
        const auto actors = static_cast<double>(static_cast<std::int64_t>(network.vertices()) -
                                                only_at(network, meeting));
        if (meetings == 0 || actors == 0) return;
        density.see(static_cast<double>(network.memberships() - members.size()) /
                    (meetings * actors));
        const auto here = static_cast<std::size_t>(std::ranges::count_if(
            members, [&](auto actor) { return network.relations_of(actor).size() == most; }));
        // The largest falls only when everyone who has it was there.
        largest.see(static_cast<double>(here == with_most ? most - 1 : most) / meetings);
    }
};

void compute_two_mode(const Scope& scope, Results& results) {
    const graph::Incidence& network = scope.meetings();
    const TwoSides graph(network);
    const auto actors = static_cast<std::int64_t>(network.vertices());
    const auto meetings = static_cast<std::int64_t>(network.relations());
    const auto present = static_cast<std::int64_t>(network.memberships());
    const std::string_view reason = meetings == 0 ? "no_event" : "zero_total";
    std::size_t most = 0;
    for (std::uint32_t actor = 0; actor < graph.actors(); ++actor)
        most = std::max(most, graph.degree(actor));
    const Ranges ranges(network, most);
    const auto write = [&](std::string_view id, KeyParts key, std::int64_t numerator,
                           std::int64_t denominator, const LeaveOneOut& range) -> Estimate& {
        Estimate& row = results.share(id, key, numerator, denominator, reason);
        row.n_effective = meetings;
        range.write(row);
        return row;
    };
    write(density, {}, present, actors * meetings, ranges.density);
    write(centrality, {}, present, actors * meetings, ranges.density).n = actors;
    write(centrality, {{KeyName::measure, "largest"}}, static_cast<std::int64_t>(most),
          actors == 0 ? 0 : meetings, ranges.largest);
    if (results.wants_rows()) write_nodes(scope, results, graph);
}

}  // namespace

extern const Entry dialogue_two_mode;
const Entry dialogue_two_mode{"D8b", metrics_of_entry, tables, compute_two_mode};

}  // namespace maillage::metrics
