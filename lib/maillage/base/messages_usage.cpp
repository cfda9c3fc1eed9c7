#include <array>

#include <maillage/base/message_tables.hpp>

namespace maillage::base {

std::span<const MessageEntry> usage_messages() {
    static constexpr std::array messages{
        MessageEntry{"S001",
                     {"{0} : ce fichier n’existe pas", "{0}: there is no such file"},
                     {"vérifiez le nom et le dossier", "check the name and the folder"}},
        MessageEntry{"S002",
                     {"{0} ne peut pas être lu", "{0} cannot be read"},
                     {"vérifiez vos droits, et que c’est bien un fichier",
                      "check your rights, and that it is a file"}},
        MessageEntry{"U020",
                     {"la période commence ({0}) après sa fin ({1})",
                      "the period begins ({0}) after its end ({1})"},
                     {"échangez les deux dates", "swap the two dates"}},
        MessageEntry{"U021",
                     {"« {0} » n’est pas une mesure connue", "“{0}” is no known metric"},
                     {"`maillage expliquer` donne la liste des mesures",
                      "`maillage explain` lists the metrics"}},
        MessageEntry{"U023",
                     {"le rapport n’a pas de format « {0} »", "the report has no format “{0}”"},
                     {"formats : table, csv, json, md", "formats: table, csv, json, md"}},
        MessageEntry{"U024",
                     {"le rapport n’a pas de section « {0} »", "the report has no section “{0}”"},
                     {"sections : dialogue, emergence, experiments, fragility, territory, "
                      "coverage, impacts",
                      "sections: dialogue, emergence, experiments, fragility, territory, "
                      "coverage, impacts"}},
        MessageEntry{"U030",
                     {"encodage « {0} » inconnu", "unknown encoding “{0}”"},
                     {"utf-8, utf-16le, utf-16be, windows-1252 ou latin-9",
                      "utf-8, utf-16le, utf-16be, windows-1252 or latin-9"}},
        MessageEntry{"U040",
                     {"un territoire simulé compte au moins {0} acteurs",
                      "a simulated territory has {0} actors at least"},
                     {"demandez davantage d’acteurs", "ask for more actors"}},
    };
    return messages;
}

}  // namespace maillage::base
