#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include <maillage/base/text.hpp>

namespace maillage::base {

namespace {

/// Longer texts are no slips of the finger, and their comparison would take long.
constexpr std::size_t longest_compared = 200;

std::size_t most_slips(std::size_t length) {
    return std::max<std::size_t>(2, length / 4);
}

/// Cuts valid UTF-8 into its code points.
std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool inside = (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
        if (inside && !all.empty())
            all.back() = {all.back().data(), all.back().size() + 1};
        else
            all.push_back(text.substr(i, 1));
    }
    return all;
}

/// Letters added, left out, replaced, or swapped with their neighbour (Damerau 1964, in the form
/// that touches no letter twice), by rows: only the last two are kept.
std::size_t slips(std::span<const std::string_view> a, std::span<const std::string_view> b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates) {
    const std::string key = word_key(text);
    const std::vector<std::string_view> letters = characters(key);
    if (letters.size() > longest_compared) return {};
    std::string_view best;
    std::size_t fewest = most_slips(letters.size()) + 1;
    for (const std::string_view candidate : candidates) {
        const std::string other = word_key(candidate);
        const std::vector<std::string_view> its = characters(other);
        const std::size_t longer = std::max(letters.size(), its.size());
        if (longer - std::min(letters.size(), its.size()) > fewest) continue;
        const std::size_t count = slips(letters, its);
        // Two words without a letter in common are not near, however short.
        if (count == longer && count > 0) continue;
        if (count < fewest || (count == fewest && !best.empty() && candidate < best)) {
            best = candidate;
            fewest = count;
        }
    }
    return best;
}

}  // namespace maillage::base
