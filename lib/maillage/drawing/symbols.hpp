#pragma once

#include <maillage/drawing/block.hpp>
#include <maillage/drawing/scene.hpp>

namespace maillage::drawing {

/// An actor as it is drawn on map, index and legend alike, centred at (0, 0); without its ring.
[[nodiscard]] Item actor_item(const Symbol& symbol, double size);

/// An alliance as it is drawn on map and legend alike, centred at (0, 0).
[[nodiscard]] Item alliance_item(State state, bool born, double size);

/// The ring around an actor that is marked so.
[[nodiscard]] Item ring_of(const Item& actor);

/// The line from an alliance to a party.
[[nodiscard]] Line tie_line(State state, std::uint32_t from, std::uint32_t to,
                            Stroking stroking = Stroking::single);

}  // namespace maillage::drawing
