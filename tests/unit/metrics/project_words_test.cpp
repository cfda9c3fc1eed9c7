// What is said of projects: supports beyond money, stages told and confirmed. Values by hand.

#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

TEST_CASE("supports beyond money: who funds and also advises") {
    const auto data = test::sketch(
        "public region\nassociation fund\ncompany firm\nproject x 2021-01-01: region\n"
        "project y 2021-01-01: region\nsupport x funding region 2021-01-01\n"
        "support y advice_governance region 2021-02-01\nsupport x funding fund 2021-01-01\n"
        "support x evaluation firm 2021-01-01\nas_of 2021-12-31\n");
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "supports_beyond_money") == 0.5);
    CHECK(value(values, "supports_beyond_money", "kind=public") == 1);
    CHECK(value(values, "supports_beyond_money", "kind=association") == 0);
    CHECK(find(values, "supports_beyond_money", "kind=company") == nullptr);
}

TEST_CASE("fixture G: the one funder does nothing else, the one spread project has two sites",
          "[oracle]") {
    const auto data = test::sketch(
        "public g1\nassociation g2\ncompany g3\nassociation g7\nassociation g6\n"
        "territory T1\nterritory T2\n"
        "project x1 2021-01-01: g2\nabout x1 inventor g2\nproject x3 2020-06-01: g3\n"
        "about x3 inventor g3\nstage x1 conception 2021-01-01\nstage x1 modelling 2022-03-01\n"
        "stage x3 modelling 2021-06-01\nstage x3 spreading 2022-01-01\n"
        "site x1 T1 g2 2021-07-01\nsite x3 T1 g3 2020-12-01\nsite x3 T2 g6 2022-02-01\n"
        "support x1 funding g1 2021-01-15\nsupport x1 advice_governance g7 2021-09-01\n"
        "as_of 2022-12-31\n");
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "supports_beyond_money") == 0);
    CHECK(value(values, "experiments_stage_consistency") == 1);
    CHECK(find(values, "experiments_stage_agreement")->reason == "zero_total");
    metrics::Request early;
    early.to = *base::day_of(2022, 1, 15);  // before the second site
    const auto before = metrics::compute(data, early);
    CHECK(value(before, "experiments_stage_consistency") == 0);
    CHECK(value(before, "experiments_stage_consistency", "measure=few_sites") == 1);
}

TEST_CASE("stages: leader and partners may see different ones") {
    const auto data = test::sketch(
        "public town\ncompany firm\nproject x 2021-01-01: town firm\nabout x inventor firm\n"
        "project y 2021-01-01: town firm\nabout y inventor firm\n"
        "stage x conception 2021-01-01\nstage x modelling 2021-06-01\n"
        "stage x experimentation 2021-07-01 town\n"
        "stage y conception 2021-01-01 town\nstage y modelling 2021-06-01\n"
        "stage y modelling 2021-09-01 town\nas_of 2021-12-31\n");
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(data, request);
    CHECK(value(values, "experiments_stage_agreement") == 0.5);
    CHECK(value(values, "experiments_stage_agreement", "experiment=x") == 0);
    CHECK(value(values, "experiments_stage_agreement", "experiment=y") == 1);
}

TEST_CASE("stages: industrialised by the inventor alone") {
    const auto data = test::sketch(
        "public town\ncompany firm\nterritory T\nproject x 2021-01-01: firm\n"
        "about x inventor firm\nproject y 2021-01-01: firm\nabout y inventor firm\n"
        "stage x industrialisation 2021-06-01\nstage y industrialisation 2021-06-01\n"
        "site x T firm 2021-06-01\nsite y T town 2021-06-01\nas_of 2021-12-31\n");
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "experiments_stage_consistency") == 0.5);
    CHECK(value(values, "experiments_stage_consistency", "measure=inventor_alone") == 1);
    CHECK(value(values, "experiments_stage_consistency", "measure=few_sites") == 0);
}
