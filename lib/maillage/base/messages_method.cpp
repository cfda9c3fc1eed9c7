#include <array>

#include <maillage/base/message_tables.hpp>

namespace maillage::base {

std::span<const MessageEntry> method_messages() {
    static constexpr std::array messages{
        MessageEntry{"M401",
                     {"liens légaux (subventions, marchés) laissés de côté : {0}",
                      "legal ties (grants, contracts) left out: {0}"},
                     {"--include-legal-ties les compte", "--include-legal-ties counts them"}},
        MessageEntry{"M420",
                     {"acteurs publics sans précision lus comme élus et institutions",
                      "public bodies without details read as political"},
                     {"la colonne « sphere » des présences ou des acteurs le précise",
                      "the column sphere of attendance or actors says it"}},
        MessageEntry{
            "M421",
            {"la liste des acteurs est faite de ceux qui sont venus : aucune part ne peut "
             "en être tirée",
             "the list of actors is made of those who came: no share can be drawn from it"},
            {"[perimetre] de maillage.toml dit comment la liste a été faite",
             "[perimetre] of maillage.toml says how the list was made"}},
    };
    return messages;
}

}  // namespace maillage::base
