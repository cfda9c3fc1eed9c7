// What stands between two dates. Expected values are worked by hand, or stand in
// shared/oracle/closed_forms.md (Kitagawa).

#include <array>
#include <cmath>

#include <maillage/metrics/change.hpp>
#include <maillage/metrics/kitagawa.hpp>

#include "support/catch.hpp"
#include "support/random_world.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using metrics::Change;
using metrics::Perimeter;
using test::sketch;

namespace {

metrics::Calendar::Window year(int number) {
    return metrics::window_of(*base::day_of(number, 1, 1), *base::day_of(number, 12, 31));
}

metrics::Changes compared(const model::Dataset& data, const metrics::Request& request = {}) {
    return metrics::changes(data, request, year(2020), year(2021));
}

const Change* find(const metrics::Changes& changes, std::string_view metric,
                   std::string_view key = "", Perimeter perimeter = Perimeter::full) {
    for (const Change& row : changes.rows)
        if (row.record().metric == metric && row.record().key == key && row.perimeter == perimeter)
            return &row;
    return nullptr;
}

double flow(const metrics::Changes& changes, const std::string& measure) {
    return find(changes, metrics::map_difference_id, "measure=" + measure)->change.value();
}

/// Ten actors of two kinds; eight alliances each year, the second year with other partners.
std::string ten_actors() {
    std::string text;
    for (int i = 0; i < 10; ++i)
        text += (i < 5 ? "public a" : "company a") + std::to_string(i) + "\n";
    for (int i = 0; i < 8; ++i) {
        const auto pair = [&](int a, int b) {
            return ": a" + std::to_string(a) + " a" + std::to_string(b) + "\n";
        };
        text += "alliance p" + std::to_string(i) + " 2020-02-01..2020-11-01" + pair(i, i + 1);
        text +=
            "alliance q" + std::to_string(i) + " 2021-02-01..2021-11-01" + pair(i, (i + 4) % 10);
    }
    return text + "as_of 2021-12-31\n";
}

}  // namespace

TEST_CASE("a change is split into composition and rates") {
    const std::array groups{metrics::GroupChange{0.5, 0.25, 0.2, 0.3},
                            metrics::GroupChange{0.5, 0.75, 0.6, 0.6}};
    const auto parts = metrics::decompose(groups);
    CHECK(parts->composition == Approx(7.0 / 80));
    CHECK(parts->rates == Approx(3.0 / 80));
}

TEST_CASE("a group that is empty at one date has no rate there, and the split no meaning") {
    const std::array groups{metrics::GroupChange{1, 0.5, 0.2, 0.3},
                            metrics::GroupChange{0, 0.5, std::nullopt, 0.6}};
    CHECK_FALSE(metrics::decompose(groups).has_value());
    const std::array never{metrics::GroupChange{1, 1, 0.2, 0.3},
                           metrics::GroupChange{0, 0, std::nullopt, std::nullopt}};
    CHECK(metrics::decompose(never)->rates == Approx(0.1));
}

TEST_CASE("the share of actors who came, by kinds: what is composition and what is not") {
    // 2020: 1 of 2 associations, 2 of 2 public. 2021: two more associations, none of whom comes.
    const auto data = sketch(R"(
        public p1
        public p2
        association a1
        association a2
        association a3 created 2021-01-01
        association a4 created 2021-01-01
        meeting m1 2020-03-01: p1 p2 a1
        meeting m2 2021-03-01: p1 p2 a1
        as_of 2021-12-31
    )");
    const auto changes = compared(data);
    const Change* reach = find(changes, "dialogue_reach");
    CHECK(reach->change.value() == Approx(3.0 / 6 - 3.0 / 4));
    // Parts 1/2, 1/2 then 2/3, 1/3; rates 1/2, 1 then 1/4, 1.
    CHECK(reach->composition.value() == Approx(1.0 / 6 * 3.0 / 8 - 1.0 / 6));
    CHECK(reach->mixing.value() == Approx(-1.0 / 4 * 7.0 / 12));
    CHECK(*reach->composition + *reach->mixing == Approx(*reach->change));
    // Without the one meeting of a year nobody came.
    CHECK(reach->range_low.value() == Approx(-0.75));
    CHECK(reach->range_high.value() == Approx(0.5));
    const Change* constant = find(changes, "dialogue_reach", "", Perimeter::constant);
    CHECK(constant->change == 0);
    CHECK(constant->composition == 0);
}

TEST_CASE("the change of an index of mixing, beside that of the actors there are") {
    // Two kinds of two actors: q2 = 4/12. With two more companies, (2 + 12) / 30.
    const auto data = sketch(R"(
        public p1
        public p2
        company c1
        company c2
        company c3 created 2021-01-01
        company c4 created 2021-01-01
        alliance x 2020-02-01..2020-10-01: p1 c1
        alliance y 2021-02-01..2021-10-01: p1 p2
        alliance z 2021-02-01..2021-10-01: p1 c3
        as_of 2021-12-31
    )");
    const auto changes = compared(data);
    const Change* index = find(changes, "emergence_ei_index");
    CHECK(index->change == -1);
    CHECK(index->composition.value() == Approx((1 - 28.0 / 30) - (1 - 8.0 / 12)));
    CHECK(*index->composition + *index->mixing == Approx(-1));
    const Change* constant = find(changes, "emergence_ei_index", "", Perimeter::constant);
    CHECK(constant->change == -2);
    CHECK(constant->composition == 0);
}

TEST_CASE("stock, new and ended add up, also for what begins and ends in between") {
    const auto data = sketch(R"(
        public a
        public b
        company c created 2021-05-01
        company d closed 2021-06-01
        alliance long ?: a b
        alliance over 2019-01-01..2021-01-10: a d
        alliance short 2021-02-01..2021-03-01: b d
        alliance young 2021-06-01: b c
        complete partnerships
        as_of 2021-12-31
    )");
    const auto changes = compared(data);
    CHECK(find(changes, metrics::map_difference_id, "measure=alliances")->before->value == 2);
    CHECK(flow(changes, "alliances_new") == 2);
    CHECK(flow(changes, "alliances_ended") == -2);
    CHECK(find(changes, metrics::map_difference_id, "measure=alliances")->after->value == 2);
    CHECK(flow(changes, "actors_new") == 1);
    CHECK(flow(changes, "actors_ended") == -1);
    CHECK(flow(changes, "pairs_new") == 1);
    CHECK(flow(changes, "pairs_ended") == -1);
    CHECK(find(changes, metrics::map_difference_id, "measure=pairs_jaccard")->after->value ==
          Approx(1.0 / 3));
    CHECK(flow(changes, "allied_new") == 1);
    CHECK(flow(changes, "allied_ended") == -1);
}

TEST_CASE("stocks and flows add up in any world") {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        const auto changes = metrics::changes(data, {}, year(2019), year(2021));
        for (const std::string name : {"actors", "alliances", "pairs", "allied"}) {
            const Change* whole = find(changes, metrics::map_difference_id, "measure=" + name);
            if (whole == nullptr || !whole->change) continue;
            INFO("world " << seed << ", " << name);
            CHECK(*whole->change == flow(changes, name + "_new") + flow(changes, name + "_ended"));
            CHECK(flow(changes, name + "_new") >= 0);
            CHECK(flow(changes, name + "_ended") <= 0);
        }
    }
}

TEST_CASE("a side without value says why, and a row of one date is not compared") {
    const auto data = sketch(R"(
        public a
        company b created 2021-01-01
        meeting m 2021-03-01: a b
        as_of 2021-12-31
    )");
    const auto changes = compared(data);
    CHECK(find(changes, "actor_count", "kind=company")->reason == "not_comparable");
    CHECK_FALSE(find(changes, "actor_count", "kind=company")->change.has_value());
    const Change* index = find(changes, "dialogue_ei_index");
    CHECK(index->status == metrics::Status::undefined);
    CHECK(index->reason == "no_event");
    CHECK(find(changes, "emergence_density")->status == metrics::Status::no_data);
    CHECK(find(changes, "emergence_density", "", Perimeter::constant) == nullptr);
}

TEST_CASE("the same silence at both dates") {
    // "old" is silent at the date of the data: running at both dates, or at neither.
    const auto data = sketch(R"(
        public a
        public b
        company c
        alliance old 2018-01-01: a b
        alliance new 2021-10-01: a c
        as_of 2021-12-31
    )");
    const auto changes = compared(data);
    const Change* active = find(changes, "emergence_active_count");
    CHECK(active->change == 1);
    CHECK(active->range_low == 1);
    CHECK(active->range_high == 1);
}

TEST_CASE("an interval for changes of the network, at constant perimeter alone") {
    const auto data = sketch(ten_actors());
    const auto changes = compared(data);
    for (const std::string_view id :
         {"emergence_density", "emergence_degree", "emergence_ei_index"}) {
        INFO(id);
        CHECK_FALSE(find(changes, id)->ci_low.has_value());
        const Change* row = find(changes, id, "", Perimeter::constant);
        CHECK(row->ci_method == "change_paired_bootstrap");
        CHECK(*row->ci_low + *row->ci_high == Approx(2 * *row->change));
        CHECK(*row->z ==
              Approx(2 * 1.959963984540054 * *row->change / (*row->ci_high - *row->ci_low)));
    }
    metrics::Request none;
    none.replicates = 0;
    const auto undrawn = compared(data, none);
    CHECK_FALSE(find(undrawn, "emergence_density", "", Perimeter::constant)->ci_low.has_value());
}

TEST_CASE("at constant perimeter nothing depends on the other actors") {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        const model::Draft world = test::random_draft(seed);
        model::Draft other = test::random_draft(seed);
        std::vector<std::uint8_t> left(world.actors.size(), 0);
        for (std::size_t i = 0; i < world.actors.size(); ++i) {
            // Closed before both windows: known at neither.
            const bool was = world.actors[i].closed.known() &&
                             world.actors[i].closed.last() <= *base::day_of(2019, 1, 1);
            left[i] = was ? 1 : 0;
            if (was) other.actors[i].kind = model::Kind::other;
        }
        const auto is_left = [&](const auto& member) {
            return left[member.member.actor.index] != 0;
        };
        std::erase_if(other.events.members, is_left);
        std::erase_if(other.partnerships.members, is_left);
        for (auto& event : other.events.rows)
            if (event.row.convenor.known() && left[event.row.convenor.index] != 0)
                event.row.convenor = {};
        const auto all = model::finish(test::random_draft(seed));
        const auto some = model::finish(std::move(other));
        const auto changes = metrics::changes(all, {}, year(2019), year(2021));
        const auto without = metrics::changes(some, {}, year(2019), year(2021));
        for (const Change& row : changes.rows) {
            if (row.perimeter != Perimeter::constant || row.record().territory != "*") continue;
            const Change* same =
                find(without, row.record().metric, row.record().key, Perimeter::constant);
            if (same == nullptr) continue;
            INFO("world " << seed << ", " << row.record().metric << " " << row.record().key);
            CHECK(same->change == row.change);
        }
    }
}

TEST_CASE("two whole years of the data, or none") {
    const auto data = sketch(ten_actors());
    const auto two = metrics::last_two_years(data, {});
    CHECK(two->before.period == "2020");
    CHECK(two->after.period == "2021");
    metrics::Request midyear;
    midyear.as_of = base::day_of(2021, 6, 30);
    CHECK_FALSE(metrics::last_two_years(data, midyear).has_value());
    CHECK_FALSE(metrics::last_two_years(sketch("public a\n"), {}).has_value());
}

TEST_CASE("a figure of the report is the figure of the comparison") {
    const auto data = model::finish(test::random_draft(7));
    metrics::Request in_2021;
    in_2021.from = base::day_of(2021, 1, 1);
    in_2021.to = base::day_of(2021, 12, 31);
    in_2021.replicates = 0;
    const auto changes = metrics::changes(data, {}, year(2019), year(2021));
    std::size_t seen = 0;
    for (const metrics::Estimate& record : metrics::compute(data, in_2021).rows) {
        const Change* row = find(changes, record.metric, record.key);
        if (row == nullptr || !row->change) continue;
        CHECK(row->after->value == record.value);
        ++seen;
    }
    CHECK(seen > 20);
}
