// Comparisons judged together: ties of dialogue, and kinds of a mixing table.

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

/// Sixteen meetings of four: at eight, a and b with two others; at eight, four others. The others
/// come once, so that a and b alone stand out.
std::string regulars() {
    std::string actors = "public a\npublic b\n", meetings;
    int other = 0;
    for (int meeting = 0; meeting < 16; ++meeting) {
        meetings += "meeting m" + std::to_string(meeting) + " 2020-03-01:";
        if (meeting < 8) meetings += " a b";
        for (int i = meeting < 8 ? 2 : 4; i > 0; --i, ++other) {
            actors += "company o" + std::to_string(other) + "\n";
            meetings += " o" + std::to_string(other);
        }
        meetings += "\n";
    }
    return actors + meetings;
}

const base::Message* note(const metrics::Values& values, std::string_view code) {
    const auto found = std::ranges::find(values.notes, code, &base::Message::code);
    return found == values.notes.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("two who always come together stand out of coincidence, and they alone", "[metrics]") {
    const auto data = sketch(regulars());
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    request.replicates = 1999;
    const auto values = metrics::compute(data, request);
    const auto* ties = find(values, "dialogue_significant_ties");
    // Pairs: a and b; eight times two others with each of both, and with each other; 8 times
    // C(4,2).
    CHECK(ties->denominator == 1 + 8 * 5 + 8 * 6);
    CHECK(ties->numerator == 1);
    CHECK(ties->n_effective == 16);
    CHECK(value(values, "dialogue_significant_ties", "measure=pairs_met") == 89);
    const auto* pair = find(values, "dialogue_significant_ties", "actors=a|b");
    REQUIRE(pair != nullptr);
    CHECK(pair->value == 8);
    // Eight of sixteen meetings twice, all the same: once in C(16,8) = 12870 were rooms unlimited.
    CHECK(pair->p == Approx(1.0 / 2000));
    CHECK(pair->adjusted_p == Approx(89.0 / 2000));
    CHECK(value(values, "dialogue_significant_ties", "measure=adjusted_p;actors=a|b") ==
          pair->adjusted_p);
    CHECK(note(values, "M414") == nullptr);
}

TEST_CASE("none retained is no figure when so few draws could not retain one", "[metrics]") {
    const auto data = sketch(regulars());
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(data, request);
    CHECK(find(values, "dialogue_significant_ties")->reason == "not_comparable");
    CHECK(find(values, "dialogue_significant_ties")->n == 89);
    REQUIRE(note(values, "M414") != nullptr);
    // 0.05 * 1000 / 89 < 1: two must share the least p, 0.001; 89 / 0.05 - 1 draws suffice for one.
    CHECK(note(values, "M414")->arguments == std::vector<std::string>{"999", "89", "2", "1779"});
    request.replicates = 18;
    CHECK(find(metrics::compute(data, request), "dialogue_significant_ties")->reason ==
          "not_comparable");
}

TEST_CASE("ties beyond coincidence are the same on any number of threads", "[metrics]") {
    const auto data = sketch(regulars());
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    request.threads = 1;
    const auto one = metrics::compute(data, request);
    request.threads = 3;
    const auto three = metrics::compute(data, request);
    REQUIRE(one.rows.size() == three.rows.size());
    for (std::size_t i = 0; i < one.rows.size(); ++i) {
        CHECK(one.rows[i].value == three.rows[i].value);
        CHECK(one.rows[i].null_sd == three.rows[i].null_sd);
        CHECK(one.rows[i].p == three.rows[i].p);
    }
}
