#include <array>

#include <maillage/base/message_tables.hpp>

namespace maillage::base {

std::span<const MessageEntry> method_messages() {
    static constexpr std::array messages{
        MessageEntry{"M401",
                     {"liens légaux (subventions, marchés) laissés de côté : {0}",
                      "legal ties (grants, contracts) left out: {0}"},
                     {"--include-legal-ties les compte", "--include-legal-ties counts them"}},
        MessageEntry{"M410",
                     {"moins de 6 relations ou de 10 acteurs : chiffres non comparés à la "
                      "coïncidence",
                      "under 6 relations or 10 actors: figures not set beside coincidence"},
                     {"une période plus longue ou un territoire plus grand en a plus",
                      "a longer period or a larger territory has more"}},
        MessageEntry{
            "M411",
            {"trop de présences ou de membres pour les redistribuer autant de fois : "
             "chiffres non comparés à la coïncidence",
             "too many attendances or members to deal them out again so many times: "
             "figures not set beside coincidence"},
            {"--replicates demande moins de tirages", "--replicates asks for fewer draws"}},
        MessageEntry{"M412",
                     {"plus de 50 territoires et périodes : chiffres non comparés à la coïncidence",
                      "more than 50 territories and periods: figures not set beside coincidence"},
                     {"--replicates 999 le demande quand même", "--replicates 999 asks for it"}},
        MessageEntry{
            "M414",
            {"{0} tirages pour {1} paires : un lien ne peut être retenu que si {2} ou plus "
             "s’écartent autant",
             "{0} draws for {1} pairs: a tie can be retained only if {2} or more stand out as "
             "far"},
            {"--replicates {3} suffit à en retenir un seul",
             "--replicates {3} is enough to retain one alone"}},
        MessageEntry{"M415",
                     {"trop de données pour recalculer les verdicts sans une partie d’elles : leur "
                      "solidité n’est pas connue",
                      "too many data to compute the verdicts again without a part of them: how "
                      "firm they are is not known"},
                     {"--year ou -t en demande moins", "--year or -t asks for less"}},
        MessageEntry{"M417",
                     {"beaucoup de données : chiffres de réseau longs à calculer laissés de côté",
                      "much data: figures of networks that take long left out"},
                     {"--metric les demande par leur nom", "--metric asks for them by name"}},
        MessageEntry{"M418",
                     {"intermédiarité estimée sur {0} départs tirés au sort : à {1} paires près, "
                      "avec 95 chances sur 100",
                      "betweenness estimated from {0} sources drawn at random: within {1} pairs, "
                      "95 times in 100"},
                     {}},
        MessageEntry{"M419",
                     {"{0} : le temps croît comme {1} ({2} acteurs, {3} paires au plus) ; environ "
                      "{4} s",
                      "{0}: its time grows as {1} ({2} actors, {3} pairs at most); some {4} s"},
                     {"un territoire (-t) ou une période (--year) en demandent moins",
                      "one territory (-t) or one period (--year) asks for less"}},
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
        MessageEntry{"M430",
                     {"acteurs clés par {0} : trop d’ensembles pour les essayer tous, cherchés un "
                      "par un ; un meilleur peut exister",
                      "key actors by {0}: too many sets to try them all, searched one by one; a "
                      "better one may exist"},
                     {"--metric fragility_key_players en essaie davantage",
                      "--metric fragility_key_players tries more"}},
        MessageEntry{
            "M451",
            {"acteurs clés par {0} : trop d’ensembles pour les chercher cent fois sans une "
             "partie des alliances ; ils ne sont pas nommés",
             "key actors by {0}: too many sets to search them a hundred times without a "
             "part of the alliances; they are not named"},
            {"--metric fragility_key_players en essaie davantage",
             "--metric fragility_key_players tries more"}},
        MessageEntry{
            "M465",
            {"trop de chemins ouverts pour redistribuer les natures autant de fois : rôles par la "
             "seule composition donnés sans écart-type",
             "too many open paths to deal the kinds out again so many times: roles by composition "
             "alone are given without standard deviation"},
            {"--replicates demande moins de tirages", "--replicates asks for fewer draws"}},
        MessageEntry{"M440",
                     {"paires qui se complètent : les {0} mieux couvertes sur {1} sont données",
                      "pairs that complete each other: the {0} best met of {1} are given"},
                     {}},
        MessageEntry{"M460",
                     {"trop de liens pour retirer cent fois un dixième des alliances : la place de "
                      "chaque acteur entre les autres n’est pas nommée",
                      "too many ties to take out a tenth of the alliances a hundred times: the "
                      "place of each actor between the others is not named"},
                     {"-t ou --year en demande moins", "-t or --year asks for less"}},
    };
    return messages;
}

}  // namespace maillage::base
