#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

/// How far the contacts of one vertex know each other (Burt 1992), all ties of equal strength.
struct EgoNetwork {
    std::uint32_t degree = 0;
    std::uint64_t ties = 0;            ///< Among the contacts.
    std::optional<double> constraint;  ///< In (0, 1.125]; absent for an isolate.
    std::optional<double> hierarchy;   ///< In [0, 1]; absent below two contacts.

    /// Contacts less what they repeat of each other (Borgatti 1997); absent for an isolate.
    [[nodiscard]] std::optional<double> effective_size() const {
        if (degree == 0) return std::nullopt;
        return degree - 2.0 * static_cast<double>(ties) / degree;
    }
    [[nodiscard]] std::optional<double> efficiency() const {
        if (degree == 0) return std::nullopt;
        return *effective_size() / degree;
    }
};

/// With p_ij = 1/d_i for a contact j of i, the constraint of i is the sum over its contacts of
/// c_ij = (p_ij + sum over their common contacts q of p_iq p_qj)^2. Its hierarchy says whether few
/// contacts make most of it (Coleman and Theil's index on the c_ij).
///
/// Cost     O(sum over edges of both degrees) time; a vertex at a time on `threads` threads (0: as
///          many as cores), same bytes on any number.
[[nodiscard]] std::vector<EgoNetwork> ego_networks(const CompressedGraph& graph,
                                                   unsigned threads = 0);

}  // namespace maillage::graph
