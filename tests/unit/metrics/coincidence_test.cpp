// Figures beside coincidence: the examples of the method pages, and when there is no comparison.

#include <algorithm>

#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::sketch;
using test::value;

namespace {

bool has_note(const metrics::Values& values, std::string_view code) {
    return std::ranges::any_of(values.notes, [&](const auto& note) { return note.code == code; });
}

/// Towns two by two, which meet, then ally.
std::string couples(int pairs) {
    std::string text;
    for (int i = 0; i < 2 * pairs; ++i) text += "public a" + std::to_string(i) + "\n";
    for (int i = 0; i < pairs; ++i) {
        const std::string both =
            ": a" + std::to_string(i) + " a" + std::to_string(i + pairs) + "\n";
        text += "meeting m" + std::to_string(i) + " 2020-01-15" + both;
        text += "alliance p" + std::to_string(i) + " 2020-06-01" + both;
    }
    return text;
}

}  // namespace

TEST_CASE("E-I of meetings: a pair weighs less in a larger room", "[metrics]") {
    const auto data = sketch(
        "public a\nassociation b\ncompany c\npublic d\n"
        "meeting m1 2020-01-15: a b c\nmeeting m2 2020-02-15: a d\n");
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "dialogue_ei_index") == 0.5);
    CHECK(value(values, "dialogue_ei_index_weighted").value() == Approx(0.2));
}

TEST_CASE("lineage: met, then allied, then in one project", "[metrics]") {
    const auto data = sketch(
        "public a\ncompany b\nassociation c\nmeeting m 2020-01-01: a b\n"
        "alliance p 2020-03-01: a b\nproject x 2020-06-01: a b c\n");
    const auto values = metrics::compute(data, {});
    const auto at = [&](const char* key) { return value(values, "experiments_lineage", key); };
    CHECK(at("").value() == Approx(1.0 / 3));
    CHECK(at("measure=prior_dialogue").value() == Approx(1.0 / 3));
    CHECK(at("measure=days_meeting_to_partnership") == 60);
    CHECK(at("measure=days_partnership_to_start") == 92);
}

TEST_CASE("alliances that all follow meetings stand out of coincidence", "[metrics]") {
    const auto data = sketch(couples(8));
    const auto values = metrics::compute(data, {});
    const auto* sigma = find(values, "emergence_seededness");
    CHECK(sigma->value == 1);
    CHECK(sigma->nature == metrics::FigureNature::compared);
    CHECK(sigma->null_model == "curveball");
    // Eight alliances of two dealt out among 16 actors of one alliance each: a pair is one of the
    // eight that met with probability 1/15.
    CHECK(sigma->null_mean.value() == Approx(1.0 / 15).margin(4 * sigma->null_sd.value() / 31));
    CHECK(sigma->p == 0.002);
    CHECK(sigma->range_high.value() < 1);
    const auto* ratio = find(values, "emergence_seededness_ratio");
    CHECK(ratio->value.value() == Approx(1 / sigma->null_mean.value()));
    CHECK(find(values, "emergence_seededness", "measure=relations")->range_low == 0);
}

TEST_CASE("a comparison is the same on any number of threads, and another by seed", "[metrics]") {
    const auto data = sketch(couples(8));
    metrics::Request request;
    const auto mean = [&] {
        return *find(metrics::compute(data, request), "emergence_seededness")->null_mean;
    };
    request.threads = 1;
    const double one = mean();
    request.threads = 3;
    CHECK(mean() == one);
    request.seed = 2;
    CHECK(mean() != one);
}

TEST_CASE("no comparison: not asked, too few, or too many views", "[metrics]") {
    const auto data = sketch(couples(8));
    metrics::Request request;
    request.replicates = 0;
    const auto none = metrics::compute(data, request);
    CHECK(find(none, "emergence_seededness")->nature == metrics::FigureNature::counted);
    CHECK_FALSE(find(none, "emergence_seededness")->null_mean.has_value());
    CHECK(find(none, "emergence_seededness_ratio")->reason == "not_comparable");
    CHECK_FALSE(has_note(none, "M410"));
    CHECK_FALSE(has_note(none, "M412"));

    const auto few = sketch(couples(5));
    CHECK(has_note(metrics::compute(few, {}), "M410"));
    CHECK_FALSE(find(metrics::compute(few, {}), "emergence_seededness")->null_mean.has_value());

    metrics::Request many;
    many.territories.assign(51, model::TerritoryId{});
    CHECK(has_note(metrics::compute(data, many), "M412"));
    many.replicates = 9;
    const auto asked = metrics::compute(data, many);
    CHECK_FALSE(has_note(asked, "M412"));
    CHECK(find(asked, "emergence_seededness")->null_mean.has_value());
}
