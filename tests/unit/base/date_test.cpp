#include <maillage/base/date.hpp>

#include "support/catch.hpp"

using namespace maillage::base;
using Outcome = DateReading::Outcome;

TEST_CASE("a date is as precise as it is written") {
    CHECK(read_date("2021").date.iso() == "2021");
    CHECK(read_date("2021-02").date.iso() == "2021-02");
    CHECK(read_date("2021-02-28").date.iso() == "2021-02-28");
    CHECK(read_date("28/02/2021").date == read_date("2021-02-28").date);
    CHECK(read_date("2021").date.last() - read_date("2021").date.first() == 364);
}

TEST_CASE("a date that is doubtful is read and said") {
    CHECK(read_date("03/04/22").code == "W301");
    CHECK(read_date("03/04/22").date.iso() == "2022-04-03");
    CHECK(read_date("43831").code == "W302");
    CHECK(read_date("43831").date.iso() == "2020-01-01");
    CHECK(read_date("2020-01-01T00:00:00Z").code == "W303");
    CHECK(read_date("2020-01-01T00:00:00Z").date.iso() == "2020-01-01");
}

TEST_CASE("an impossible date is refused") {
    for (const auto* text : {"31/02/2022", "2021-02-29", "2021-13", "mars 2020", "0000-01-01",
                             "99999-01-01", "", "-", "2020-", "20-01", "2020-01-01x"}) {
        INFO(text);
        CHECK(read_date(text).outcome == Outcome::refused);
    }
}

TEST_CASE("before is said only when it is certain") {
    CHECK(certainly_before(Date::year(2020), Date::year(2021)));
    CHECK_FALSE(certainly_before(Date::year(2020), Date::month(2020, 12)));
    CHECK_FALSE(certainly_before(Date(), Date::year(2021)));
}
