#include <maillage/report/sentences.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using base::Language;

namespace {

/// Says a pattern of figures given by name.
std::optional<std::string> said(std::string_view pattern, std::map<std::string, double> numbers,
                                Language language = Language::english) {
    const auto data = test::sketch("public a");
    const metrics::Request request;
    const metrics::Values values;
    report::Facts facts({data, request, values, {}, language}, {});
    facts.numbers.insert(numbers.begin(), numbers.end());
    facts.words["who"] = "a town";
    return report::say(pattern, facts, language);
}

}  // namespace

TEST_CASE("a wording is chosen by its figure: none, one, several, all") {
    const std::string_view pattern = "{n/total?none|one|#|all}";
    CHECK(said(pattern, {{"n", 0}, {"total", 5}}) == "none");
    CHECK(said(pattern, {{"n", 1}, {"total", 5}}) == "one");
    CHECK(said(pattern, {{"n", 3}, {"total", 5}}) == "3");
    CHECK(said(pattern, {{"n", 5}, {"total", 5}}) == "all");
    CHECK(said(pattern, {{"n", 1}, {"total", 1}}) == "one");
    CHECK(said(pattern, {{"n", 0}, {"total", 0}}) == "none");
    CHECK(said("{n?none|one|#}", {{"n", 5}}) == "5");
}

TEST_CASE("a part in brackets is left out when a figure of it is unknown, a sentence otherwise") {
    CHECK(said("{a}[ and {b}].", {{"a", 1}, {"b", 2}}) == "1 and 2.");
    CHECK(said("{a}[ and {b}].", {{"a", 1}}) == "1.");
    CHECK_FALSE(said("{a} and {b}.", {{"a", 1}}));
    CHECK(said("{who} came", {}) == "a town came");
}

TEST_CASE("figures are grouped by the custom of the language") {
    CHECK(said("{n}", {{"n", 35871}}) == "35,871");
    CHECK(said("{n}", {{"n", 35871}}, Language::french) == "35\u202F871");
    CHECK(said("{n?|one|# of them}", {{"n", 1234}}) == "1,234 of them");
}
