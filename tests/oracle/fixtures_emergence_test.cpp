// Emergence on small fixtures, against values found by other tools or by hand.

#include <maillage/formats/load.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

struct Fixture {
    model::Dataset data;
    nlohmann::json metrics;

    explicit Fixture(const std::filesystem::path& folder)
        : data(formats::load(folder).data),
          metrics(test::read_json(folder / "expected.json").at("metrics")) {}

    [[nodiscard]] double expected(const char* metric) const {
        return metrics.at(metric).at("value").get<double>();
    }
};

metrics::Request window(std::string_view from, std::string_view to) {
    metrics::Request request;
    request.from = base::read_date(from).date.first();
    request.to = base::read_date(to).date.first();
    request.as_of = request.to;
    request.detail = metrics::Detail::rows;
    return request;
}

void check_degrees(const metrics::Values& values, const nlohmann::json& degrees) {
    REQUIRE_FALSE(degrees.empty());
    for (const auto& [actor, degree] : degrees.items()) {
        INFO(actor);
        CHECK(value(values, "emergence_degree", "actor=" + actor) == degree.get<double>());
    }
}

/// Alliances of two: no triangle lies inside one of them.
void check_closure(const metrics::Values& values, const nlohmann::json& expected) {
    const double closed = expected.at("emergence_transitivity").at("value").get<double>();
    CHECK(*value(values, "emergence_transitivity") == Approx(closed));
    CHECK(*value(values, "emergence_transitivity", "measure=across_relations") == Approx(closed));
    const auto& local = expected.at("emergence_local_clustering");
    const auto* mean = find(values, "emergence_local_clustering");
    CHECK(*mean->value == Approx(local.at("mean_of_defined").get<double>()));
    CHECK(mean->n == local.at("n_defined").get<int>());
    for (const auto& [actor, around] : local.at("value").items()) {
        INFO(actor);
        const auto* row = find(values, "emergence_local_clustering", "actor=" + actor);
        REQUIRE(row != nullptr);
        CHECK(row->value.has_value() == around.is_number());
        if (row->value)
            CHECK(*row->value == Approx(around.get<double>()));
        else
            CHECK(row->reason == around.at("reason"));
    }
}

}  // namespace

TEST_CASE("fixture A: eleven alliances of two among ten actors", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_a");
    if (!folder) return;
    const Fixture a(*folder);
    const auto values = metrics::compute(a.data, window("2020-01-01", "2020-12-31"));
    CHECK(value(values, "emergence_new_count") == a.expected("emergence_new_count"));
    CHECK(value(values, "emergence_density") == Approx(a.expected("emergence_density")));
    CHECK(value(values, "emergence_ei_index") == Approx(a.expected("emergence_ei_index")));
    check_degrees(values, a.metrics.at("emergence_degree").at("value"));
    const auto& cohesion = a.metrics.at("emergence_cohesion").at("value");
    CHECK(value(values, "emergence_cohesion") == Approx(cohesion.at("connectedness")));
    CHECK(value(values, "emergence_cohesion", "measure=components") ==
          cohesion.at("components").get<double>());
    CHECK(value(values, "emergence_cohesion", "measure=giant_share") ==
          Approx(cohesion.at("giant_share")));
}

TEST_CASE("fixture A: worlds of the registry", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_a");
    if (!folder) return;
    const Fixture a(*folder);
    const auto values = metrics::compute(a.data, window("2020-01-01", "2020-12-31"));
    const auto& expected = a.metrics.at("kind_diversity_registry").at("value");
    for (const char* measure : {"blau", "blau_unbiased", "iqv", "hill2", "evenness"}) {
        INFO(measure);
        CHECK(value(values, "kind_diversity_registry", std::string("measure=") + measure) ==
              Approx(expected.at(measure)));
    }
    CHECK(value(values, "kind_diversity_registry") == Approx(expected.at("hill1")));
    CHECK(value(values, "kind_diversity_registry", "measure=shannon") ==
          Approx(expected.at("shannon_nats")));
}

TEST_CASE("fixture A: mixing of kinds and its exact composition part", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_a");
    if (!folder) return;
    const Fixture a(*folder);
    const auto values = metrics::compute(a.data, window("2020-01-01", "2020-12-31"));
    for (const auto& [kinds, pair] : a.metrics.at("emergence_kind_mixing").at("value").items()) {
        INFO(kinds);
        CHECK(value(values, "emergence_kind_mixing", "kinds=" + kinds) ==
              pair.at("observed").get<double>());
        const auto* row =
            find(values, "emergence_kind_mixing", "measure=composition;kinds=" + kinds);
        REQUIRE(row != nullptr);
        CHECK(*row->null_mean == Approx(pair.at("mean")));
        CHECK(*row->null_sd * *row->null_sd == Approx(pair.at("variance")));
        CHECK(row->z.has_value() == pair.at("z").is_number());
        if (row->z) CHECK(*row->z == Approx(pair.at("z")));
    }
}

TEST_CASE("fixture A: allies of one actor allied together", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_a");
    if (!folder) return;
    const Fixture a(*folder);
    const auto values = metrics::compute(a.data, window("2020-01-01", "2020-12-31"));
    check_closure(values, a.metrics);
    const auto& expected = a.metrics.at("emergence_transitivity");
    const auto* row = find(values, "emergence_transitivity");
    CHECK(*row->numerator == expected.at("numerator").get<double>());
    CHECK(*row->denominator == expected.at("denominator").get<double>());
}

TEST_CASE("fixture A: p of composition over its 12,600 labellings", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_a");
    if (!folder) return;
    const Fixture a(*folder);
    const auto values = metrics::compute(a.data, window("2020-01-01", "2020-12-31"));
    const auto& exact = a.metrics.at("null_kind_permutation_exact").at("value");
    CHECK(*find(values, "emergence_ei_index", "measure=composition")->p ==
          Approx(exact.at("p_two_sided")));
    const auto& r = a.metrics.at("emergence_assortativity");
    const auto* row = find(values, "emergence_assortativity");
    CHECK(*row->value == Approx(r.at("value")));
    const auto* composition = find(values, "emergence_assortativity", "measure=composition");
    REQUIRE(composition != nullptr);
    CHECK(*composition->null_mean == Approx(r.at("null_mean")));
    CHECK(*composition->null_sd == Approx(r.at("null_sd")));
    const double half = 1.959963984540054 * r.at("jackknife_sd").get<double>();
    CHECK(*row->ci_low == Approx(*row->value - half));
    CHECK(*row->ci_high == Approx(*row->value + half));
    CHECK(row->ci_method == "ci_jackknife_edges");
    // Nine actors have an alliance: no comparison with coincidence.
    CHECK(row->nature == metrics::FigureNature::counted);
}

TEST_CASE("fixture G: two territories under three attributions", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const Fixture g(*folder);
    using metrics::Attribution;
    for (const auto& [territory, counts] :
         g.metrics.at("emergence_new_count").at("value").items()) {
        for (const Attribution attribution :
             {Attribution::seat, Attribution::place, Attribution::either}) {
            metrics::Request request = window("2019-01-01", "2022-12-31");
            request.attribution = attribution;
            request.territories = {g.data.find_territory(territory)};
            const auto name = metrics::attribution_codes[static_cast<std::size_t>(attribution)];
            INFO(territory << " " << name);
            const auto values = metrics::compute(g.data, request);
            CHECK(value(values, "emergence_new_count", "", territory) ==
                  counts.at(std::string(name)).get<double>());
        }
    }
}

TEST_CASE("fixture G: sizes, worlds and earlier meetings of alliances", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const Fixture g(*folder);
    const auto values = metrics::compute(g.data, window("2019-01-01", "2022-12-31"));
    for (const auto& [size, count] : g.metrics.at("emergence_party_sizes").at("value").items())
        CHECK(value(values, "emergence_party_sizes", "size=" + size) == count.get<double>());
    const auto& shares = g.metrics.at("emergence_cross_kind_share").at("value");
    CHECK(value(values, "emergence_cross_kind_share", "kinds_at_least=2") ==
          Approx(shares.at("ge2")));
    CHECK(value(values, "emergence_cross_kind_share", "kinds_at_least=3") ==
          Approx(shares.at("ge3")));
    const auto& seeds = g.metrics.at("emergence_seededness");
    CHECK(value(values, "emergence_seededness") == Approx(seeds.at("mean")));
    double seeded = 0;
    for (const auto& [alliance, sigma] : seeds.at("value").items())
        seeded += sigma.get<double>() > 0 ? 1 : 0;
    CHECK(find(values, "emergence_seededness", "measure=relations")->numerator == seeded);
    CHECK(find(values, "emergence_seededness", "measure=relations")->denominator == 5);
}

TEST_CASE("Knoke: one relation of two, undirected", "[oracle]") {
    const auto folder = test::reference_folder("oracle/knoke_bureaucracies");
    if (!folder) return;
    const Fixture knoke(*folder);
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(knoke.data, request);
    CHECK(value(values, "emergence_density") == Approx(knoke.expected("emergence_density")));
    CHECK(value(values, "emergence_ei_index") == Approx(knoke.expected("emergence_ei_index")));
    check_degrees(values, knoke.metrics.at("emergence_degree").at("value"));
    check_closure(values, knoke.metrics);
    CHECK(value(values, "emergence_assortativity") ==
          Approx(knoke.expected("emergence_assortativity")));
    // 3150 labellings: P(same kind <= 7) = 29/315, so that the two tails are twice that.
    const auto* composition = find(values, "emergence_ei_index", "measure=composition");
    CHECK(*composition->z == Approx(1.7076298408347677));
    CHECK(*composition->p == Approx(58.0 / 315));
}
