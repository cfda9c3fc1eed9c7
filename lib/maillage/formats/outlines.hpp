#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include <maillage/model/dataset.hpp>
#include <maillage/model/outlines.hpp>

namespace maillage::formats {

/// Reads outlines from GeoJSON or TopoJSON, polygons in degrees (docs/formats/outlines.md), and
/// finds the territories that they are of: by id, by code or by name, whichever property says most
/// of them. A territory may have several outlines.
///
/// Errors   InputError when the file cannot be read, DataError when it holds no polygon in degrees,
///          LimitError beyond `max_input` bytes.
/// Cost     O(bytes), some forty times the file in memory while reading.
[[nodiscard]] std::vector<model::Outline> read_outlines(const std::filesystem::path& path,
                                                        const model::Dataset& data,
                                                        std::uint64_t max_input);

}  // namespace maillage::formats
