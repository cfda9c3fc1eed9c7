#include <array>

#include <maillage/base/message_tables.hpp>

namespace maillage::base {

std::span<const MessageEntry> method_messages() {
    static constexpr std::array messages{
        MessageEntry{"M401",
                     {"{0} subventions et marchés laissés de côté (liens légaux)",
                      "{0} grants and contracts left out (legal ties)"},
                     {"--include-legal-ties les compte", "--include-legal-ties counts them"}},
    };
    return messages;
}

}  // namespace maillage::base
