#include <algorithm>

#include <maillage/privacy/citizens.hpp>

namespace maillage::privacy {

bool merges_persons(const metrics::Scope& scope, Citizens citizens) {
    if (citizens != Citizens::automatic) return citizens == Citizens::merged;
    return std::ranges::any_of(scope.active(scope.view.seats), [&](std::uint32_t actor) {
        return !scope.data.actors[actor].person;
    });
}

}  // namespace maillage::privacy
