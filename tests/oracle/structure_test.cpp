// Structure of alliances on fixtures and real networks, against values of other tools.

#include <cmath>

#include <maillage/formats/load.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

metrics::Values computed(const model::Dataset& data, int year) {
    metrics::Request request;
    request.from = *base::day_of(year, 1, 1);
    request.to = *base::day_of(year, 12, 31);
    request.as_of = request.to;
    request.detail = metrics::Detail::rows;
    return metrics::compute(data, request);
}

/// A number for each actor, or why there is none.
void check_actors(const metrics::Values& values, const nlohmann::json& metrics,
                  const std::string& id) {
    REQUIRE(metrics.contains(id));
    for (const auto& [actor, expected] : metrics.at(id).at("value").items()) {
        INFO(id << " " << actor);
        const auto* row = find(values, id, "actor=" + actor);
        REQUIRE(row != nullptr);
        if (expected.is_object()) {
            CHECK_FALSE(row->value.has_value());
            CHECK(row->reason == expected.at("reason").get<std::string>());
        } else {
            CHECK(*row->value == Approx(expected.get<double>()).epsilon(1e-12));
        }
    }
}

void check_values(const metrics::Values& values, const nlohmann::json& metrics,
                  const std::string& id) {
    INFO(id);
    CHECK(*value(values, id) == Approx(metrics.at(id).at("value").get<double>()).epsilon(1e-12));
}

/// Each role of each actor, and of all together.
void check_roles(const metrics::Values& values, const nlohmann::json& metrics) {
    const std::string id = "emergence_brokerage_roles";
    for (const auto& [actor, roles] : metrics.at(id).at("value").items())
        for (const auto& [role, expected] : roles.items()) {
            INFO(actor << " " << role);
            const std::string measure = role == "total" ? "" : "measure=" + role + ";";
            CHECK(*value(values, id, measure + "actor=" + actor) == expected.get<double>());
        }
    for (const auto& [role, expected] : metrics.at(id).at("total").items()) {
        INFO(role);
        CHECK(*value(values, id, "measure=" + role) == expected.get<double>());
    }
}

}  // namespace

TEST_CASE("fixture A: centralizations, betweenness, holes and cores", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_a");
    if (!folder) return;
    const auto loaded = formats::load(*folder);
    const auto expected = test::read_json(*folder / "expected.json").at("metrics");
    const auto values = computed(loaded.data, 2020);
    for (const char* id :
         {"emergence_degree_centralization", "emergence_betweenness_centralization"})
        check_values(values, expected, id);
    for (const char* id :
         {"emergence_betweenness", "emergence_constraint", "emergence_effective_size",
          "emergence_efficiency", "emergence_hierarchy", "emergence_coreness"})
        check_actors(values, expected, id);
    check_roles(values, expected);
    const auto& roles = expected.at("emergence_brokerage_roles");
    for (const auto& [role, mean] : roles.at("null_mean").items()) {
        INFO(role);
        const auto* row =
            find(values, "emergence_brokerage_roles", "measure=" + role + "_composition");
        REQUIRE(row != nullptr);
        CHECK(*row->null_mean == Approx(mean.get<double>()).epsilon(1e-12));
        // 12,600 labellings: all of them are seen.
        const double variance = roles.at("null_variance").at(role).get<double>();
        CHECK(*row->null_sd * *row->null_sd == Approx(variance).epsilon(1e-12));
        CHECK(*row->z ==
              Approx((*row->value - mean.get<double>()) / std::sqrt(variance)).epsilon(1e-12));
    }
}

TEST_CASE("Knoke: structure of ten organisations", "[oracle]") {
    const auto folder = test::reference_folder("oracle/knoke_bureaucracies");
    if (!folder) return;
    const auto loaded = formats::load(*folder);
    const auto expected = test::read_json(*folder / "expected.json").at("metrics");
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(loaded.data, request);
    for (const char* id : {"emergence_density", "emergence_degree_centralization",
                           "emergence_betweenness_centralization"})
        check_values(values, expected, id);
    for (const char* id : {"emergence_degree", "emergence_betweenness", "emergence_constraint",
                           "emergence_effective_size", "emergence_coreness"})
        check_actors(values, expected, id);
    check_roles(values, expected);
}
