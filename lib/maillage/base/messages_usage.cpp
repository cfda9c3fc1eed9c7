#include <maillage/base/message_tables.hpp>

namespace maillage::base {

std::span<const MessageEntry> usage_messages() {
    return {};
}

}  // namespace maillage::base
