// What invented organisations say, loaded as any dataset and counted again: the shares planted,
// within four standard errors, and the holes.

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <maillage/formats/load.hpp>
#include <maillage/simulation/simulate.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace maillage;
using simulation::Recipe;

namespace {

formats::Loaded load_world(const Recipe& recipe) {
    const test::Folder folder;
    for (const auto& file : simulation::simulate(recipe)) folder.write(file.name, file.bytes);
    return formats::load(folder.path());
}

Recipe recipe_of(std::uint32_t actors, std::uint64_t seed, int years = 10) {
    Recipe recipe;
    recipe.actors = actors;
    recipe.seed = seed;
    recipe.years = years;
    return recipe;
}

/// One world of some size for all counts below.
const model::Dataset& large_world() {
    static const formats::Loaded loaded = load_world(recipe_of(4000, 11));
    return loaded.data;
}

struct Share {
    double yes = 0, all = 0;

    void see(bool answer) {
        yes += answer ? 1 : 0;
        ++all;
    }
};

void check_share(const char* what, const Share& share, double planted) {
    const double error = std::sqrt(planted * (1 - planted) / share.all);
    INFO(what << ": " << share.yes << " of " << share.all << ", planted " << planted);
    CHECK(share.all > 50);
    CHECK(std::abs(share.yes / share.all - planted) < 4 * error);
}

base::Day as_of() {
    return *base::day_of(Recipe::last_year, 12, 31);
}

}  // namespace

TEST_CASE("invented worlds load without an issue, whatever their size and seed") {
    for (const auto& [actors, years] :
         {std::pair{20U, 1}, {20U, 30}, {60U, 3}, {400U, 10}, {1500U, 2}})
        for (const std::uint64_t seed : {0U, 1U, 2U, 3U, 4U}) {
            const formats::Loaded loaded = load_world(recipe_of(actors, seed, years));
            INFO(actors << " actors, " << years << " years, seed " << seed);
            CHECK(loaded.issues.unsorted().empty());
            CHECK(loaded.ignored_files.size() == 1);  // the README
            for (const model::TableInfo& table : loaded.data.tables) CHECK(table.present);
        }
}

TEST_CASE("no natural person says or is told anything in invented statements") {
    const model::Dataset& data = large_world();
    const auto is_person = [&](model::ActorId actor) {
        return actor.known() && data[actor].person;
    };
    std::size_t persons = 0;
    for (const auto& row : data.levers) persons += is_person(row.actor);
    for (const auto& row : data.ratings) persons += is_person(row.rater) + is_person(row.rated);
    for (const auto& row : data.engagements) persons += is_person(row.actor);
    for (std::size_t i = 0; i < data.partnerships.size(); ++i) {
        for (const auto& row : data.partnership_impacts[i]) persons += is_person(row.actor);
        for (const auto& row : data.pledges[i])
            persons += is_person(row.actor) && (row.value || !row.seeks.empty());
    }
    for (std::size_t i = 0; i < data.experiments.size(); ++i)
        for (const auto& row : data.experiment_impacts[i]) persons += is_person(row.actor);
    for (const model::Actor& actor : data.actors)
        persons += actor.person && (!actor.domains.empty() || actor.scale);
    CHECK(persons == 0);
}

TEST_CASE("half of the organisations say their levers, and what nobody offers is a hole") {
    const model::Dataset& data = large_world();
    std::set<std::pair<std::uint32_t, std::string_view>> offers, needs;
    for (const auto& row : data.levers) {
        if (row.offer > 0) offers.insert({row.actor.index, row.key});
        if (row.need > 0) needs.insert({row.actor.index, row.key});
        CHECK((row.key != "vehicules" || row.offer == 0));
    }
    Share premises, skills, money;
    for (std::uint32_t i = 0; i < data.actors.size(); ++i) {
        if (data.actors[i].kind == model::Kind::public_body)
            premises.see(offers.contains({i, "locaux"}));
        if (data.actors[i].kind == model::Kind::company)
            skills.see(offers.contains({i, "competences"}));
        if (data.actors[i].kind == model::Kind::association)
            money.see(needs.contains({i, "financement"}));
    }
    check_share("public bodies that offer premises", premises, 0.5 * 0.6);
    check_share("companies that offer skills", skills, 0.5 * 0.6);
    check_share("associations that need money", money, 0.5 * 0.7);
}

TEST_CASE("two lists cite the alliances, one regardless of the other, and miss one in ten") {
    const model::Dataset& data = large_world();
    Share survey, of_register, both, none;
    for (std::size_t i = 0; i < data.partnerships.size(); ++i) {
        bool by_survey = false, by_register = false;
        for (const model::SourceId source : data.partnerships.sources[i]) {
            by_survey = by_survey || data.sources[source.index].id == "enquete";
            by_register = by_register || data.sources[source.index].id == "registre";
        }
        survey.see(by_survey);
        of_register.see(by_register);
        both.see(by_survey && by_register);
        none.see(!by_survey && !by_register);
    }
    check_share("survey", survey, 0.75);
    check_share("register", of_register, 0.6);
    check_share("both", both, 0.45);
    check_share("none", none, 0.1);
}

TEST_CASE("impacts are written for more of the old alliances, and for none of the young") {
    const model::Dataset& data = large_world();
    Share old, middle;
    for (std::size_t i = 0; i < data.partnerships.size(); ++i) {
        const base::Day age = as_of() - data.partnerships.rows[i].start.first();
        const bool written = !data.partnership_impacts[i].empty();
        if (age < 540)
            CHECK_FALSE(written);
        else
            (age < 5 * 365 ? middle : old).see(written);
    }
    check_share("five years or more", old, 0.6);
    check_share("eighteen months or more", middle, 0.3);
}

TEST_CASE("a third of those who lead three partners are rated by three of them or more") {
    const model::Dataset& data = large_world();
    std::map<std::uint32_t, std::set<std::uint32_t>> partners, raters;
    for (std::size_t i = 0; i < data.partnerships.size(); ++i) {
        if (data.partnerships.rows[i].start.first() + 180 > as_of()) continue;
        const auto parties = data.partnerships.members[i];
        for (const model::Party& leader : parties)
            for (const model::Party& party : parties)
                if ((leader.roles.has(model::Role::lead) ||
                     leader.roles.has(model::Role::funder)) &&
                    leader.actor != party.actor && !data[party.actor].person)
                    partners[leader.actor.index].insert(party.actor.index);
    }
    for (const model::Rating& rating : data.ratings)
        raters[rating.rated.index].insert(rating.rater.index);
    Share three, two;
    for (const auto& [leader, of_leader] : partners) {
        if (data.actors[leader].person || of_leader.size() < 3) continue;
        const auto& by = raters[leader];
        three.see(by.size() >= 3);
        two.see(by.size() == 2);
        CHECK(by.size() <= 5);
        CHECK(std::ranges::includes(of_leader, by));
    }
    check_share("three or more", three, 1.0 / 3);
    check_share("two", two, 0.1);
}

TEST_CASE("six in ten of the employees engaged in a year are engaged the next") {
    const model::Dataset& data = large_world();
    std::map<std::pair<std::uint32_t, int>, double> people;
    std::set<std::uint32_t> companies;
    for (const auto& row : data.engagements) {
        people[{row.actor.index, row.year}] = *row.people;
        companies.insert(row.actor.index);
        CHECK(data[row.actor].kind == model::Kind::company);
    }
    Share back;
    for (const auto& row : data.engagements) {
        const auto before = people.find({row.actor.index, row.year - 1});
        if (!row.returning || before == people.end()) continue;
        back.yes += *row.returning;
        back.all += before->second;
    }
    check_share("returning", back, 0.6);
}

TEST_CASE("what is left blank is one cell in eight to twelve") {
    const model::Dataset& data = large_world();
    Share domains, scales, objectives;
    for (const model::Actor& actor : data.actors) {
        if (actor.person) continue;
        domains.see(actor.domains.empty());
        scales.see(!actor.scale);
    }
    for (std::size_t i = 0; i < data.partnerships.size(); ++i) {
        std::set<std::uint32_t> said;
        for (const model::Pledge& pledge : data.pledges[i])
            if (!pledge.seeks.empty()) said.insert(pledge.actor.index);
        for (const model::Party& party : data.partnerships.members[i])
            if (!data[party.actor].person) objectives.see(!said.contains(party.actor.index));
    }
    check_share("domains", domains, 0.12);
    check_share("scale", scales, 0.08);
    check_share("objectives", objectives, 0.1);
}

TEST_CASE("every invented benchmark says that its value is simulated") {
    const model::Dataset& data = large_world();
    REQUIRE(data.benchmarks.size() == 4);
    for (const model::Benchmark& benchmark : data.benchmarks) {
        CHECK(benchmark.population == "valeur simulée");  // what a cut label shows first
        CHECK(benchmark.question.ends_with("(valeur simulée)"));
        CHECK(benchmark.id.starts_with("repere_simule_"));
        REQUIRE(benchmark.sources.size() == 1);
        CHECK(data.sources[benchmark.sources[0].index].id == "reperes_simules");
    }
}
