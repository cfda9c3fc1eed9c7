#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maillage::report {

/// One of the XML files packed in a workbook.
struct PackedFile {
    std::string name;
    std::size_t cells = 0;  ///< Elements `c`.
    bool is_ended = false;  ///< Its last tag ends what its first one began.
};

/// Unpacks every file of a ZIP in memory to see whether it is whole; nothing when the ZIP or what
/// is packed in it is torn. Up to 4 GiB, no encryption: what libxlsxwriter makes.
///
/// Cost     One inflation, in constant memory.
[[nodiscard]] std::optional<std::vector<PackedFile>> look_into(std::string_view zip);

}  // namespace maillage::report
