// Projects of the oracle's fixtures, against values found by other tools or by rule.

#include <maillage/formats/load.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

metrics::Values details(const model::Dataset& data) {
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    return metrics::compute(data, request);
}

}  // namespace

TEST_CASE("fixture G: nature and readiness of each project", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const auto loaded = formats::load(*folder);
    const auto values = details(loaded.data);
    const auto expected = test::read_json(*folder / "expected.json").at("metrics");
    const auto& natures = expected.at("experiments_computed_nature").at("value");
    REQUIRE(natures.size() == 3);
    for (const auto& [project, nature] : natures.items()) {
        INFO(project);
        const std::string key =
            "measure=" + nature.get<std::string>() + ";experiment=" + std::string(project);
        CHECK(value(values, "experiments_computed_nature", key) == 1);
    }
    CHECK(value(values, "experiments_computed_nature", "measure=disagreement") == 2);
    CHECK(value(values, "experiments_computed_nature", "measure=disagreement;experiment=x2") == 0);
    CHECK(value(values, "experiments_computed_nature",
                "measure=sites_run_by_others;experiment=x3") == 1);
    for (const auto& [project, signs] : expected.at("experiments_readiness").at("value").items())
        for (const auto& [measure, share] : signs.items()) {
            INFO(project << " " << measure);
            const auto found = value(values, "experiments_readiness",
                                     "measure=" + measure + ";experiment=" + project);
            REQUIRE(found.has_value());
            CHECK(*found == Approx(share.get<double>()).margin(1e-12));
        }
    CHECK(value(values, "experiments_readiness", "measure=unknown_dimensions") == 0);
    CHECK(value(values, "experiments_readiness", "measure=unknown_double_purpose") == 3);
}

TEST_CASE("fixture G: who carries the projects", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const auto loaded = formats::load(*folder);
    const auto values = details(loaded.data);
    const auto at = [&](const char* key) { return value(values, "experiments_collectivity", key); };
    CHECK(at("") == 8.0 / 3);
    CHECK(*at("measure=worlds;experiment=x1") == Approx(3));
    CHECK(*at("measure=worlds;experiment=x3") == Approx(1));
    CHECK(at("measure=deployment") == 0);
    CHECK(at("measure=without_deployment") == 2);
    // x1: all three met and allied; x2: g5 and g7 met, all three allied; x3: g3 and g9 met after.
    CHECK(at("measure=new_pairs;experiment=x1") == 0);
    CHECK(at("measure=new_pairs;experiment=x2") == 0);
    CHECK(at("measure=new_pairs;experiment=x3") == 1);
    CHECK(at("measure=new_pairs") == 1.0 / 7);
}

TEST_CASE("a project run by others in three territories is an innovation", "[metrics]") {
    const auto data = test::sketch(
        "territory R\nterritory T1 < R\nterritory T2 < R\nterritory T3 < R\n"
        "public town\nassociation club\ncompany firm\n"
        "project x 2020-01-01: town\nabout x inventor club taken_up market\n"
        "site x T1 firm 2020-06-01 garden\nsite x T2 town 2021-06-01 garden\n"
        "site x T3 firm 2022-06-01 school\nsite x T1 club 2019-01-01\nsite x T1 ? 2019-01-01\n"
        "site x T2 ? 2019-01-01\nsite x T3 ? 2019-01-01\n"
        "project y 2020-01-01: town\nevaluation y relevance 2020-03-01\nas_of 2022-12-31\n");
    const auto values = details(data);
    const auto at = [&](const char* key) {
        return value(values, "experiments_computed_nature", key);
    };
    CHECK(at("measure=innovation;experiment=x") == 1);
    CHECK(at("measure=sites;experiment=x") == 7);
    CHECK(at("measure=territories_of_others;experiment=x") == 3);
    CHECK(at("measure=uses;experiment=x") == 2);
    CHECK(at("measure=unknown_inventor") == 1);
    CHECK(find(values, "experiments_computed_nature", "experiment=y")->status ==
          metrics::Status::no_data);
    CHECK(value(values, "experiments_count", "measure=taken_up") == 1);
    // A year before the third place, others run 2 of 6 sites in 2 territories: an initiative.
    metrics::Request request;
    request.to = *base::day_of(2021, 12, 31);
    CHECK(value(metrics::compute(data, request), "experiments_computed_nature",
                "measure=initiative") == 1);
}

TEST_CASE("public money falls from research to deployment", "[metrics]") {
    const auto data = test::sketch(
        "public town\nassociation club\nassociation other\n"
        "project x 2020-01-01: club\nabout x inventor club\nstage x conception 2020-01-01\n"
        "stage x spreading 2021-05-01\nfunding club 2020 public 900\nfunding club 2020 earned 100\n"
        "funding club 2021 public 300\nfunding club 2021 private 700\n"
        // its own rows replace those of its inventor
        "project y 2020-01-01: club\nabout y inventor club\nstage y conception 2020-01-01\n"
        "stage y spreading 2021-05-01\nfunding y 2021 public 90\nfunding y 2021 membership 10\n"
        "as_of 2022-12-31\n");
    const auto values = details(data);
    const auto at = [&](const char* key) {
        return value(values, "experiments_subsidy_shift", key);
    };
    CHECK(*at("") == Approx(0.6));
    CHECK(*at("experiment=x") == Approx(0.6));
    CHECK(at("experiment=y") == std::nullopt);
    CHECK(*at("phase=deployment") == Approx(0.6));
    CHECK(at("measure=valley") == 1);
    CHECK(at("measure=valley;experiment=y") == 1);
}

TEST_CASE("fixture D: the engine finds where five projects stand", "[oracle]") {
    // Days of the fixture told as years, so that the horizons of the metric fall among them.
    const auto data = test::sketch(
        "association a\n"
        "project a 2010-01-01: a\nproject b 2010-01-01: a\nproject c 2010-01-01: a\n"
        "project d 2010-01-01..2015-12-31: a\nproject e 2010-01-01..2016-12-31: a\n"
        "stage a conception 2010-01-01\nstage a experimentation 2011-12-01\n"
        "stage a modelling 2014-12-01\nstage b conception 2010-01-01\n"
        "stage b experimentation 2012-12-01\nstage b abandoned 2017-12-01\n"
        "stage c conception 2010-01-01\nstage c abandoned 2013-12-01\n"
        "stage d conception 2010-01-01\nstage e conception 2010-01-01\nas_of 2020-01-01\n");
    const auto values = metrics::compute(data, {});
    const auto at = [&](const char* key) {
        return find(values, "experiments_stage_occupation", key);
    };
    CHECK(at("stage=conception;horizon_months=12")->value == 1);
    CHECK(*at("stage=conception;horizon_months=24")->value == Approx(0.8));
    CHECK(*at("stage=experimentation;horizon_months=24")->value == Approx(0.2));
    CHECK(*at("stage=experimentation;horizon_months=36")->value == Approx(0.4));
    CHECK(at("stage=spreading;horizon_months=36")->value == 0);
    // By 12, 24 and 36 months, 0, 1 and 2 of the five have left conception for the next stage.
    const auto funnel = [&](const char* months) {
        return find(
            values, "experiments_stage_funnel",
            std::string("stage=conception;stage_to=experimentation;horizon_months=") + months);
    };
    CHECK(funnel("12")->value == 0);
    CHECK(funnel("36")->value == 0.4);
    // Wilson, R prop.test(2, 5, correct = FALSE).
    CHECK(*funnel("36")->ci_low == Approx(0.1176208).epsilon(1e-6));
    CHECK(*funnel("36")->ci_high == Approx(0.7692757).epsilon(1e-6));
}

TEST_CASE("stages: abandonment competes, and a project lost from sight is no failure",
          "[metrics]") {
    const auto data = test::sketch(
        "association a\n"
        "project p 2020-01-01: a\nstage p conception 2020-01-01\nstage p modelling 2020-03-01\n"
        "stage p spreading 2020-07-19\n"
        "project q 2020-01-01: a\nstage q conception 2020-01-01\nstage q abandoned 2020-10-27\n"
        "project r 2020-01-01..2020-11-06: a\nstage r conception 2020-01-01\n"
        "project s 2020-01-01: a\nstage s conception 2020-01-01\nas_of 2021-02-04\n");
    const auto values = metrics::compute(data, {});
    const auto at = [&](const char* key) {
        return value(values, "experiments_reach_spreading", key);
    };
    CHECK(at("horizon_months=12") == 0.25);
    CHECK(*at("measure=stopped;horizon_months=12") == Approx(0.25));
    CHECK(find(values, "experiments_reach_spreading", "horizon_months=24")->reason ==
          "beyond_follow_up");
    CHECK(find(values, "experiments_median_time_modelling")->reason == "cif_below_half");
    // One stay of 60 days, one of 300; of the two others one stops at 310, one lasts.
    CHECK(*value(values, "experiments_stage_dwell", "stage=conception") == Approx(300 / 30.4375));
    CHECK(*value(values, "experiments_stage_dwell", "measure=first_quartile;stage=conception") ==
          Approx(60 / 30.4375));
    CHECK(find(values, "experiments_stage_dwell", "measure=third_quartile;stage=conception")
              ->reason == "beyond_follow_up");
}

TEST_CASE("stages: a silent project stands still, or was abandoned at its last sign", "[metrics]") {
    // q is seen once, 14 months before the date of the data; p spreads after 500 days.
    const auto data = test::sketch(
        "association a\n"
        "project p 2020-01-01: a\nstage p conception 2020-01-01\nstage p spreading 2021-05-15\n"
        "project q 2020-12-01: a\nstage q conception 2020-12-01\nas_of 2022-01-31\n");
    const auto values = metrics::compute(data, {});
    const auto check = [&](const char* id, const char* key, double figure, double low,
                           double high) {
        INFO(id << " " << key);
        const auto* row = find(values, id, key);
        REQUIRE(row->range_low);
        CHECK(*row->value == Approx(figure));
        CHECK(*row->range_low == Approx(low));
        CHECK(*row->range_high == Approx(high));
    };
    check("experiments_reach_spreading", "horizon_months=24", 1, 0.5, 1);
    check("experiments_reach_spreading", "measure=stopped;horizon_months=24", 0, 0, 0.5);
    CHECK(value(values, "experiments_reach_spreading", "measure=silent_ended;horizon_months=24") ==
          0.5);
    const char* occupation = "experiments_stage_occupation";
    check(occupation, "stage=conception;horizon_months=12", 1, 0.5, 1);
    check(occupation, "stage=spreading;horizon_months=24", 1, 0.5, 1);
    check(occupation, "stage=abandoned;horizon_months=24", 0, 0, 0.5);
    // One stay of 500 days; the other lasts, or was one day.
    check("experiments_stage_dwell", "stage=conception", 500 / 30.4375, 1 / 30.4375, 500 / 30.4375);

    metrics::Request patient;
    patient.silent_months = 24;
    CHECK(!find(metrics::compute(data, patient), occupation, "stage=conception;horizon_months=12")
               ->range_low);
}

TEST_CASE("a meeting of two members is news of their project", "[metrics]") {
    const auto data = test::sketch(
        "association a\nassociation b\n"
        "project q 2020-01-01: a b\nstage q conception 2020-01-01\n"
        "meeting e 2021-12-01: a b\nas_of 2022-01-31\n");
    const auto values = metrics::compute(data, {});
    CHECK(!find(values, "experiments_stage_occupation", "stage=conception;horizon_months=12")
               ->range_low);
}
