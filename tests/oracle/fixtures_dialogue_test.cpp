// Dialogue and projects on the fixtures as files, against values found by other tools. What the
// fixtures say is asserted number by number in fixture_b_test and fixture_g_test.

#include <algorithm>

#include <maillage/formats/load.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"

using namespace maillage;
using test::value;

namespace {

metrics::Request window(const nlohmann::json& parameters) {
    metrics::Request request;
    const auto day = [](const nlohmann::json& text) {
        return base::read_date(text.get<std::string>()).date.first();
    };
    request.from = day(parameters.at("window").at(0));
    request.to = day(parameters.at("window").at(1));
    if (parameters.contains("as_of")) request.as_of = day(parameters.at("as_of"));
    request.detail = metrics::Detail::rows;
    return request;
}

/// Checks each value of an object of a fixture against the record of a key made from its name.
template <class Key>
void check_all(const metrics::Values& values, const char* metric, const nlohmann::json& expected,
               Key key) {
    REQUIRE_FALSE(expected.empty());
    for (const auto& item : expected.items()) {
        INFO(metric << " " << item.key());
        const double wanted = item.value();
        const auto found = value(values, metric, key(item.key()));
        REQUIRE(found.has_value());
        CHECK(*found == Approx(wanted).margin(1e-12));
    }
}

}  // namespace

TEST_CASE("fixture B as files: the values of the oracle", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_b");
    if (!folder) return;
    const auto data = formats::load(*folder).data;
    const auto expected = test::read_json(*folder / "expected.json");
    const auto request = window(expected.at("parameters"));
    const auto values = metrics::compute(data, request);
    const auto of = [&](const char* id) { return expected.at("metrics").at(id).at("value"); };
    for (const char* id : {"dialogue_event_count", "dialogue_robins_alexander",
                           "dialogue_three_sphere_share", "dialogue_attendance_gini"}) {
        INFO(id);
        CHECK(value(values, id).value() == Approx(of(id).get<double>()));
    }
    check_all(values, "dialogue_reach", of("dialogue_reach"), [](const std::string& kind) {
        return kind == "all" ? std::string() : "kind=" + kind;
    });
    const auto diversity = of("dialogue_kind_diversity");
    for (const auto& [event, indices] : diversity.items())
        for (const auto& [index, number] : indices.items()) {
            std::string measure = index.substr(0, index.find("_nats"));
            measure = measure.substr(0, measure.find("_K4"));
            if (measure == "attendees" || measure == "kinds" || !number.is_number()) continue;
            const std::string key =
                (measure == "hill1" ? "" : "measure=" + measure + ";") + "event=" + event;
            INFO(key);
            CHECK(value(values, "dialogue_kind_diversity", key).value() ==
                  Approx(number.get<double>()).margin(1e-12));
        }
}

TEST_CASE("fixture B as files: E-I of meetings and the part of composition", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_b");
    if (!folder) return;
    const auto data = formats::load(*folder).data;
    const auto expected = test::read_json(*folder / "expected.json");
    const auto values = metrics::compute(data, window(expected.at("parameters")));
    for (const char* id : {"dialogue_ei_index", "dialogue_ei_index_weighted"}) {
        INFO(id);
        const auto& metric = expected.at("metrics").at(id);
        const auto& null = metric.at("null_kind_permutation");
        const auto* row = test::find(values, id);
        CHECK(row->value.value() == Approx(metric.at("value").get<double>()));
        CHECK(row->n == 13);
        // Eight attendees are too few to be set beside coincidence.
        CHECK_FALSE(row->null_mean.has_value());
        CHECK(row->nature == metrics::FigureNature::counted);
        const auto* part = test::find(values, id, "measure=composition");
        CHECK(part->null_mean.value() == Approx(null.at("ei_mean").get<double>()));
        const double sd = part->null_sd.value();
        CHECK(sd * sd == Approx(null.at("ei_variance").get<double>()));
    }
    CHECK(std::ranges::any_of(values.notes, [](const auto& note) { return note.code == "M410"; }));
}

TEST_CASE("fixture G as files: what came before each project", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const auto data = formats::load(*folder).data;
    const auto expected = test::read_json(*folder / "expected.json");
    const auto values = metrics::compute(data, window(expected.at("parameters")));
    const auto& lineage = expected.at("metrics").at("experiments_lineage").at("value");
    double allied = 0, met = 0;
    for (const auto& [project, shares] : lineage.items()) {
        const double partnership = shares.at("prior_partnership");
        const double dialogue = shares.at("prior_dialogue");
        const std::string key = "experiment=" + project;
        CHECK(value(values, "experiments_lineage", key) == Approx(partnership));
        CHECK(value(values, "experiments_lineage", "measure=prior_dialogue;" + key) ==
              Approx(dialogue));
        allied += partnership;
        met += dialogue;
    }
    CHECK(value(values, "experiments_lineage").value() == Approx(allied / 3));
    CHECK(value(values, "experiments_lineage", "measure=prior_dialogue").value() ==
          Approx(met / 3));
}

TEST_CASE("fixture G as files: needs of projects", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const auto data = formats::load(*folder).data;
    const auto expected = test::read_json(*folder / "expected.json");
    const auto values = metrics::compute(data, window(expected.at("parameters")));
    const auto& fit = expected.at("metrics").at("experiments_support_fit").at("value");
    for (const auto& [project, phases] : fit.items())
        check_all(values, "experiments_support_fit", phases, [&](const std::string& phase) {
            return "experiment=" + project + ";phase=" + phase;
        });
    CHECK(value(values, "dialogue_three_sphere_share") == 0.5);
}
