// Cells of domains, sides and scales.

#include <maillage/formats/load.hpp>
#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/folder.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

constexpr const char* coverage = "triple_articulation_coverage";

/// A town and a firm ally and lead a social project; a school and a club without scale ally.
model::Dataset cells() {
    const test::Folder folder;
    folder.write("actors.csv",
                 "id,name,kind,domains,scale\n"
                 "town,Town,public,social,local\n"
                 "firm,Firm,company,economic,national\n"
                 "school,School,academic,social,local\n"
                 "club,Club,association,societal,\n"
                 "circle,Circle,association,,local\n");
    folder.write("partnerships.csv",
                 "id,start,members\np1,2020-01-01,town|firm\np2,2020-01-01,school|club|circle\n");
    folder.write("experiments.csv", "id,start,domains\nx1,2020-02-01,social\n");
    folder.write("experiment_members.csv", "experiment,actor\nx1,town\nx1,firm\n");
    return formats::load(folder.path()).data;
}

}  // namespace

TEST_CASE("cells of domain, side and scale: three held, and what is not known") {
    const auto values = metrics::compute(cells(), {});
    const auto at = [&](const char* key) { return value(values, coverage, key); };
    const auto* row = find(values, coverage);
    CHECK(row->numerator == 3);
    CHECK(row->denominator == 16);
    CHECK(row->n_effective == 2);  // p2 holds no cell
    CHECK(*row->coverage == Approx(2.0 / 3));
    CHECK(at("measure=public_local;domain=social") == 2);  // p1, and x1 by its own domain
    CHECK(at("measure=private_national;domain=economic") == 1);
    CHECK(at("measure=private_national;domain=social") == 1);
    CHECK(at("measure=public_national;domain=social") == 0);
    CHECK(at("measure=unknown_side") == 1);
    CHECK(at("measure=unknown_scale") == 1);
    CHECK(at("measure=unknown_domain") == 1);
    // Counts 2, 1, 1: 1.5 bits of 4.
    CHECK(*at("measure=evenness") == Approx(1.5 / 4));
}

TEST_CASE("without domains or scales there is nothing to cover") {
    const auto values = metrics::compute(test::sketch("public a\ncompany b\n"), {});
    CHECK(find(values, coverage)->status == metrics::Status::no_data);
    CHECK(find(values, coverage)->reason == "column_absent");
}
