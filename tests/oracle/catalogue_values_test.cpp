// Every record of the real datasets that names a metric of the catalogue, asked of the engine. What
// the catalogue does not bear is in directed_networks_test and two_mode_test.

#include <algorithm>

#include <maillage/formats/load.hpp>

#include "support/catch.hpp"
#include "support/oracle.hpp"

using namespace maillage;
namespace fs = std::filesystem;

namespace {

/// Davis in print, to three decimals: the exact value of the same table stands beside it.
bool is_rounded(const test::OracleRecord& record) {
    return record.metric == "dialogue_robins_alexander" && record.value == 0.468;
}

/// How many records of a dataset were held to the engine.
std::size_t check_dataset(const fs::path& dataset) {
    auto records = test::oracle_records(dataset);
    std::erase_if(records,
                  [](const auto& record) { return record.metric.empty() || is_rounded(record); });
    if (records.empty()) return 0;
    INFO(dataset);
    test::check_oracle(formats::load(dataset).data, records);
    return records.size();
}

std::vector<fs::path> datasets_with_values(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (fs::exists(entry.path() / "oracle" / "expected.json")) found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

constexpr std::string_view largest = "cordis_h2020";

}  // namespace

TEST_CASE("real datasets: every value of the catalogue that other tools found", "[oracle]") {
    const auto folder = test::reference_folder("data");
    if (!folder) return;
    std::size_t records = 0;
    for (const fs::path& dataset : datasets_with_values(*folder))
        if (dataset.filename() != largest) records += check_dataset(dataset);
    CHECK(records >= 75);
}

TEST_CASE("800 000 pairs: every value of the catalogue that other tools found", "[oracle]") {
    const auto folder = test::reference_folder("data");
    if (!folder) return;
    CHECK(check_dataset(*folder / largest) >= 369);
}
