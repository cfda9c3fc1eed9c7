// Who came with whom, how often and when: fixtures B, G and Davis as files, against the values of
// other tools and of hand arithmetic that stand beside them.

#include <cmath>

#include <maillage/formats/load.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

struct Fixture {
    nlohmann::json expected;
    metrics::Values values;
};

std::optional<Fixture> fixture(std::string_view name) {
    const auto folder = test::reference_folder("oracle/" + std::string(name));
    if (!folder) return std::nullopt;
    const auto data = formats::load(*folder).data;
    const auto expected = test::read_json(*folder / "expected.json");
    const auto& window = expected.at("parameters").at("window");
    metrics::Request request;
    request.from = base::read_date(window.at(0).get<std::string>()).date.first();
    request.to = base::read_date(window.at(1).get<std::string>()).date.last();
    request.detail = metrics::Detail::rows;
    return Fixture{expected.at("metrics"), metrics::compute(data, request)};
}

/// Checks one number, or the reason why there is none.
void check_number(const metrics::Values& values, const std::string& metric, const std::string& key,
                  const nlohmann::json& wanted) {
    INFO(metric << " " << key);
    const auto* row = find(values, metric, key);
    REQUIRE(row != nullptr);
    if (wanted.is_object()) {
        CHECK(row->reason == wanted.at("reason").get<std::string>());
    } else {
        REQUIRE(row->value.has_value());
        CHECK(*row->value == Approx(wanted.get<double>()).margin(1e-12));
    }
}

/// Checks every number of an object, the name of each being the end of its key.
void check_each(const metrics::Values& values, const std::string& metric, const std::string& prefix,
                const nlohmann::json& wanted) {
    REQUIRE_FALSE(wanted.empty());
    for (const auto& item : wanted.items())
        check_number(values, metric, prefix + item.key(), item.value());
}

/// Redundancy of meetings and of actors, and the three overlaps of actors.
void check_two_mode(const Fixture& fixture) {
    const auto& redundancy = fixture.expected.at("dialogue_redundancy").at("value");
    check_each(fixture.values, "dialogue_redundancy", "event=", redundancy.at("events"));
    check_each(fixture.values, "dialogue_redundancy", "actor=", redundancy.at("actors"));
    const auto& latapy = fixture.expected.at("dialogue_latapy_clustering");
    const std::string id = "dialogue_latapy_clustering";
    check_each(fixture.values, id, "actor=", latapy.at("value"));
    check_each(fixture.values, id, "measure=min;actor=", latapy.at("min_variant"));
    check_each(fixture.values, id, "measure=max;actor=", latapy.at("max_variant"));
}

}  // namespace

TEST_CASE("fixture B as files: turnout and the unseen", "[oracle]") {
    const auto b = fixture("fixture_b");
    if (!b) return;
    const auto of = [&](const char* id) { return b->expected.at(id).at("value"); };
    check_each(b->values, "dialogue_turnout", "event=", of("dialogue_turnout"));
    for (const char* id : {"dialogue_sample_coverage", "dialogue_chao1", "dialogue_chao2"})
        check_number(b->values, id, "", of(id));
    // u = 3/5, variance 1.4076 for chao1; u = 12/25, variance 0.996864 for chao2.
    const auto* chao1 = find(b->values, "dialogue_chao1");
    CHECK(chao1->ci_low.value() == Approx(8.050628731337587));
    CHECK(chao1->ci_high.value() == Approx(15.110587022209895));
    const auto* chao2 = find(b->values, "dialogue_chao2");
    CHECK(chao2->ci_low.value() == Approx(8.038049514813693));
    CHECK(chao2->ci_high.value() == Approx(14.055267751195785));
}

TEST_CASE("fixture B as files: strengths, gaps, convenors", "[oracle]") {
    const auto b = fixture("fixture_b");
    if (!b) return;
    const auto of = [&](const char* id) { return b->expected.at(id).at("value"); };
    check_each(b->values, "dialogue_tie_strength", "actors=", of("dialogue_tie_strength"));
    check_each(b->values, "dialogue_actor_strength", "actor=", of("dialogue_actor_strength"));
    // 13 attendances at four meetings of two or more: a weight of 13/2 on 13 pairs.
    CHECK(value(b->values, "dialogue_tie_strength") == 0.5);
    CHECK(value(b->values, "dialogue_actor_strength") == 13.0 / 8);
    check_number(b->values, "dialogue_burstiness", "", of("dialogue_burstiness").at("B"));
    check_number(b->values, "dialogue_burstiness", "measure=finite_size",
                 of("dialogue_burstiness").at("A"));
    for (const char* id : {"dialogue_catalyst_dependency", "dialogue_catalyst_reach_dependency"}) {
        check_each(b->values, id, "actor=", of(id));
        CHECK(value(b->values, id).value() == Approx(of(id).at("P1").get<double>()));
    }
    // Without d1, d2 and d5 only P2, E2, A3 and C1 are linked: 6 pairs of 28.
    CHECK(value(b->values, "dialogue_catalyst_dependency", "measure=connectedness;actor=P1") ==
          12.0 / 56);
    // P1 without d2: A1 E1 P1 of 3 of 8 pairs; without d3: 8 of 11; without d4: A3 P2 stay, 8
    // of 11.
    const auto* pairs = find(b->values, "dialogue_catalyst_dependency", "actor=P1");
    CHECK(pairs->range_low.value() == Approx(3.0 / 8));
    CHECK(pairs->range_high.value() == Approx(8.0 / 11));
}

TEST_CASE("fixture G as files: convenors", "[oracle]") {
    const auto g = fixture("fixture_g");
    if (!g) return;
    check_each(g->values, "dialogue_catalyst_dependency",
               "actor=", g->expected.at("dialogue_catalyst_dependency").at("value"));
}

TEST_CASE("fixture B and Davis as files: overlap and redundancy of networkx", "[oracle]") {
    const auto b = fixture("fixture_b");
    const auto davis = fixture("davis_southern_women");
    if (!b || !davis) return;
    check_two_mode(*b);
    check_two_mode(*davis);
    // d1 1/3, d2 1/6, d3 1/3, d4 1/3; without d3, A3 P2 meet nowhere but d4: 1/3, 1/6, 0.
    const auto* mean = find(b->values, "dialogue_redundancy");
    CHECK(mean->value.value() == Approx(7.0 / 24));
    CHECK(mean->n == 4);
    CHECK(mean->range_low.value() == Approx(1.0 / 6));
    // d5, with one attendee, changes nothing.
    CHECK(mean->range_high.value() == Approx(7.0 / 24));
}

TEST_CASE("fixture B as files: who is missing from the list of actors", "[oracle]") {
    const auto b = fixture("fixture_b");
    if (!b) return;
    const auto of = [&](const char* id) { return b->expected.at(id).at("value"); };
    check_each(b->values, "dialogue_representativeness",
               "measure=registry;kind=", of("dialogue_representativeness"));
    for (const char* id : {"dialogue_dissimilarity", "dialogue_kl"}) {
        check_number(b->values, id, "measure=registry", of(id));
        CHECK(find(b->values, id)->reason == "table_absent");
    }
}

TEST_CASE("attendees beside their targets: the last ones decided count", "[metrics]") {
    auto data =
        test::sketch("public a\npublic b\ncitizen c\ncitizen d\nmeeting m 2021-03-01: a b c d\n");
    data.tables[static_cast<std::size_t>(model::Table::targets)].present = true;
    using model::Kind;
    data.kind_targets = {{Kind::public_body, 0.5, {}, {}},
                         {Kind::citizen, 0.75, {}, {}},
                         {Kind::public_body, 0.25, {}, model::Date::year(2020)},
                         {Kind::public_body, 0.9, {}, model::Date::year(2030)}};
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "dialogue_representativeness", "kind=public") == 2);
    CHECK(value(values, "dialogue_representativeness", "kind=citizen").value() == Approx(2.0 / 3));
    CHECK(value(values, "dialogue_dissimilarity") == 0.25);
    CHECK(value(values, "dialogue_kl").value() ==
          Approx(0.5 * std::log(2) + 0.5 * std::log(2.0 / 3)));
    // Two targets of four kinds: a ratio each, but nothing to be distant from.
    data.kind_targets = {{Kind::public_body, 0.25, {}, {}}, {Kind::citizen, 0.25, {}, {}}};
    const auto partial = metrics::compute(data, {});
    CHECK(value(partial, "dialogue_representativeness", "kind=citizen") == 2);
    CHECK(find(partial, "dialogue_dissimilarity")->reason == "not_comparable");
}

TEST_CASE("Davis as files: two-mode centralities of networkx", "[oracle]") {
    const auto davis = fixture("davis_southern_women");
    if (!davis) return;
    const std::string id = "dialogue_two_mode_centrality";
    const auto& expected = davis->expected.at(id).at("value");
    REQUIRE(expected.size() >= 18);
    for (const auto& item : expected.items()) {
        const bool is_event = find(davis->values, id, "event=" + item.key()) != nullptr;
        const std::string node = (is_event ? "event=" : "actor=") + item.key();
        check_number(davis->values, id, node, item.value().at("degree"));
        check_number(davis->values, id, "measure=betweenness;" + node,
                     item.value().at("betweenness"));
        check_number(davis->values, id, "measure=closeness;" + node, item.value().at("closeness"));
    }
    check_number(davis->values, "dialogue_two_mode_density", "",
                 davis->expected.at("dialogue_two_mode_density").at("value"));
    // Published to two decimals: Borgatti and Halgin 2011, the eighth meeting.
    const auto published = [&](const char* key) { return value(davis->values, id, key).value(); };
    CHECK(published("event=E8") == Approx(0.78).margin(0.005));
    CHECK(published("measure=betweenness;event=E8") == Approx(0.24).margin(0.005));
    CHECK(published("measure=closeness;event=E8") == Approx(0.85).margin(0.005));
}

TEST_CASE("a long chain of meetings has more paths than any number holds", "[metrics]") {
    // From each meeting to the next by two people: 2^1100 shortest paths from end to end.
    std::string world;
    for (int i = 0; i <= 1100; ++i) {
        const std::string link = std::to_string(i);
        world += "public a" + link + "\ncompany b" + link + "\n";
    }
    for (int i = 0; i < 1100; ++i) {
        const std::string link = std::to_string(i), next = std::to_string(i + 1);
        world += "meeting m" + link + " 2021-01-01: a" + link + " b" + link + " a" + next + " b" +
                 next + "\n";
    }
    const auto data = test::sketch(world);
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    request.metrics = {"dialogue_two_mode_centrality"};
    const auto values = metrics::compute(data, request);
    // a and b of one link share its paths alike.
    const std::string id = "dialogue_two_mode_centrality";
    const auto a = value(values, id, "measure=betweenness;actor=a550").value();
    CHECK(a > 0);
    CHECK(a == Approx(value(values, id, "measure=betweenness;actor=b550").value()));
}

TEST_CASE("subjects without anyone, worlds absent from a subject", "[metrics]") {
    const auto data = test::sketch(
        "public a\npublic b\npublic c\nassociation d\n"
        "meeting m 2021-03-01 #mobility: a b c d\nmeeting n 2021-04-01 #food:\n");
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(data, request);
    const auto* share = find(values, "dialogue_stake_coverage");
    REQUIRE(share != nullptr);
    CHECK(share->numerator == 2);
    CHECK(share->denominator == 4);
    CHECK(share->range_low == 0);
    CHECK(value(values, "dialogue_stake_coverage", "measure=evenness").value() ==
          Approx((0.75 * std::log(4.0 / 3) + 0.25 * std::log(4)) / std::log(4)));
    CHECK(value(values, "dialogue_stake_coverage", "measure=without_anyone") == 1);
    CHECK(value(values, "dialogue_stake_coverage",
                "measure=attendances;kind=public;theme=mobility") == 3);
    CHECK(value(values, "dialogue_stake_coverage",
                "measure=attendances;kind=association;theme=food") == 0);
}

TEST_CASE("Davis as files: nobody came only once, ties as networkx weighs them", "[oracle]") {
    const auto davis = fixture("davis_southern_women");
    if (!davis) return;
    const auto of = [&](const char* id) { return davis->expected.at(id).at("value"); };
    for (const char* id : {"dialogue_sample_coverage", "dialogue_chao1", "dialogue_chao2"})
        check_number(davis->values, id, "", of(id));
    CHECK_FALSE(find(davis->values, "dialogue_chao2")->ci_low.has_value());
    check_each(davis->values, "dialogue_tie_strength", "actors=", of("dialogue_tie_strength"));
}

TEST_CASE("Davis as files: one conversation among women, evenly attended", "[oracle]") {
    const auto davis = fixture("davis_southern_women");
    if (!davis) return;
    const auto of = [&](const char* id) { return davis->expected.at(id).at("value"); };
    check_number(davis->values, "dialogue_attendance_gini", "", of("dialogue_attendance_gini"));
    const auto cohesion = of("dialogue_cohesion");
    check_number(davis->values, "dialogue_cohesion", "", cohesion.at("connectedness"));
    for (const char* measure : {"components", "giant_share"})
        check_number(davis->values, "dialogue_cohesion", std::string("measure=") + measure,
                     cohesion.at(measure));
    check_number(davis->values, "dialogue_ei_index", "", of("dialogue_ei_index"));
    // One kind only: whatever is dealt out again gives the same.
    CHECK_FALSE(find(davis->values, "dialogue_ei_index")->z.has_value());
}
