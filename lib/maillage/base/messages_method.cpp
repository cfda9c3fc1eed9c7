#include <array>

#include <maillage/base/message_tables.hpp>

namespace maillage::base {

std::span<const MessageEntry> method_messages() {
    static constexpr std::array messages{
        MessageEntry{"M401",
                     {"{0} subventions et marchés laissés de côté (liens légaux)",
                      "{0} grants and contracts left out (legal ties)"},
                     {"--include-legal-ties les compte", "--include-legal-ties counts them"}},
        MessageEntry{"M420",
                     {"acteurs publics sans précision lus comme élus et institutions",
                      "public bodies without details read as political"},
                     {"la colonne « sphere » des présences ou des acteurs le précise",
                      "the column sphere of attendance or actors says it"}},
    };
    return messages;
}

}  // namespace maillage::base
