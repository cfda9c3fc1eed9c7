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

/// A value that another tool found: one record of `oracle/expected.json` that names a metric of the
/// catalogue.
struct OracleRecord {
    std::string metric, key, territory, period, options;
    std::optional<double> value;  ///< Absent: undefined, for `reason`.
    std::string reason;
    std::optional<double> numerator, denominator;
};
[[nodiscard]] std::vector<OracleRecord> oracle_records(const std::filesystem::path& dataset,
                                                       const std::vector<std::string>& metrics);

/// Checks every record against the engine, and that there are any.
void check_oracle(const model::Dataset& data, const std::vector<OracleRecord>& records);

}  // namespace maillage::test
