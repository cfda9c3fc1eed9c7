#pragma once

#include <string_view>

namespace maillage::atlas {

/// The viewer as esbuild bundled it from lib/maillage/atlas/viewer. Both are empty in a build
/// without node and npm (cmake/maillage_atlas.cmake).
struct Viewer {
    std::string_view script;
    std::string_view style;
};
[[nodiscard]] Viewer viewer();

}  // namespace maillage::atlas
