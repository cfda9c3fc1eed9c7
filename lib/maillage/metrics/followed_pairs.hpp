#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include <maillage/inference/competing_risks.hpp>
#include <maillage/metrics/lifetimes.hpp>
#include <maillage/metrics/results.hpp>

// Pairs of actors followed from a day of their own until they ally: what a first meeting, or a
// common ally, comes to.

namespace maillage::metrics {

inline constexpr std::uint32_t left_out = std::numeric_limits<std::uint32_t>::max();

/// Rank of every relation by date, unknown dates first; `left_out` for plans. Ties by row.
template <class Table>
[[nodiscard]] std::vector<std::uint32_t> ranks_by_date(const Table& table, base::Day as_of) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const model::Date& date = table.rows[i].start;
        if (!date.known() || date.last() <= as_of) order.push_back(i);
    }
    const auto key = [&](std::uint32_t i) {
        const model::Date& date = table.rows[i].start;
        return date.known() ? std::tuple(1, middle(date), date.first())
                            : std::tuple(0, base::Day{}, base::Day{});
    };
    std::ranges::stable_sort(order, {}, key);
    std::vector<std::uint32_t> ranks(table.size(), left_out);
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
    return ranks;
}

/// Where the first alliance of a pair stands to a day of known date: older, or of that day; on a
/// side that imprecise dates do not tell; after it.
enum class Allied : std::uint8_t { never, before, unclear, after };
[[nodiscard]] Allied allied(const model::Date& day, const std::optional<model::Date>& alliance);

/// A pair from a day on: to its first alliance when that comes after, to the day one of the two
/// closes, or to the date of the data. On one day the alliance comes first.
[[nodiscard]] inference::Spell followed(const model::Dataset& data, inference::Dyad pair,
                                        const model::Date& from,
                                        const std::optional<model::Date>& alliance,
                                        base::Day as_of);

/// Pairs and how long each was followed, side by side; the cluster of a pair is its alliance.
struct FollowedPairs {
    std::span<const inference::Dyad> dyads;
    std::span<const inference::Spell> spells;
};

/// Writes the share of pairs that ally within 6, 12, 24 and 36 months, with its limits
/// (`ci_conversion_pairs`), n pairs still followed then and `n_effective` alliances formed; under
/// `measure`, or as the headline when it is empty, with the share that left (`measure=exit`).
///
/// Undefined  `reason` without pair; beyond the last follow-up.
void write_incidence(Results& results, std::string_view id, std::string_view measure,
                     const FollowedPairs& pairs, std::string_view reason);

}  // namespace maillage::metrics
