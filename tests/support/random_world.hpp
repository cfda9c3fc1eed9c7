#pragma once

#include <cstdint>

#include <maillage/model/draft.hpp>

namespace maillage::test {

/// A small random dataset that visits the awkward corners: territories with two parents, actors
/// without seat, created or closed midway, open ends, partial and unknown dates, legal ties, lone
/// parties, absentees, projects with and without stages, supports and needs, stakes and themes.
[[nodiscard]] model::Draft random_draft(std::uint32_t seed);

/// The same content with the rows of every table in another order.
[[nodiscard]] model::Draft shuffled(model::Draft draft, std::uint32_t seed);

/// The same content with the ids of actors dealt out again.
[[nodiscard]] model::Draft relabelled(model::Draft draft, std::uint32_t seed);

}  // namespace maillage::test
