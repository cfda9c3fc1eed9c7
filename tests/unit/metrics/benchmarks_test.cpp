// Figures from elsewhere.

#include <maillage/formats/load.hpp>
#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

model::Dataset with_benchmarks(const char* rows) {
    const test::Folder folder;
    folder.write("actors.csv", "id,name,kind\na,A,public\n");
    folder.write("benchmarks.csv", rows);
    return formats::load(folder.path()).data;
}

}  // namespace

TEST_CASE("a benchmark has Wilson's limits when its n is known, and none otherwise") {
    const auto values =
        metrics::compute(with_benchmarks("id,value,n,population,question\n"
                                         "asked,0.5,10,mayors,Do you?\nheard,0.76,,mayors,Is it?\n"
                                         "years,18,,,How long?\nempty,,,,What?\n"),
                         {});
    CHECK(value(values, "benchmark_line") == 3);
    const auto* asked = find(values, "benchmark_line", "source=asked");
    CHECK(asked->value == 0.5);
    CHECK(asked->n == 10);
    // 5 of 10: R, prop.test(5, 10, correct = FALSE).
    CHECK(*asked->ci_low == Approx(0.2365931).epsilon(1e-6));
    CHECK(*asked->ci_high == Approx(0.7634069).epsilon(1e-6));
    const auto* heard = find(values, "benchmark_line", "source=heard");
    CHECK(heard->value == 0.76);
    CHECK_FALSE(heard->n);
    CHECK_FALSE(heard->ci_low);
    CHECK(value(values, "benchmark_line", "source=years") == 18);
    CHECK(find(values, "benchmark_line", "source=empty") == nullptr);
}
