#include <filesystem>
#include <iostream>

#include <maillage/formats/load.hpp>

#include "support/catch.hpp"

namespace {

using namespace maillage;
namespace fs = std::filesystem;

const fs::path source = MAILLAGE_SOURCE_DIR;
const fs::path shared = source / ".." / "shared";

struct Expected {
    const char* folder;
    std::size_t territories, actors, partnerships, members, events, attendances, experiments;
};

/// The counts that the README of each set gives.
constexpr Expected real_sets[] = {
    {"data/cordis_h2020", 169, 35871, 31451, 144726, 0, 0, 0},
    {"data/cordis_h2020_fr", 110, 5357, 1168, 12505, 0, 0, 0},
    {"data/davis_southern_women", 1, 18, 0, 0, 14, 89, 0},
    {"data/emon/Cheyenne", 1, 14, 83, 166, 0, 0, 0},
    {"data/emon/HurrFrederic", 1, 21, 118, 236, 0, 0, 0},
    {"data/emon/LakePomona", 1, 20, 148, 296, 0, 0, 0},
    {"data/emon/MtSi", 1, 13, 33, 66, 0, 0, 0},
    {"data/emon/Wichita", 1, 20, 149, 298, 0, 0, 0},
    {"data/fisheries_treaties", 154, 154, 98, 196, 0, 0, 0},
    {"data/fr_dotations_investissement_2019", 16790, 16601, 24811, 49622, 0, 0, 0},
    {"data/fr_programmes_territoriaux", 4038, 3006, 3077, 6586, 15, 30, 15},
    {"data/fr_territories", 36360, 0, 0, 0, 0, 0, 0},
    {"data/german_toxic_chemicals", 1, 30, 999, 1998, 20, 180, 0},
    {"data/knoke_bureaucracies", 1, 10, 71, 142, 0, 0, 0},
    {"data/us_climate_hearings_dna", 1, 7, 0, 0, 4, 7, 0},
    {"oracle/davis_southern_women", 1, 18, 0, 0, 14, 89, 0},
    {"oracle/fixture_a", 1, 10, 11, 22, 0, 0, 0},
    {"oracle/fixture_b", 1, 10, 0, 0, 5, 15, 0},
    {"oracle/fixture_c", 1, 10, 6, 12, 0, 0, 0},
    {"oracle/fixture_d", 1, 10, 0, 0, 0, 0, 5},
    {"oracle/fixture_e_copy", 1, 6, 2, 7, 0, 0, 0},
    {"oracle/fixture_e_factorial", 1, 6, 8, 28, 0, 0, 0},
    {"oracle/fixture_e_parity4", 1, 6, 8, 32, 0, 0, 0},
    {"oracle/fixture_e_xor", 1, 6, 4, 14, 0, 0, 0},
    {"oracle/fixture_f", 1, 10, 61, 122, 0, 0, 0},
    {"oracle/fixture_g", 3, 10, 6, 15, 4, 14, 3},
    {"oracle/knoke_bureaucracies", 1, 10, 32, 64, 0, 0, 0},
};

}  // namespace

TEST_CASE("real datasets load whole and without error", "[formats]") {
    if (!fs::exists(shared)) {
        std::cout << "SKIPPED: ../shared is absent\n";
        return;
    }
    for (const Expected& set : real_sets) {
        INFO(set.folder);
        const auto loaded = formats::load(shared / set.folder);
        CHECK(loaded.issues.count(base::Severity::error) == 0);
        CHECK(loaded.data.territories.size() == set.territories);
        CHECK(loaded.data.actors.size() == set.actors);
        CHECK(loaded.data.partnerships.size() == set.partnerships);
        CHECK(loaded.data.partnerships.members.total() == set.members);
        CHECK(loaded.data.events.size() == set.events);
        CHECK(loaded.data.events.members.total() == set.attendances);
        CHECK(loaded.data.experiments.size() == set.experiments);
        for (const auto& table : loaded.data.tables) CHECK(table.refused == 0);
    }
}

TEST_CASE("the datasets of the project load without a word", "[formats]") {
    std::size_t folders = 0;
    for (const auto& entry : fs::directory_iterator(source / "datasets")) {
        if (!entry.is_directory()) continue;
        ++folders;
        INFO(entry.path());
        const auto loaded = formats::load(entry.path());
        CHECK(loaded.issues.unsorted().empty());
        CHECK_FALSE(loaded.data.actors.empty());
    }
    CHECK(folders >= 4);
}
