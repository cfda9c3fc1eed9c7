// Do the limits of emergence_conversion hold what they promise? Many small territories are drawn
// whose future is known: their alliances go on for two years after the date of the data, so that
// the share of pairs that ally within two years is counted, not estimated. The figures stand in
// docs/method/emergence_conversion.md.

#include <cmath>
#include <iostream>

#include <maillage/base/random.hpp>
#include <maillage/metrics/met_pairs.hpp>
#include <maillage/model/draft.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"

using namespace maillage;

namespace {

constexpr std::uint32_t actors = 60, meetings = 24;
constexpr base::Day opening = 16436, year = 365;  // 2015-01-01
constexpr base::Day as_of = opening + 6 * year, future = as_of + 2 * year + 2;

struct Setting {
    double activity_sd;
    std::uint32_t partnerships;  ///< In the six years that are recorded.
    double odds;                 ///< Of joining somebody already met.
};

/// The territory keeps its actors, who meet and ally anew in each world; or has others in each.
enum class Actors : std::uint8_t { same, redrawn };

class World {
  public:
    World(const Setting& setting, Actors who, std::uint64_t number)
        : setting_(setting),
          random_(1, "conversion coverage", number),
          characters_(1, "activity", who == Actors::same ? 0 : number) {
        for (std::uint32_t i = 0; i < actors; ++i) add_actor(i);
        for (std::uint32_t i = 0; i < meetings; ++i) add_meeting();
        const auto count = static_cast<std::uint32_t>(setting.partnerships * 8.0 / 6 + 0.5);
        for (std::uint32_t i = 0; i < count; ++i) add_partnership(i);
        for (const auto table : {model::Table::events, model::Table::partnerships})
            draft_.data.tables[static_cast<std::size_t>(table)].present = true;
    }
    model::Dataset finish() { return model::finish(std::move(draft_)); }

  private:
    Setting setting_;
    base::RandomStream random_, characters_;
    model::Draft draft_;
    std::vector<double> activity_;
    std::array<std::array<base::Day, actors>, actors> met_{};  ///< 0: never.

    std::string_view name(const char* stem, std::size_t i) {
        return draft_.data.text.keep(stem + std::to_string(i));
    }
    base::Day within(base::Day days) {
        return opening + static_cast<base::Day>(random_.below(static_cast<std::uint32_t>(days)));
    }

    void add_actor(std::uint32_t i) {
        auto& made = draft_.actors.emplace_back();
        made.id = made.name = name("a", i);
        if (random_.below(10) == 0) made.closed = model::Date(within(future - opening));
        // Box-Muller.
        const double normal = std::sqrt(-2 * std::log(1 - characters_.uniform())) *
                              std::cos(6.283185307179586 * characters_.uniform());
        activity_.push_back(std::exp(setting_.activity_sd * normal));
    }

    /// One more party, by activity, and by the odds when one of the others has been met before.
    std::uint32_t draw(const std::vector<std::uint32_t>& chosen, base::Day day, double odds) {
        std::array<double, actors> weight{};
        double sum = 0;
        for (std::uint32_t i = 0; i < actors; ++i) {
            weight[i] = activity_[i];
            const auto& closed = draft_.actors[i].closed;
            if (closed.known() && closed.first() <= day) weight[i] = 0;
            bool met = false;
            for (const std::uint32_t other : chosen) {
                if (other == i) weight[i] = 0;
                met = met || (met_[i][other] != 0 && met_[i][other] < day);
            }
            if (met) weight[i] *= odds;
            sum += weight[i];
        }
        double left = random_.uniform() * sum;
        for (std::uint32_t i = 0; i < actors; ++i)
            if ((left -= weight[i]) < 0) return i;
        return chosen.empty() ? 0 : chosen.front();
    }

    std::vector<std::uint32_t> draw_many(std::uint32_t size, base::Day day, double odds) {
        std::vector<std::uint32_t> chosen;
        while (chosen.size() < size) chosen.push_back(draw(chosen, day, odds));
        return chosen;
    }

    void add_meeting() {
        const auto number = static_cast<std::uint32_t>(draft_.events.rows.size());
        auto& made = draft_.events.rows.emplace_back();
        made.row.id = name("e", number);
        const base::Day day = within(as_of - opening);
        made.row.start = model::Date(day);
        const auto present = draw_many(12 + random_.below(14), day, 1);
        for (const std::uint32_t a : present) {
            model::Attendee attendee{{a}, model::AttendanceRole::participant, {}};
            draft_.events.members.push_back({number, attendee});
            for (const std::uint32_t b : present)
                if (a != b) met_[a][b] = met_[a][b] == 0 ? day : std::min(met_[a][b], day);
        }
    }

    void add_partnership(std::uint32_t number) {
        auto& made = draft_.partnerships.rows.emplace_back();
        made.row.id = name("p", number);
        const base::Day day = within(future - opening);
        made.row.start = model::Date(day);
        for (const std::uint32_t a : draw_many(2 + random_.below(4), day, setting_.odds))
            draft_.partnerships.members.push_back({number, {{a}, model::Role::partner, {}, {}}});
    }
};

metrics::Request until(base::Day day) {
    metrics::Request request;
    request.from = opening;
    request.to = as_of;
    request.as_of = day;
    return request;
}

constexpr std::string_view key = "horizon_months=24";

/// Pairs of one world, all followed for two years, and those of them that allied by then.
struct Future {
    double pairs = 0, allied = 0;
};

Future future_of(const model::Dataset& data) {
    const metrics::Request request = until(future);
    const metrics::Study study(data, request);
    const metrics::TerritoryView view(study, {});
    const auto calendar = metrics::calendar(data, request);
    const auto pairs = metrics::met_pairs(metrics::Scope(view, calendar.windows.front()));
    Future counted;
    for (const auto& spell : pairs.spells) {
        ++counted.pairs;
        const bool allied = spell.outcome == inference::Outcome::event && spell.time <= 730;
        if (allied) ++counted.allied;
    }
    return counted;
}

/// Share of the worlds that a report speaks of whose limits hold the truth.
double coverage(const Setting& setting, Actors who, std::uint64_t worlds) {
    std::vector<metrics::Estimate> estimates;
    Future truth;
    for (std::uint64_t i = 0; i < worlds; ++i) {
        const model::Dataset data = World(setting, who, i).finish();
        const Future counted = future_of(data);
        truth.pairs += counted.pairs;
        truth.allied += counted.allied;
        metrics::Request request = until(as_of);
        request.metrics = {"emergence_conversion"};
        request.threads = 1;
        const auto values = metrics::compute(data, request);
        const auto* row = test::find(values, "emergence_conversion", key);
        if (row->ci_low && row->n_effective >= 5) estimates.push_back(*row);
    }
    const double share = truth.allied / truth.pairs;
    double held = 0, mean = 0;
    for (const metrics::Estimate& row : estimates) {
        if (*row.ci_low <= share && share <= *row.ci_high) ++held;
        mean += *row.value / static_cast<double>(estimates.size());
    }
    const double covered = held / static_cast<double>(estimates.size());
    std::cout << (who == Actors::same ? "same" : "other") << " actors, activity "
              << setting.activity_sd << ", " << setting.partnerships << " partnerships, odds "
              << setting.odds << ": covers " << covered << " of " << estimates.size()
              << " worlds (truth " << share << ", mean " << mean << ")\n";
    return covered;
}

}  // namespace

TEST_CASE("limits of conversion hold the truth as often as they say", "[slow]") {
    for (const double sd : {0.0, 0.7})
        for (const std::uint32_t partnerships : {15U, 50U})
            for (const double odds : {1.0, 3.0}) {
                const double covered = coverage({sd, partnerships, odds}, Actors::same, 2000);
                INFO("activity " << sd << ", " << partnerships << ", odds " << odds);
                CHECK(covered >= 0.93);
                CHECK(covered <= 0.97);
            }
}

TEST_CASE("limits of conversion are a little short for actors of any territory", "[slow]") {
    for (const std::uint32_t partnerships : {15U, 50U})
        for (const double odds : {1.0, 3.0}) {
            const double covered = coverage({0.7, partnerships, odds}, Actors::redrawn, 1000);
            INFO(partnerships << ", odds " << odds);
            CHECK(covered >= 0.90);
            CHECK(covered <= 0.97);
        }
}
