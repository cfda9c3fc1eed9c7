#include <maillage/base/version.hpp>

namespace maillage::base {

std::string_view version() {
    return MAILLAGE_VERSION;
}

}  // namespace maillage::base
