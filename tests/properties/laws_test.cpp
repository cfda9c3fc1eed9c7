// Laws that every metric of the catalogue obeys. A new metric is held to them without a line here.

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include <maillage/metrics/metric.hpp>
#include <maillage/metrics/run.hpp>

#include "reference/reference.hpp"
#include "support/catch.hpp"
#include "support/random_world.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using metrics::Estimate;
using metrics::Request;
using metrics::Status;
using metrics::Values;

namespace {

constexpr std::uint32_t worlds = 60;

/// The ids of some entries, those that are given by name only included.
std::vector<std::string> ids_of(std::span<const metrics::Entry* const> entries) {
    std::vector<std::string> ids;
    for (const auto* entry : entries)
        for (const auto& metric : entry->metrics) ids.emplace_back(metric.id);
    return ids;
}

/// Requests that between them use windows, attributions, filters and options. A few draws set the
/// compared figures beside coincidence.
Request request_of(const model::Dataset& data, std::uint32_t seed) {
    Request request;
    request.metrics = ids_of(metrics::catalogue());
    request.threads = 1;
    request.replicates = 7;
    for (std::uint32_t t = 0; t < data.territories.size(); ++t) request.territories.push_back({t});
    request.attribution = static_cast<metrics::Attribution>(seed % 4);
    if (seed % 3 == 1) {
        request.from = *base::day_of(2017, 1, 1);
        request.to = *base::day_of(2019, 12, 31);
    }
    if (seed % 3 == 2) request.breakdown = metrics::Breakdown::by_year;
    if (seed % 5 == 3) request.as_of = *base::day_of(2019, 7, 1);
    request.include_legal_ties = seed % 7 == 2;
    request.innovation_territories = 1 + static_cast<int>(seed % 3);
    request.innovation_percent = seed % 2 == 0 ? 50 : 34;
    request.valley_percent = seed % 4 == 1 ? 60 : 80;
    if (seed % 6 == 4) request.only = {{"source", "source0"}};
    return request;
}

/// Close enough for sums made in another order.
bool agree(const std::optional<double>& a, const std::optional<double>& b) {
    if (a.has_value() != b.has_value()) return false;
    return !a || std::abs(*a - *b) <= 1e-9 * std::max(1.0, std::abs(*b));
}

bool same(const Values& a, const Values& b) {
    if (a.rows.size() != b.rows.size()) return false;
    for (std::size_t i = 0; i < a.rows.size(); ++i) {
        const Estimate& x = a.rows[i];
        const Estimate& y = b.rows[i];
        const bool alike = x.metric == y.metric && x.territory == y.territory &&
                           x.period == y.period && x.key == y.key && agree(x.value, y.value) &&
                           x.n == y.n && agree(x.range_low, y.range_low) &&
                           agree(x.range_high, y.range_high) && agree(x.null_mean, y.null_mean) &&
                           agree(x.null_sd, y.null_sd) && agree(x.z, y.z) && agree(x.p, y.p) &&
                           x.nature == y.nature && x.status == y.status && x.reason == y.reason;
        if (!alike) {
            UNSCOPED_INFO(x.metric << " " << x.territory << " " << x.period << " " << x.key << " / "
                                   << y.metric << " " << y.key);
            return false;
        }
    }
    return true;
}

/// Undefined is a status with a reason; a value is finite and lies within its range.
void check_record(const Estimate& row) {
    INFO(row.metric << " " << row.territory << " " << row.period << " " << row.key);
    CHECK((row.status == Status::ok) == row.value.has_value());
    CHECK((row.status == Status::ok) == row.reason.empty());
    if (row.value) CHECK(std::isfinite(*row.value));
    if (row.unit == "share" && row.value) {
        CHECK(*row.value >= 0);
        CHECK(*row.value <= 1);
    }
    if (row.unit == "count" && row.value) CHECK(*row.value >= 0);
    if (row.z) CHECK((row.null_mean && row.null_sd && *row.null_sd > 0));
    if (row.p) CHECK((*row.p > 0 && *row.p <= 1));
    if (row.value) CHECK(row.null_model.empty() == (row.nature != metrics::FigureNature::compared));
    if (row.range_low && row.range_high) CHECK(*row.range_low <= *row.range_high);
    if (row.denominator && *row.denominator == 0) CHECK(row.status != Status::ok);
    if (row.numerator && row.denominator && row.value)
        CHECK(*row.value == Approx(*row.numerator / *row.denominator));
}

}  // namespace

TEST_CASE("law: every metric equals its slow reference", "[laws]") {
    const auto names = metrics::entry_names();
    for (std::size_t e = 0; e < names.size(); ++e) {
        INFO("entry " << names[e]);
        const auto reference = reference::all().find(names[e]);
        REQUIRE(reference != reference::all().end());
        for (std::uint32_t seed = 0; seed < worlds; ++seed) {
            const auto data = model::finish(test::random_draft(seed));
            Request request = request_of(data, seed);
            // Draws are held to their own tests (tests/unit/inference); here, what was observed.
            request.replicates = 0;
            request.metrics = ids_of(metrics::catalogue().subspan(e, 1));
            const Values values = metrics::compute(data, request);
            const auto calendar = metrics::calendar(data, request);
            std::size_t compared = 0;
            for (const auto territory : request.territories) {
                for (const auto& window : calendar.windows) {
                    const reference::Question question(data, request, territory, window,
                                                       calendar.as_of);
                    const std::string_view id =
                        territory.known() ? data[territory].id : std::string_view("*");
                    const auto answers = reference->second(question);
                    std::size_t rows = 0;
                    for (const Estimate& row : values.rows) {
                        if (row.territory != id || row.period != window.period) continue;
                        if (row.reason == "column_absent") continue;
                        INFO("world " << seed << " " << row.metric << " " << id << " " << row.period
                                      << " " << row.key);
                        const auto answer = answers.find({std::string(row.metric), row.key});
                        REQUIRE(answer != answers.end());
                        INFO("engine " << row.value.value_or(-999) << " reference "
                                       << answer->second.value_or(-999));
                        CHECK(agree(row.value, answer->second));
                        ++rows;
                        ++compared;
                    }
                    if (rows > 0) {
                        INFO("world " << seed << " " << id << " " << window.period);
                        CHECK(rows == answers.size());
                    }
                }
            }
            CHECK(compared > 0);
        }
    }
}

namespace {

/// Figures whose range is their smallest and largest value when any one meeting is left out.
constexpr std::array<std::string_view, 5> ranged{"dialogue_cohesion", "dialogue_redundancy",
                                                 "dialogue_robins_alexander", "dialogue_strength",
                                                 "dialogue_two_mode"};

using Ranges = std::map<std::pair<std::string, std::string>, std::pair<double, double>>;

/// By the definition: the slow reference is asked again without each meeting in turn.
Ranges leaving_one_out(const reference::Question& question,
                       reference::Answers (*answers)(const reference::Question&)) {
    Ranges ranges;
    for (const std::uint32_t event : question.events) {
        if (!question.in_window(question.data.events.rows[event].start)) continue;
        reference::Question less = question;
        std::erase(less.events, event);
        std::erase(less.all_events, event);
        for (const auto& [key, value] : answers(less)) {
            if (!value) continue;
            auto& [low, high] = ranges.try_emplace(key, *value, *value).first->second;
            low = std::min(low, *value);
            high = std::max(high, *value);
        }
    }
    return ranges;
}

}  // namespace

TEST_CASE("law: a range of a counted figure is what leaving any one meeting out gives", "[laws]") {
    for (const std::string_view name : ranged) {
        const auto names = metrics::entry_names();
        const auto at = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
        REQUIRE(at < names.size());
        for (std::uint32_t seed = 0; seed < worlds; ++seed) {
            const auto data = model::finish(test::random_draft(seed));
            Request request = request_of(data, seed);
            request.replicates = 0;
            request.metrics = ids_of(metrics::catalogue().subspan(at, 1));
            const Values values = metrics::compute(data, request);
            const auto calendar = metrics::calendar(data, request);
            for (const auto& window : calendar.windows) {
                // Everything, where most meetings are.
                const reference::Question question(data, request, {}, window, calendar.as_of);
                const Ranges ranges = leaving_one_out(question, reference::all().at(name));
                for (const Estimate& row : values.rows) {
                    if (row.territory != "*" || row.period != window.period) continue;
                    INFO("world " << seed << " " << row.metric << " " << row.period << " "
                                  << row.key);
                    const auto range = ranges.find({std::string(row.metric), row.key});
                    REQUIRE(row.range_low.has_value() == (range != ranges.end()));
                    if (!row.range_low) continue;
                    CHECK(agree(row.range_low, range->second.first));
                    CHECK(agree(row.range_high, range->second.second));
                }
            }
        }
    }
}

TEST_CASE("law: a record is a value or a reason, finite and within bounds", "[laws]") {
    for (std::uint32_t seed = 0; seed < worlds; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        Request request = request_of(data, seed);
        request.detail = metrics::Detail::rows;
        for (const Estimate& row : metrics::compute(data, request).rows) check_record(row);
    }
}

TEST_CASE("law: no two records share metric, territory, period and key", "[laws]") {
    for (std::uint32_t seed = 0; seed < worlds; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        Request request = request_of(data, seed);
        request.detail = metrics::Detail::rows;
        std::set<std::tuple<std::string_view, std::string_view, std::string, std::string>> seen;
        for (const Estimate& row : metrics::compute(data, request).rows) {
            INFO(row.metric << " " << row.territory << " " << row.period << " " << row.key);
            CHECK(seen.insert({row.metric, row.territory, row.period, row.key}).second);
        }
    }
}

TEST_CASE("law: the order of rows changes nothing", "[laws]") {
    for (std::uint32_t seed = 0; seed < worlds; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        const auto other = model::finish(test::shuffled(test::random_draft(seed), seed + 1));
        Request request = request_of(data, seed);
        request.detail = metrics::Detail::rows;
        INFO("world " << seed);
        CHECK(same(metrics::compute(data, request), metrics::compute(other, request)));
    }
}

TEST_CASE("law: the ids of actors change nothing", "[laws]") {
    for (std::uint32_t seed = 0; seed < worlds; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        const auto other = model::finish(test::relabelled(test::random_draft(seed), seed + 1));
        Request request = request_of(data, seed);
        // Draws follow the order of actors, which is that of their ids: relabelled, they are others
        // from the same distribution. `fragility_robustness` removes equals in the order of their
        // ids by definition. Everything else is the same.
        request.replicates = 0;
        INFO("world " << seed);
        Values one = metrics::compute(data, request), two = metrics::compute(other, request);
        for (Values* values : {&one, &two})
            std::erase_if(values->rows,
                          [](const Estimate& row) { return row.metric == "fragility_robustness"; });
        CHECK(same(one, two));
    }
}

TEST_CASE("law: the number of threads changes nothing", "[laws]") {
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        Request request = request_of(data, seed);
        const Values one = metrics::compute(data, request);
        request.threads = 4;
        const Values four = metrics::compute(data, request);
        CHECK(same(one, four));
        REQUIRE(one.notes.size() == four.notes.size());
    }
}

TEST_CASE("law: the smallest worlds give values or reasons", "[laws]") {
    const auto* world =
        GENERATE("", "empty events\nempty attendance\nempty partnerships\nempty experiments\n",
                 "public a\n", "public a\nalliance p 2020-01-01: a\nmeeting m 2020-01-01: a\n",
                 "public a\ncompany b\nalliance p ?: a b\n",
                 // a star, a clique, and a path of alliances
                 "public c\ncompany l1\ncompany l2\ncompany l3\nalliance p1 2020-01-01: c l1\n"
                 "alliance p2 2020-01-01: c l2\nalliance p3 2020-01-01: c l3\n",
                 "public a\ncompany b\nassociation c\nalliance p 2020-01-01: a b c\n"
                 "meeting m 2020-01-01: a b c\n",
                 "public a\ncompany b\nassociation c\nalliance p 2020-01-01: a b\n"
                 "alliance q 2020-01-01: b c\n");
    INFO(world);
    const auto data = test::sketch(world);
    Request request;
    request.detail = metrics::Detail::rows;
    request.metrics = ids_of(metrics::catalogue());
    const Values values = metrics::compute(data, request);
    for (const Estimate& row : values.rows) check_record(row);
    for (const auto* entry : metrics::catalogue())
        for (const auto& metric : entry->metrics) {
            INFO(metric.id);
            CHECK(std::ranges::any_of(
                values.rows, [&](const Estimate& row) { return row.metric == metric.id; }));
        }
}

TEST_CASE("law: every metric says in both languages what it is, and has a method page", "[laws]") {
    const std::filesystem::path pages =
        std::filesystem::path(MAILLAGE_SOURCE_DIR) / "docs" / "method";
    for (std::size_t e = 0; e < metrics::entry_names().size(); ++e) {
        INFO(metrics::entry_names()[e]);
        CHECK(std::filesystem::exists(pages / (std::string(metrics::entry_names()[e]) + ".md")));
        for (const auto& metric : metrics::catalogue()[e]->metrics) {
            INFO(metric.id);
            for (const auto& words : {metric.title, metric.question, metric.definition,
                                      metric.reading, metric.limits}) {
                CHECK_FALSE(words.fr.empty());
                CHECK_FALSE(words.en.empty());
            }
            CHECK_FALSE(metric.source.empty());
            CHECK_FALSE(metric.unit.empty());
        }
    }
}
