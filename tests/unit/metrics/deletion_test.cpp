// Records taken out at random: what goes, what stays, and which verdicts are kept.

#include <array>
#include <map>
#include <mutex>
#include <set>

#include <maillage/metrics/sensitivity.hpp>
#include <maillage/metrics/study.hpp>
#include <maillage/metrics/verdict.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using metrics::Deletion;
using metrics::DeletionOf;
using test::sketch;
using test::value;

namespace {

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

metrics::Request without(DeletionOf of, std::uint64_t draw, double share = 0.1) {
    metrics::Request request;
    request.replicates = 0;
    request.deletion = Deletion{of, share, draw};
    return request;
}

constexpr metrics::Compared seeded{"emergence_seededness", "measure=relations"};

}  // namespace

TEST_CASE("a deletion takes a share of the rows, one at least, each once", "[metrics]") {
    std::vector<std::uint32_t> rows(20);
    for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = i;
    std::set<std::uint32_t> seen;
    for (std::uint64_t draw = 0; draw < 200; ++draw) {
        const auto gone = metrics::rows_deleted(rows, {DeletionOf::actors, 0.1, draw}, "actors", 1);
        REQUIRE(gone.size() == 2);
        CHECK(gone[0] != gone[1]);
        seen.insert(gone.begin(), gone.end());
    }
    CHECK(seen.size() == rows.size());
    CHECK(metrics::rows_deleted({7}, {DeletionOf::actors, 0.1, 0}, "actors", 1).size() == 1);
    CHECK(metrics::rows_deleted({}, {DeletionOf::actors, 0.1, 0}, "actors", 1).empty());
}

TEST_CASE("an actor taken out leaves the list, its meetings and its alliances", "[metrics]") {
    const auto data = sketch(couples(10));
    for (std::uint64_t draw = 0; draw < 20; ++draw) {
        const auto values = metrics::compute(data, without(DeletionOf::actors, draw, 0.05));
        CHECK(value(values, "actor_count") == 19);
        CHECK(value(values, "dialogue_event_count") == 10);
        CHECK(value(values, "emergence_new_count") == 9);
        // The meeting of the one who is left is no pair any more.
        CHECK(value(values, "emergence_party_sizes", "size=1") == 1);
    }
}

TEST_CASE("a relation taken out is gone, a sheet leaves its meeting", "[metrics]") {
    const auto data = sketch(couples(10));
    const auto relations = metrics::compute(data, without(DeletionOf::relations, 0, 0.2));
    CHECK(value(relations, "emergence_new_count") == 8);
    CHECK(value(relations, "dialogue_event_count") == 10);
    CHECK(value(relations, "actor_count") == 20);
    const auto sheets = metrics::compute(data, without(DeletionOf::attendance, 0, 0.2));
    CHECK(value(sheets, "emergence_new_count") == 10);
    CHECK(value(sheets, "dialogue_event_count") == 10);
    CHECK(test::find(sheets, "dialogue_three_sphere_share")->denominator == 8);
    CHECK(test::find(sheets, "emergence_seededness", "measure=relations")->numerator == 8);
}

TEST_CASE("without a sheet the convenor of the meeting was still there", "[metrics]") {
    const auto data = sketch("public a\ncompany b\ncompany c\nmeeting m 2020-01-01 by a: a b c\n");
    const metrics::Request request = without(DeletionOf::attendance, 0);
    const metrics::Study study(data, request);
    const auto present = study.events.incidence.members(0);
    REQUIRE(present.size() == 1);
    CHECK(data.actors[present.front()].id == "a");
}

TEST_CASE("the date of the data and the period stay those of the whole", "[metrics]") {
    const auto data = sketch(
        "public a\ncompany b\nmeeting m 2019-03-01: a b\n"
        "alliance p 2021-06-01: a b\n");
    for (const DeletionOf of :
         {DeletionOf::actors, DeletionOf::relations, DeletionOf::attendance}) {
        const auto values = metrics::compute(data, without(of, 0));
        CHECK(values.rows.front().period == "2019-01-01/2021-06-01");
    }
}

TEST_CASE("draws are the same on any number of threads", "[metrics]") {
    const auto data = sketch(couples(8));
    const auto counts_on = [&](unsigned threads) {
        metrics::Request request;
        request.metrics = {"emergence_new_count", "emergence_seededness"};
        request.threads = threads;
        std::map<std::pair<std::size_t, std::uint64_t>, std::optional<double>> found;
        std::mutex mutex;
        metrics::for_each_deletion(
            data, request, {5, 0.2, 19}, [&](const Deletion& deletion, const metrics::Values& v) {
                const std::lock_guard lock(mutex);
                found[{static_cast<std::size_t>(deletion.of), deletion.draw}] =
                    test::find(v, "emergence_seededness", "measure=relations")->null_mean;
            });
        return found;
    };
    const auto alone = counts_on(1);
    CHECK(alone.size() == 15);
    CHECK(alone == counts_on(2));
}

TEST_CASE("a clear verdict is kept, one at the edge of the minimum is to confirm", "[metrics]") {
    const auto tried = [](int pairs, std::optional<std::uint32_t> replicates) {
        const auto data = sketch(couples(pairs));
        metrics::Request request;
        request.replicates = replicates;
        auto values = metrics::compute(data, request);
        metrics::try_verdicts(data, request, std::array{seeded}, values);
        return values.tried;
    };
    const auto clear = tried(20, {});
    REQUIRE(clear.size() == 1);
    CHECK(clear.front().verdict == inference::Verdict::more);
    CHECK(clear.front().draws() == 102);
    CHECK_FALSE(clear.front().is_to_confirm());
    // With six alliances, one less is too few to compare.
    const auto edge = tried(6, {});
    REQUIRE(edge.size() == 1);
    CHECK(edge.front().kept[static_cast<std::size_t>(DeletionOf::relations)] == 0);
    CHECK(edge.front().is_to_confirm());
    CHECK(tried(20, 0).empty());
}

TEST_CASE("without a comparison there is no verdict", "[metrics]") {
    metrics::Estimate record;
    record.unit = "share";
    record.value = 0.9;
    record.range_low = 0.2;
    record.range_high = 0.5;
    CHECK_FALSE(metrics::verdict_of(record));
    record.nature = metrics::FigureNature::compared;
    CHECK(metrics::verdict_of(record) == inference::Verdict::more);
    record.range_low = 0.1;
    record.range_high = 0.9;
    CHECK(metrics::verdict_of(record) == inference::Verdict::too_few);
    record.unit = "ratio";
    CHECK(metrics::verdict_of(record) == inference::Verdict::cannot_say);
}
