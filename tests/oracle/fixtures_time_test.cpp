// Durations of alliances and the way from meetings to alliances, against R survival.

#include <cmath>

#include <maillage/formats/load.hpp>
#include <maillage/metrics/lifetimes.hpp>
#include <maillage/metrics/met_pairs.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"

using namespace maillage;
using nlohmann::json;
using test::find;
using test::value;

namespace {

struct Fixture {
    model::Dataset data;
    json metrics;

    explicit Fixture(const std::filesystem::path& folder)
        : data(formats::load(folder).data),
          metrics(test::read_json(folder / "expected.json").at("metrics")) {
        data.settings.complete = {model::Table::partnerships, model::Table::experiments};
    }
};

base::Day day(std::string_view text) {
    return base::read_date(text).date.first();
}

/// Everything in the window of a request.
template <class Use>
void in_scope(const model::Dataset& data, const metrics::Request& request, Use use) {
    const metrics::Study study(data, request);
    const metrics::TerritoryView view(study, {});
    const metrics::Calendar calendar = metrics::calendar(data, request);
    use(metrics::Scope(view, calendar.windows.front()));
}

metrics::Request until(std::string_view as_of) {
    metrics::Request request;
    request.as_of = day(as_of);
    return request;
}

/// A number of R, or undefined.
void check_number(const std::optional<double>& found, const json& expected) {
    CHECK(found.has_value() == expected.is_number());
    if (found && expected.is_number()) CHECK(*found == Approx(expected.get<double>()));
}

void check_steps(const inference::SurvivalCurve& curve, const json& expected) {
    const json& times = expected.at("time");
    REQUIRE(curve.steps().size() == times.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
        CHECK(curve.steps()[i].time == times[i].get<int>());
        CHECK(curve.steps()[i].at_risk == expected.at("at_risk")[i].get<int>());
        CHECK(curve.steps()[i].survival == Approx(expected.at("S")[i].get<double>()).margin(1e-12));
    }
}

}  // namespace

TEST_CASE("fixture C: how long six alliances last", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_c");
    if (!folder) return;
    const Fixture c(*folder);
    in_scope(c.data, until("2020-01-31"), [&](const metrics::Scope& scope) {
        const auto lives = metrics::lifetimes(scope, metrics::SilentAs::running);
        const inference::SurvivalCurve curve(lives.spells);
        const json& expected = c.metrics.at("emergence_survival");
        check_steps(curve, expected.at("value"));
        for (std::size_t i = 0; i < curve.steps().size(); ++i) {
            const double time = curve.steps()[i].time;
            check_number(curve.standard_error(time), expected.at("se")[i]);
            const auto limits = curve.limits(time);
            const auto bound = [&](double inference::Interval::*end) {
                return limits ? std::optional((*limits).*end) : std::nullopt;
            };
            const json& published = expected.at("ci_loglog");
            check_number(bound(&inference::Interval::low), published.at("low")[i]);
            check_number(bound(&inference::Interval::high), published.at("high")[i]);
        }
        CHECK(curve.median() == expected.at("median").get<int>());
        const json& mean = c.metrics.at("emergence_rmst").at("value");
        const auto found = curve.restricted_mean(mean.at("tau").get<double>());
        REQUIRE(found.has_value());
        CHECK(found->value == Approx(mean.at("value").get<double>()));
        CHECK(found->standard_error == Approx(mean.at("se").get<double>()));
    });
}

TEST_CASE("fixture C: alliances observed from a later day on", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_c");
    if (!folder) return;
    const Fixture c(*folder);
    const json& expected = c.metrics.at("emergence_survival@left_truncated").at("value");
    metrics::Request request = until("2020-01-31");
    request.observed_from = day(expected.at("observed_from").get<std::string>());
    in_scope(c.data, request, [&](const metrics::Scope& scope) {
        const auto lives = metrics::lifetimes(scope, metrics::SilentAs::running);
        CHECK(lives.over_before == static_cast<std::int64_t>(expected.at("excluded").size()));
        const inference::SurvivalCurve curve(lives.spells);
        check_steps(curve, expected);
        for (std::size_t i = 0; i < curve.steps().size(); ++i)
            check_number(curve.standard_error(curve.steps()[i].time), expected.at("se")[i]);
    });
}

TEST_CASE("fixture G: pairs that met, then allied", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const Fixture g(*folder);
    metrics::Request request = until("2022-12-31");
    request.washout_months = 0;
    const auto values = metrics::compute(g.data, request);
    const json& expected = g.metrics.at("emergence_conversion").at("value");
    for (const auto& [months, share] : expected.at("cif_by_months").items()) {
        INFO(months << " months");
        const std::string key = "horizon_months=" + months;
        const auto* row = find(values, "emergence_conversion", key);
        REQUIRE(row != nullptr);
        if (share.contains("reason")) {
            CHECK(row->reason == share.at("reason").get<std::string>());
            continue;
        }
        CHECK(*row->value == Approx(share.at("cif_partner").get<double>()).margin(1e-12));
        CHECK(value(values, "emergence_conversion", "measure=exit;" + key) ==
              Approx(share.at("cif_exit").get<double>()).margin(1e-12));
        CHECK(row->n == share.at("at_risk").get<int>());
        CHECK(row->n_effective == 4);
    }
    CHECK(value(values, "emergence_conversion", "measure=pairs") ==
          expected.at("pairs_at_risk").get<double>());
    CHECK(value(values, "emergence_conversion", "measure=confirmed") == 1);
    CHECK(value(values, "emergence_conversion", "measure=washed_out") == 0);
    // A year of washout leaves the meetings of 2021.
    request.washout_months = 12;
    const auto later = metrics::compute(g.data, request);
    CHECK(value(later, "emergence_conversion", "measure=washed_out") == 8);
    CHECK(value(later, "emergence_conversion", "measure=pairs") == 7);
    CHECK(value(later, "emergence_conversion", "measure=confirmed") == 1);
}

TEST_CASE("fixture G: durations of the pairs, and the error of independent ones", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const Fixture g(*folder);
    metrics::Request request = until("2022-12-31");
    request.washout_months = 0;
    in_scope(g.data, request, [&](const metrics::Scope& scope) {
        const auto pairs = metrics::met_pairs(scope);
        const json& conversion = g.metrics.at("emergence_conversion");
        const json& expected = conversion.at("value");
        const json& durations = conversion.at("durations_days");
        REQUIRE(pairs.spells.size() == durations.size());
        for (std::size_t i = 0; i < pairs.spells.size(); ++i) {
            std::array<std::string, 2> ids{std::string(g.data.actors[pairs.dyads[i].first].id),
                                           std::string(g.data.actors[pairs.dyads[i].second].id)};
            std::ranges::sort(ids);
            INFO(ids[0] << " " << ids[1]);
            const json& pair = durations.at(ids[0] + "|" + ids[1]);
            constexpr std::array<std::string_view, 3> outcomes{"censor", "partner", "exit"};
            CHECK(pairs.spells[i].time == pair[0].get<int>());
            CHECK(outcomes[static_cast<std::size_t>(pairs.spells[i].outcome)] ==
                  pair[1].get<std::string>());
        }
        const inference::CumulativeIncidence incidence(pairs.spells);
        for (const char* months : {"6", "12", "24"}) {
            double variance = 0;
            for (const auto& spell : pairs.spells)
                variance += std::pow(
                    incidence.influence(spell, std::stoi(months) * metrics::days_per_month), 2);
            const json& by = expected.at("cif_by_months").at(months).at("se_partner_iid");
            CHECK(std::sqrt(variance) == Approx(by.get<double>()).margin(1e-12));
        }
    });
}
