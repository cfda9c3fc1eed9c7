#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <maillage/base/issue.hpp>
#include <maillage/model/dataset.hpp>

namespace maillage::formats {

struct LoadOptions {
    std::vector<std::string> keep_columns;              ///< Not reported as unknown.
    std::string encoding;                               ///< Of every table; empty: found.
    std::uint64_t max_input = std::uint64_t{16} << 30;  ///< Bytes in all.
};

/// A dataset and everything that was wrong with it. Rows with an error are left out and counted in
/// `data.tables`; with errors, callers refuse the dataset unless asked to go on.
struct Loaded {
    model::Dataset data;
    base::Issues issues;
    std::vector<std::string> ignored_files;  ///< Names of files that are no table of the format.
};

/// Reads a dataset: a folder of CSV tables with an optional maillage.toml.
///
/// Errors   InputError when the folder is missing or holds no table, LimitError beyond `max_input`.
///          All else becomes issues.
/// Cost     One pass over the bytes of each table, no allocation per cell.
[[nodiscard]] Loaded load(const std::filesystem::path& path, const LoadOptions& options = {});

}  // namespace maillage::formats
