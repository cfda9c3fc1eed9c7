#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <maillage/base/error.hpp>
#include <maillage/simulation/simulate.hpp>

#include "support/catch.hpp"

using namespace maillage;
using simulation::Recipe;
using simulation::TextFile;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const std::string& named(const std::vector<TextFile>& files, const std::string& name) {
    return std::ranges::find(files, name, &TextFile::name)->bytes;
}

/// Cells of a table, header left out. Good for columns before the first quoted one.
std::vector<std::vector<std::string>> rows_of(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::vector<std::string> cells;
        std::istringstream parts(line);
        for (std::string cell; std::getline(parts, cell, ',');) cells.push_back(cell);
        rows.push_back(cells);
    }
    return rows;
}

/// The day, in ISO, that follows the quoted or plain name of a row.
std::string date_in(const std::string& line) {
    for (std::size_t i = 0; i + 10 <= line.size(); ++i)
        if (line[i] == ',' && line[i + 5] == '-' && line[i + 8] == '-')
            return line.substr(i + 1, 10);
    return "";
}

std::map<std::string, std::string> dates_of(const std::string& text) {
    std::map<std::string, std::string> dates;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        dates[line.substr(0, line.find(','))] = date_in(line);
    return dates;
}

struct Founders {
    double met = 0, not_met = 0;
};

/// Counts from the tables, as an analyst would: had the two founders met before they allied?
Founders founders_of(const Recipe& recipe) {
    const auto files = simulation::simulate(recipe);
    const auto days = dates_of(named(files, "events.csv"));
    const auto starts = dates_of(named(files, "partnerships.csv"));
    std::map<std::string, std::set<std::string>> meetings;
    for (const auto& row : rows_of(named(files, "attendance.csv")))
        if (row[2] != "invited_absent") meetings[row[1]].insert(row[0]);
    std::map<std::string, std::vector<std::string>> parties;
    for (const auto& row : rows_of(named(files, "partnership_members.csv")))
        parties[row[0]].push_back(row[1]);
    Founders count;
    for (const auto& [alliance, actors] : parties) {
        const auto& other = meetings[actors[1]];
        const bool met = std::ranges::any_of(meetings[actors[0]], [&](const std::string& meeting) {
            return other.contains(meeting) && days.at(meeting) < starts.at(alliance);
        });
        ++(met ? count.met : count.not_met);
    }
    return count;
}

}  // namespace

TEST_CASE("datasets/pays_simule is what its command gives, byte for byte") {
    const std::filesystem::path folder = MAILLAGE_SOURCE_DIR "/datasets/pays_simule";
    const auto files = simulation::simulate({});
    for (const TextFile& file : files) {
        INFO(file.name);
        CHECK(bytes_of(folder / file.name) == file.bytes);
    }
    const auto kept = std::distance(std::filesystem::directory_iterator(folder), {});
    CHECK(kept == std::ssize(files));
}

TEST_CASE("another seed invents another territory of the same size") {
    Recipe other;
    other.seed = 2;
    const auto first = simulation::simulate({});
    const auto second = simulation::simulate(other);
    CHECK(named(first, "partnerships.csv") != named(second, "partnerships.csv"));
    CHECK(rows_of(named(first, "actors.csv")).size() == 400);
    CHECK(rows_of(named(second, "actors.csv")).size() == 400);
}

TEST_CASE("the smallest territory holds, and a smaller one is refused") {
    Recipe recipe;
    recipe.actors = Recipe::fewest_actors;
    recipe.years = 1;
    CHECK(rows_of(named(simulation::simulate(recipe), "actors.csv")).size() == 20);
    recipe.actors = 19;
    CHECK_THROWS_AS(simulation::simulate(recipe), base::UsageError);
    recipe.actors = 20;
    recipe.years = 0;
    CHECK_THROWS_AS(simulation::simulate(recipe), base::UsageError);
}

TEST_CASE("every name says that it is invented, and no two actors share one") {
    std::set<std::string> names;
    std::istringstream lines(named(simulation::simulate({}), "actors.csv"));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        const auto start = line.find(',') + 1;
        const auto end = line.find("-en-Fable", start);
        REQUIRE(end != std::string::npos);
        CHECK(names.insert(line.substr(start, end - start)).second);
    }
}

TEST_CASE("pairs that met ally at three times the rate: the planted factor is found again") {
    // The meetings are the same with and without the effect, so the odds that founders had met are
    // multiplied by the factor: (met / not met with) / (met / not met without) = 3.
    Recipe with;
    with.actors = 2000;
    with.memberships = 60'000;
    Recipe without = with;
    without.meeting_factor = 1;
    const Founders planted = founders_of(with);
    const Founders plain = founders_of(without);
    const double log_ratio = std::log(planted.met / planted.not_met / (plain.met / plain.not_met));
    const double error =
        std::sqrt(1 / planted.met + 1 / planted.not_met + 1 / plain.met + 1 / plain.not_met);
    INFO("ratio of odds " << std::exp(log_ratio) << ", standard error of its logarithm " << error);
    CHECK(error < 0.06);
    CHECK(std::abs(log_ratio - std::log(3.0)) < 3 * error);
}

TEST_CASE("a million memberships take seconds", "[.slow]") {
    Recipe recipe;
    recipe.actors = 100'000;
    recipe.memberships = 1'000'000;
    const auto files = simulation::simulate(recipe);
    const auto rows = rows_of(named(files, "attendance.csv")).size() +
                      rows_of(named(files, "partnership_members.csv")).size();
    CHECK(rows > 800'000);
    CHECK(rows < 1'200'000);
}

TEST_CASE("two projects in three come to live on less public money, the third does not") {
    Recipe large;
    large.actors = 4000;
    const auto files = simulation::simulate(large);
    // Money of the last year told of each project that spread two years before or more.
    std::map<std::string, std::string> spread;
    for (const auto& row : rows_of(named(files, "experiment_stages.csv")))
        if (row[1] == "spreading") spread[row[0]] = row[2].substr(0, 4);
    std::map<std::string, std::pair<double, double>> money;
    for (const auto& row : rows_of(named(files, "funding.csv"))) {
        const auto since = spread.find(row[0]);
        if (since == spread.end() || row[1] < since->second) continue;
        money[row[0]].first += row[2] == "public" ? std::stod(row[3]) : 0;
        money[row[0]].second += std::stod(row[3]);
    }
    double freed = 0, held = 0;
    for (const auto& [project, sums] : money) {
        const double share = sums.first / sums.second;
        CHECK((share <= 0.3 || (share >= 0.7 && share <= 0.9)));
        ++(share <= 0.3 ? freed : held);
    }
    REQUIRE(money.size() > 50);
    CHECK(freed / static_cast<double>(money.size()) == Approx(2.0 / 3).margin(0.15));
}
