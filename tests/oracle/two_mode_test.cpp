// Who came to what, on two real tables (the committees of German toxic chemicals, Davis), against
// a script that counted on the original files and, for centralities, against print: every value
// that the catalogue does not bear as it stands.

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <maillage/formats/load.hpp>
#include <maillage/graph/shared_relations.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"

using namespace maillage;

namespace {

/// The table, and what is asked of the pairs that share a meeting.
struct Table {
    const model::Dataset& data;
    graph::Incidence network;

    explicit Table(const model::Dataset& read) : data(read), network(network_of(read)) {}

    [[nodiscard]] double meetings() const { return static_cast<double>(network.relations()); }
    [[nodiscard]] double actors() const { return static_cast<double>(network.vertices()); }
    [[nodiscard]] double presences() const { return static_cast<double>(network.memberships()); }
    /// The group of an actor: its subkind, else its kind.
    [[nodiscard]] std::string_view group(graph::Vertex actor) const {
        const model::Actor& row = data.actors[actor];
        return row.subkind.empty() ? model::kinds[static_cast<std::size_t>(row.kind)].code
                                   : row.subkind;
    }
    [[nodiscard]] double groups_at(std::size_t meeting) const {
        std::set<std::string_view> found;
        for (const graph::Vertex actor : network.members(meeting)) found.insert(group(actor));
        return static_cast<double>(found.size());
    }
    template <class Of>
    [[nodiscard]] double over_meetings(Of of) const {
        double sum = 0;
        for (std::size_t row = 0; row < network.relations(); ++row) sum += of(row);
        return sum;
    }
    template <class Of>
    [[nodiscard]] double over_pairs(Of of) const {
        double sum = 0;
        graph::for_each_pair(network, [&](graph::Vertex a, graph::Vertex b, auto shared) {
            sum += of(a, b, static_cast<double>(shared.size()));
        });
        return sum;
    }
    /// Pairs across groups less pairs inside one, over all.
    template <class Weight>
    [[nodiscard]] double ei(Weight weight) const {
        const double all = over_pairs([&](auto, auto, double shared) { return weight(shared); });
        return over_pairs([&](auto a, auto b, double shared) {
                   return group(a) == group(b) ? -weight(shared) : weight(shared);
               }) /
               all;
    }

  private:
    static graph::Incidence network_of(const model::Dataset& data) {
        graph::Incidence::Builder builder(data.actors.size());
        for (std::size_t row = 0; row < data.events.size(); ++row) {
            for (const model::Attendee& attendee : data.events.members[row])
                if (attendee.present()) builder.push(attendee.actor.index);
            builder.close_row();
        }
        return std::move(builder).finish();
    }
};

double most_at_a_meeting(const Table& table) {
    std::size_t most = 0;
    for (std::size_t row = 0; row < table.network.relations(); ++row)
        most = std::max(most, table.network.members(row).size());
    return static_cast<double>(most);
}

double most_of_an_actor(const Table& table) {
    std::size_t most = 0;
    for (std::size_t actor = 0; actor < table.network.vertices(); ++actor)
        most = std::max(most, table.network.relations_of(actor).size());
    return static_cast<double>(most);
}

double never_came(const Table& table) {
    double count = 0;
    for (std::size_t actor = 0; actor < table.network.vertices(); ++actor)
        count += table.network.relations_of(actor).empty();
    return count;
}

double pairs(const Table& table) {
    return table.over_pairs([](auto, auto, double) { return 1; });
}

const std::map<std::string_view, double (*)(const Table&)> of_table{
    {"events_with_participants",
     [](const Table& table) {
         return table.over_meetings([&](auto row) { return !table.network.members(row).empty(); });
     }},
    {"distinct_participations", [](const Table& table) { return table.presences(); }},
    {"mean_actors_per_event",
     [](const Table& table) { return table.presences() / table.meetings(); }},
    {"max_actors_per_event", most_at_a_meeting},
    {"mean_events_per_actor",
     [](const Table& table) { return table.presences() / table.actors(); }},
    {"max_events_per_actor", most_of_an_actor},
    {"actors_without_event", never_came},
    {"projection_edges", pairs},
    {"projection_weight_sum",
     [](const Table& table) {
         return table.over_pairs([](auto, auto, double shared) { return shared; });
     }},
    {"projection_density",
     [](const Table& table) { return pairs(table) / (table.actors() * (table.actors() - 1) / 2); }},
    {"EI_index_projection",
     [](const Table& table) { return table.ei([](double) { return 1.0; }); }},
    {"EI_index_projection_weighted",
     [](const Table& table) { return table.ei([](double shared) { return shared; }); }},
    {"share_events_ge2_natures",
     [](const Table& table) {
         return table.over_meetings([&](auto row) { return table.groups_at(row) >= 2; }) /
                table.meetings();
     }},
    {"mean_natures_per_event",
     [](const Table& table) {
         return table.over_meetings([&](auto row) { return table.groups_at(row); }) /
                table.meetings();
     }},
    {"four_cycles",
     [](const Table& table) {
         return table.over_pairs(
             [](auto, auto, double shared) { return shared * (shared - 1) / 2; });
     }},
};

/// Rows of the files that name nobody or no meeting.
double refused(const formats::Loaded& loaded) {
    double rows = 0;
    for (const auto& table : loaded.data.tables) rows += static_cast<double>(table.refused);
    return rows;
}

double of_engine(const metrics::Values& values, const test::OracleRecord& record) {
    const auto numerator = [&](std::string_view metric, std::string_view key) {
        return test::find(values, metric, key)->numerator.value();
    };
    if (record.name == "bipartite_density")
        return test::value(values, "dialogue_two_mode_density").value();
    if (record.name == "largest_component_actors")
        return numerator("dialogue_cohesion", "measure=giant_share");
    if (record.name == "three_paths")
        return test::find(values, "dialogue_robins_alexander")->denominator.value();
    // bipartite_CENTRALITY of an actor or a meeting.
    REQUIRE(record.name.starts_with("bipartite_"));
    const std::string measure = record.name.substr(record.name.find('_') + 1);
    const std::string key = measure == "degree" ? "" : "measure=" + measure + ";";
    for (const char* side : {"actor=", "event="})
        if (const auto found =
                test::value(values, "dialogue_two_mode_centrality", key + side + record.object))
            return *found;
    FAIL("no " << record.name << " of " << record.object);
    return 0;
}

void check_table(std::string_view name) {
    const auto folder = test::reference_folder(name);
    if (!folder) return;
    const auto loaded = formats::load(*folder);
    const Table table(loaded.data);
    metrics::Request request;
    request.replicates = 0;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(loaded.data, request);
    std::size_t checked = 0;
    for (const auto& record : test::oracle_records(*folder)) {
        if (!record.metric.empty() || record.scope != "two-mode") continue;
        INFO(name << " " << record.name << " " << record.object);
        const auto counted = of_table.find(record.name);
        const double found = counted != of_table.end()        ? counted->second(table)
                             : record.name == "dangling_rows" ? refused(loaded)
                                                              : of_engine(values, record);
        // Centralities were printed to two decimals.
        const double margin = record.object.empty() ? 1e-9 : 0.005 + 1e-9;
        CHECK(found == Approx(record.value.value()).epsilon(1e-9).margin(margin));
        ++checked;
    }
    CHECK(checked > 0);
}

}  // namespace

TEST_CASE("German toxic chemicals: thirty organisations in twenty committees", "[oracle]") {
    check_table("data/german_toxic_chemicals");
}

TEST_CASE("Davis: counts, pairs and centralities in print", "[oracle]") {
    check_table("data/davis_southern_women");
}
