// Compiled instead of the bundled viewer when that cannot be made (cmake/maillage_atlas.cmake).
#include <maillage/atlas/viewer.hpp>

namespace maillage::atlas {
Viewer viewer() {
    return {};
}
}  // namespace maillage::atlas
