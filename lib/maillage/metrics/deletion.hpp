#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace maillage::metrics {

/// What may be missing from the records without anybody knowing.
enum class DeletionOf : std::uint8_t {
    actors,      ///< With all their memberships and attendances.
    relations,   ///< Partnerships and experiments, a part of each.
    attendance,  ///< Sheets: the meeting stays, with nobody but the convenor of its row.
};
inline constexpr std::array<std::string_view, 3> deletion_codes{"actors", "relations",
                                                                "attendance"};

/// One draw of `sensitivity_node_deletion` (docs/method/deletion.md): a dataset as it would be if a
/// part of it had not been written down. `Study` applies it, so every metric can be asked again.
///
/// Random   The seed of the request, what is deleted, and `draw`.
/// Source   Kossinets 2006, 10.1016/j.socnet.2005.07.002; Smith & Moody 2013,
///          10.1016/j.socnet.2013.09.003.
struct Deletion {
    DeletionOf of = DeletionOf::actors;
    double share = 0.1;
    std::uint64_t draw = 0;
};

/// The rows of a table that a draw takes out: the share of the candidates, rounded, but one at
/// least when there is any. `table` makes the choice its own.
[[nodiscard]] std::vector<std::uint32_t> rows_deleted(std::vector<std::uint32_t> candidates,
                                                      const Deletion& deletion,
                                                      std::string_view table, std::uint64_t seed);

}  // namespace maillage::metrics
