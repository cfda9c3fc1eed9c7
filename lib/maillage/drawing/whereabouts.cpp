#include <maillage/drawing/projection.hpp>
#include <maillage/drawing/whereabouts.hpp>

namespace maillage::drawing {

namespace {

std::optional<model::Place> place(std::optional<double> longitude, std::optional<double> latitude) {
    if (!longitude || !latitude) return std::nullopt;
    return model::Place{*longitude, *latitude};
}

}  // namespace

Whereabouts::Whereabouts(const model::Dataset& data, std::span<const model::Outline> outlines) {
    std::vector<Gravity> largest(data.territories.size());
    for (const model::Outline& outline : outlines) {
        if (!outline.territory.known()) continue;
        for (const auto& ring : outline.rings)
            if (const Gravity one = gravity(ring); one.area > largest[outline.territory.index].area)
                largest[outline.territory.index] = one;
    }
    // Preorder: a parent comes before its children.
    for (std::uint32_t t = 0; t < data.territories.size(); ++t) {
        auto known = place(data.territories[t].longitude, data.territories[t].latitude);
        if (!known && largest[t].area > 0) known = largest[t].centre;
        if (!known && !data.parents[t].empty()) known = places_[data.parents[t][0].index];
        places_.push_back(known);
    }
}

std::optional<model::Place> Whereabouts::of(model::TerritoryId territory) const {
    return territory.known() ? places_[territory.index] : std::nullopt;
}

std::optional<model::Place> Whereabouts::of(const model::Actor& actor) const {
    const auto own = place(actor.longitude, actor.latitude);
    return own ? own : of(actor.seat);
}

}  // namespace maillage::drawing
