// Fragility of alliances on fixtures and families of graphs, against values of other tools.

#include <maillage/formats/load.hpp>
#include <maillage/graph/projection.hpp>
#include <maillage/graph/remainder.hpp>
#include <maillage/graph/removal.hpp>
#include <maillage/metrics/study.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::value;

namespace {

metrics::Values computed(const model::Dataset& data,
                         metrics::Detail detail = metrics::Detail::summary) {
    metrics::Request request;
    request.detail = detail;
    return metrics::compute(data, request);
}

/// `size` companies a, b, c... tied by alliances of two.
std::string alliances(int size, const std::vector<std::pair<int, int>>& pairs) {
    std::string sketch;
    for (int i = 0; i < size; ++i) sketch += "company v" + std::to_string(100 + i) + '\n';
    for (const auto& [a, b] : pairs)
        sketch += "alliance p" + std::to_string(a) + '_' + std::to_string(b) + " 2020-01-01: v" +
                  std::to_string(100 + a) + " v" + std::to_string(100 + b) + '\n';
    return sketch;
}

}  // namespace

TEST_CASE("fixture A: fragmentation, cuts, bridges and robustness", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_a");
    if (!folder) return;
    const auto loaded = formats::load(*folder);
    const auto expected = test::read_json(*folder / "expected.json").at("metrics");
    const auto values = computed(loaded.data);
    for (const char* id :
         {"fragility_fragmentation", "fragility_distance_fragmentation", "fragility_robustness"})
        CHECK(*value(values, id) ==
              Approx(expected.at(id).at("value").get<double>()).epsilon(1e-12));
    for (const char* id : {"fragility_articulation", "fragility_bridges"})
        CHECK(*value(values, id) == static_cast<double>(expected.at(id).at("value").size()));
}

TEST_CASE("fixture A: who leaves, one after the other, and what remains", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_a");
    if (!folder) return;
    const auto data = formats::load(*folder).data;
    const auto expected =
        test::read_json(*folder / "expected.json").at("metrics").at("fragility_robustness");
    const metrics::Request request;
    const metrics::Study study(data, request);
    const auto ties = graph::projected(study.partnerships.incidence);
    std::vector<std::uint32_t> ranks(ties.vertices());
    for (std::uint32_t rank = 0; rank < ranks.size(); ++rank) ranks[data.actors_by_id[rank]] = rank;
    const auto order = graph::removal_by_degree(ties, ranks);
    const auto largest = graph::largest_components(ties, order);
    REQUIRE(order.size() == expected.at("removal_order").size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        CHECK(data.actors[order[i]].id == expected.at("removal_order")[i].get<std::string>());
        CHECK(largest[i] / 10.0 == Approx(expected.at("sequence")[i].get<double>()));
    }
}

TEST_CASE("Knoke: ten organisations in one piece", "[oracle]") {
    const auto folder = test::reference_folder("oracle/knoke_bureaucracies");
    if (!folder) return;
    const auto expected = test::read_json(*folder / "expected.json").at("metrics");
    const auto values = computed(formats::load(*folder).data);
    CHECK(*value(values, "fragility_fragmentation") == 0);
    CHECK(*value(values, "fragility_articulation") == 0);
    CHECK(*value(values, "fragility_distance_fragmentation") ==
          Approx(expected.at("fragility_distance_fragmentation").at("value").get<double>())
              .epsilon(1e-12));
}

TEST_CASE("a star hangs on its centre", "[oracle]") {
    for (int leaves = 2; leaves <= 11; ++leaves) {
        INFO(leaves);
        std::vector<std::pair<int, int>> pairs;
        for (int leaf = 1; leaf <= leaves; ++leaf) pairs.emplace_back(0, leaf);
        const auto values = computed(test::sketch(alliances(leaves + 1, pairs)));
        const double r = leaves, n = r + 1;
        CHECK(*value(values, "fragility_fragmentation") == 0);
        CHECK(*value(values, "fragility_distance_fragmentation") ==
              Approx((r - 1) / (2 * (r + 1))));
        CHECK(*value(values, "fragility_robustness") == Approx((n - 1) / (n * n)));
        CHECK(*value(values, "fragility_articulation") == 1);
        CHECK(*value(values, "fragility_articulation", "measure=relations") == r);
        CHECK(*value(values, "fragility_bridges") == r);
    }
}

TEST_CASE("a clique hangs on nobody", "[oracle]") {
    for (int n = 3; n <= 9; ++n) {
        INFO(n);
        std::vector<std::pair<int, int>> pairs;
        for (int a = 0; a < n; ++a)
            for (int b = a + 1; b < n; ++b) pairs.emplace_back(a, b);
        const auto values = computed(test::sketch(alliances(n, pairs)));
        CHECK(*value(values, "fragility_distance_fragmentation") == 0);
        CHECK(*value(values, "fragility_robustness") == Approx((n - 1) / (2.0 * n)));
        CHECK(*value(values, "fragility_articulation") == 0);
        CHECK(*value(values, "fragility_bridges") == 0);
    }
}

TEST_CASE("a path hangs on all but its ends", "[oracle]") {
    for (int n = 4; n <= 13; ++n) {
        INFO(n);
        std::vector<std::pair<int, int>> pairs;
        double harmonic = 0;
        for (int a = 0; a + 1 < n; ++a) {
            pairs.emplace_back(a, a + 1);
            harmonic += 1.0 / (a + 1);
        }
        const auto values = computed(test::sketch(alliances(n, pairs)));
        CHECK(*value(values, "fragility_distance_fragmentation") ==
              Approx(1 - 2 * (n * harmonic - n + 1) / (n * (n - 1.0))));
        CHECK(*value(values, "fragility_articulation") == n - 2);
        CHECK(*value(values, "fragility_bridges") == n - 1);
    }
}

TEST_CASE("a chain of diamonds hangs on its inner cuts, and on no tie", "[oracle]") {
    for (const int diamonds : {1, 2, 3, 5, 10}) {
        INFO(diamonds);
        std::vector<std::pair<int, int>> pairs;
        for (int i = 0; i < diamonds; ++i)
            for (const int side : {3 * i + 1, 3 * i + 2}) {
                pairs.emplace_back(3 * i, side);
                pairs.emplace_back(side, 3 * i + 3);
            }
        const auto values = computed(test::sketch(alliances(3 * diamonds + 1, pairs)));
        CHECK(*value(values, "fragility_articulation") == diamonds - 1);
        CHECK(*value(values, "fragility_bridges") == 0);
    }
}

TEST_CASE("an alliance that alone joins two parts is counted, whatever its size", "[oracle]") {
    // {a, b, c} twice; {c, d, e} holds d and e alone.
    const auto values =
        computed(test::sketch("company a\ncompany b\ncompany c\ncompany d\ncompany e\n"
                              "alliance p 2020-01-01: a b c\nalliance q 2020-01-01: a b c\n"
                              "alliance r 2020-01-01: c d e\n"));
    CHECK(*value(values, "fragility_articulation", "measure=relations") == 1);
    CHECK(*value(values, "fragility_articulation") == 1);
    CHECK(*value(values, "fragility_bridges") == 0);
}

TEST_CASE("a name beside fragility is written only where it stands without a tenth", "[oracle]") {
    // In a star of twenty the centre is a cut in every draw; each tie is there in nine of ten.
    std::vector<std::pair<int, int>> pairs;
    for (int leaf = 1; leaf <= 20; ++leaf) pairs.emplace_back(0, leaf);
    const auto star = computed(test::sketch(alliances(21, pairs)), metrics::Detail::rows);
    CHECK(*value(star, "fragility_articulation", "actor=v100") == 20);
    CHECK(*value(star, "fragility_articulation", "measure=kept;actor=v100") == 1);
    CHECK(*value(star, "fragility_articulation", "measure=cut_off;actor=v100") == 19);
    for (const auto& row : star.rows)
        if (row.metric == "fragility_bridges" && row.key.starts_with("measure=kept")) {
            CHECK(*row.value >= 0.8);
            CHECK(*row.value < 1);
        }
    // In a path of three ties, one is forgotten in each draw: an inner actor stands in a third.
    const auto path =
        computed(test::sketch(alliances(4, {{0, 1}, {1, 2}, {2, 3}})), metrics::Detail::rows);
    CHECK(*value(path, "fragility_articulation") == 2);
    CHECK(test::find(path, "fragility_articulation", "actor=v101") == nullptr);
}

TEST_CASE("an actor cuts off all branches but the largest", "[oracle]") {
    // 0 holds together five who are all allied, two who are, and one.
    std::vector<std::pair<int, int>> pairs{{0, 6}, {0, 7}, {6, 7}, {0, 8}};
    for (int a = 0; a <= 5; ++a)
        for (int b = a + 1; b <= 5; ++b) pairs.emplace_back(a, b);
    const auto values = computed(test::sketch(alliances(9, pairs)), metrics::Detail::rows);
    CHECK(*value(values, "fragility_articulation", "actor=v100") == 3);
    CHECK(*value(values, "fragility_articulation", "measure=cut_off;actor=v100") == 3);
    CHECK(test::find(values, "fragility_articulation", "measure=cut_off;actor=v106") == nullptr);
}

TEST_CASE("fixture A: key players, alone and together", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_a");
    if (!folder) return;
    const auto data = formats::load(*folder).data;
    const auto expected =
        test::read_json(*folder / "expected.json").at("metrics").at("fragility_key_players");
    const auto values = computed(data);
    const auto& alone = expected.at("value");
    const std::string best = alone.at("best_size1").get<std::string>();
    CHECK(*value(values, "fragility_key_players") ==
          Approx(alone.at("size1_after_removal").at(best).get<double>()).epsilon(1e-12));
    CHECK(*value(values, "fragility_key_players", "measure=gain") ==
          Approx(alone.at("size1_gain").at(best).get<double>()).epsilon(1e-12));
    CHECK(*value(values, "fragility_key_players", "measure=sets") == 1);
    for (const std::string size : {"2", "3"}) {
        const auto& sets = expected.at("size" + size + "_best");
        CHECK(*value(values, "fragility_key_players", "size=" + size) ==
              Approx(sets.at("value").get<double>()).epsilon(1e-12));
        CHECK(*value(values, "fragility_key_players", "measure=sets;size=" + size) ==
              static_cast<double>(sets.at("sets").size()));
    }
}

TEST_CASE("fixture A: what is left without each actor in turn", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_a");
    if (!folder) return;
    const auto data = formats::load(*folder).data;
    const auto after = test::read_json(*folder / "expected.json")
                           .at("metrics")
                           .at("fragility_key_players")
                           .at("value")
                           .at("size1_after_removal");
    const metrics::Request request;
    const metrics::Study study(data, request);
    const auto ties = graph::projected(study.partnerships.incidence);
    graph::Remainder all(ties);
    all.take_out({});
    for (graph::Vertex actor = 0; actor < data.actors.size(); ++actor) {
        INFO(data.actors[actor].id);
        CHECK(1 - (static_cast<double>(all.squares_without(actor)) - 9) / 72 ==
              Approx(after.at(std::string(data.actors[actor].id)).get<double>()).margin(1e-12));
    }
}

TEST_CASE("without its centre a star is all apart", "[oracle]") {
    const auto values = computed(test::sketch(alliances(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}})));
    CHECK(*value(values, "fragility_key_players") == 1);
    CHECK(*value(values, "fragility_key_players", "measure=gain") == 1);
}

TEST_CASE("a region funds three alliances of four, two of them alone", "[oracle]") {
    const auto values =
        computed(test::sketch("public region\npublic state\ncompany a\ncompany b\n"
                              "alliance p 2020-01-01: region*funder a\n"
                              "alliance q 2020-01-01: region*funder b\n"
                              "alliance r 2020-01-01: region*funder state*funder a\n"
                              "alliance s 2020-01-01: a b\n"));
    CHECK(*value(values, "fragility_funder_dependency") == 0.75);
    CHECK(*value(values, "fragility_funder_dependency", "measure=sole") == 0.5);
    CHECK(*value(values, "fragility_funder_dependency", "measure=fragmentation") == 0);
}

TEST_CASE("amounts: what each funder gives, or the whole when it is alone", "[oracle]") {
    const auto values =
        computed(test::sketch("public region\npublic state\ncompany a\n"
                              "alliance p 2020-01-01: region*funder a\n"
                              "alliance q 2020-01-01 amount 100: region*funder a\n"
                              "alliance r 2020-01-01 amount 900: region*funder state*funder a\n"
                              "pledge p region costs 600\npledge r state costs 200\n"));
    const auto* row = test::find(values, "fragility_funder_dependency", "measure=amounts");
    REQUIRE(row != nullptr);
    CHECK(row->numerator == 700.0);
    CHECK(row->denominator == 900.0);
    CHECK(*row->coverage == Approx(2 / 3.0));  // what the region gives to r is not known
}

TEST_CASE("two actors that only a catalyst joins are apart without it", "[oracle]") {
    const auto values =
        computed(test::sketch("association hub catalyst\ncompany a\ncompany b\n"
                              "alliance p 2020-01-01: hub a\nmeeting m 2020-02-01: hub b\n"));
    CHECK(*value(values, "fragility_catalyst_loss") == 1);
    CHECK(*value(values, "fragility_catalyst_loss", "measure=everyone") == 0);
    CHECK(*value(values, "fragility_catalyst_loss", "measure=catalysts") == 1);
}

TEST_CASE("two hubs that all go through are named together, neither alone", "[oracle]") {
    std::string text = "public h1\npublic h2\n";
    for (int i = 0; i < 12; ++i) {
        const std::string leaf = "l" + std::to_string(i);
        text += "company " + leaf + "\n";
        for (const char* hub : {"h1", "h2"})
            text += "alliance " + (hub + leaf) + " 2020-01-01: " + hub + " " + leaf + "\n";
    }
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(test::sketch(text), request);
    const auto of = [&](const char* key) { return value(values, "fragility_key_players", key); };
    CHECK(*of("size=2") == 1);
    CHECK(*of("actors=h1|h2;size=2") == 1);
    CHECK(*of("measure=kept;actors=h1|h2;size=2") == 1);
    CHECK(*of("measure=sets;size=2") == 1);
    // Without one hub all stay together by the other; with a third actor, any, nothing more is
    // lost.
    CHECK_FALSE(of("actor=h1").has_value());
    CHECK(*of("measure=sets;size=3") == 12);
}
