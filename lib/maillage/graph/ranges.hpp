#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace maillage::graph {

/// A set of small integers as sorted disjoint half-open ranges: the view of a territory on the
/// actors (one range along the primary tree, a few elsewhere), without copying any actor.
class Ranges {
  public:
    struct Range {
        std::uint32_t first, last;
        std::uint32_t rank;  ///< Number of elements before `first`.
    };

    Ranges() = default;
    /// Any ranges, in any order, overlapping or not.
    explicit Ranges(std::vector<std::pair<std::uint32_t, std::uint32_t>> pieces);
    /// The elements of a sorted list, as maximal runs.
    static Ranges of_sorted(const std::vector<std::uint32_t>& elements);

    [[nodiscard]] std::uint32_t size() const { return size_; }
    [[nodiscard]] const std::vector<Range>& pieces() const { return pieces_; }
    [[nodiscard]] bool contains(std::uint32_t element) const { return rank(element).has_value(); }
    /// Position of an element among the elements of the set: a dense index 0..size-1.
    [[nodiscard]] std::optional<std::uint32_t> rank(std::uint32_t element) const;

    template <class Visit>
    void for_each(Visit visit) const {
        for (const Range& piece : pieces_)
            for (std::uint32_t element = piece.first; element < piece.last; ++element)
                visit(element);
    }

  private:
    std::vector<Range> pieces_;
    std::uint32_t size_ = 0;
};

}  // namespace maillage::graph
