#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <maillage/model/positions.hpp>

namespace maillage::formats {

/// Reads the positions of a map (docs/formats/positions.md).
///
/// Errors   InputError when the file cannot be read, DataError when a line is no position.
[[nodiscard]] std::vector<model::Position> read_positions(const std::filesystem::path& path);

/// Positions as that file: the same positions, the same bytes.
[[nodiscard]] std::string write_positions(std::span<const model::Position> positions);

}  // namespace maillage::formats
