#include <maillage/graph/ranges.hpp>

namespace maillage::graph {

Ranges::Ranges(std::vector<std::pair<std::uint32_t, std::uint32_t>> pieces) {
    std::ranges::sort(pieces);
    for (const auto& [first, last] : pieces) {
        if (first >= last) continue;
        if (!pieces_.empty() && first <= pieces_.back().last)
            pieces_.back().last = std::max(pieces_.back().last, last);
        else
            pieces_.push_back({first, last, 0});
    }
    for (Range& piece : pieces_) {
        piece.rank = size_;
        size_ += piece.last - piece.first;
    }
}

Ranges Ranges::of_sorted(const std::vector<std::uint32_t>& elements) {
    Ranges ranges;
    for (const std::uint32_t element : elements) {
        if (!ranges.pieces_.empty() && element < ranges.pieces_.back().last) continue;
        if (!ranges.pieces_.empty() && element == ranges.pieces_.back().last)
            ++ranges.pieces_.back().last;
        else
            ranges.pieces_.push_back({element, element + 1, ranges.size_});
        ++ranges.size_;
    }
    return ranges;
}

std::optional<std::uint32_t> Ranges::rank(std::uint32_t element) const {
    const auto after = std::ranges::upper_bound(pieces_, element, {}, &Range::first);
    if (after == pieces_.begin()) return std::nullopt;
    const Range& piece = *std::prev(after);
    if (element >= piece.last) return std::nullopt;
    return piece.rank + (element - piece.first);
}

}  // namespace maillage::graph
