#pragma once

#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <maillage/metrics/run.hpp>
#include <maillage/model/dataset.hpp>

namespace maillage::test {

/// A folder of the reference data that are kept beside the project; nothing, and a line that skips
/// the test, when they are not there.
[[nodiscard]] inline std::optional<std::filesystem::path> reference_folder(std::string_view name) {
    const auto path = std::filesystem::path(MAILLAGE_SOURCE_DIR).parent_path() / "shared" / name;
    if (std::filesystem::exists(path)) return path;
    std::cout << "SKIPPED: no folder shared/" << name << " beside the project\n";
    return std::nullopt;
}

/// What `expected.json` says of a dataset: the values of one metric of a fixture, or null.
[[nodiscard]] nlohmann::json read_json(const std::filesystem::path& file);

/// A value that another tool found: one record of `oracle/expected.json`.
struct OracleRecord {
    std::string name;    ///< In the other tool.
    std::string metric;  ///< Of the catalogue; empty: a figure that the catalogue does not bear.
    std::string key, territory, period, options;
    std::string scope, object;    ///< Which ties, whose figure; empty: all, nobody's.
    std::optional<double> value;  ///< Absent: undefined, for `reason`.
    std::string reason;
    std::optional<double> numerator, denominator;
};
/// Every record of a dataset.
[[nodiscard]] std::vector<OracleRecord> oracle_records(const std::filesystem::path& dataset);

/// Checks records of the catalogue against the engine.
void check_oracle(const model::Dataset& data, const std::vector<OracleRecord>& records);

}  // namespace maillage::test
