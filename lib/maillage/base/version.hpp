#pragma once

#include <string_view>

namespace maillage::base {

/// Version of the library and the program, as in CMakeLists.txt.
[[nodiscard]] std::string_view version();

}  // namespace maillage::base
