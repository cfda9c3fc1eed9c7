#include <algorithm>
#include <array>

#include <maillage/metrics/method.hpp>

namespace maillage::metrics {

std::span<const Method> methods() {
    static constexpr std::array all{
        Method{
            .id = "change_kitagawa",
            .role = Role::comparison,
            .tier = 2,
            .title = {"Composition et mélange d’un écart", "Composition and mixing of a change"},
            .question = {"Avons-nous changé, ou est-ce la composition ?",
                         "Have we changed, or is it who we are?"},
            .definition =
                {"Pour une part, composition = Σ (c₂ - c₁)(r₁ + r₂)/2 et mélange = Σ (r₂ - r₁)"
                 "(c₁ + c₂)/2 sur les natures, c leur poids et r leur part. Pour un indice E-I, "
                 "composition = l’écart de ce que la seule composition donnerait (1 - 2 q₂), "
                 "mélange = le reste. Les deux s’additionnent en l’écart. Indéfini quand une "
                 "nature est vide à une date seulement.",
                 "For a share, composition = Σ (c₂ - c₁)(r₁ + r₂)/2 and mixing = Σ (r₂ - r₁)"
                 "(c₁ + c₂)/2 over the kinds, c how large a part each is and r its share. For an "
                 "E-I index, composition = the change of what composition alone would give "
                 "(1 - 2 q₂), mixing = the rest. The two add up to the change. Undefined when a "
                 "kind is empty at one date only."},
            .limits = {"Un partage d’un écart, pas une explication.",
                       "A split of a change, not an explanation."},
            .source = "Kitagawa 1955",
            .page = "docs/method/change_kitagawa.md"},
        Method{
            .id = "change_map_difference",
            .role = Role::comparison,
            .tier = 1,
            .title = {"Ce qui est venu, parti, resté", "What came, went and stayed"},
            .question = {"Qu’est-ce qui a changé sur la carte ?", "What changed on the map?"},
            .definition =
                {"Entre le dernier jour des deux périodes : acteurs en activité et alliances en "
                 "cours, stock + nouveaux - finis = stock ; puis paires d’alliés et acteurs "
                 "alliés, venus, partis, restés, et la part commune aux deux jours (Jaccard).",
                 "Between the last days of the two windows: active actors and running alliances, "
                 "stock + new - ended = stock; then allied pairs and allied actors, come, gone, "
                 "lasting, and the share common to both days (Jaccard)."},
            .limits = {"Une alliance sans nouvelles est prise comme en cours aux deux jours.",
                       "An alliance without news is taken as running on both days."},
            .source = "Jaccard 1901",
            .page = "docs/method/change_map_difference.md"},
        Method{
            .id = "change_paired_bootstrap",
            .role = Role::comparison,
            .tier = 2,
            .title = {"Intervalle d’un écart de réseau", "Interval of a change of a network"},
            .question = {"De combien l’écart bougerait-il avec d’autres acteurs ?",
                         "How far would the change move with other actors?"},
            .definition =
                {"Les acteurs connus aux deux dates sont tirés avec remise, les mêmes pour les "
                 "deux dates ; la paire de deux copies d’un acteur est remplie par une paire "
                 "observée au hasard. Bornes : écart ± 1,96 fois l’écart-type des tirages. "
                 "Absent sous 10 acteurs ou 8 alliances.",
                 "Actors known at both dates are drawn with replacement, the same for both "
                 "dates; the dyad of two copies of one actor takes a random observed dyad. "
                 "Limits: change ± 1.96 standard deviations of the draws. Absent under 10 actors "
                 "or 8 alliances."},
            .limits = {"Plus large que nécessaire : contient la vraie valeur 99 fois sur 100 ou "
                       "plus dans nos mondes simulés, au lieu de 95.",
                       "Wider than need be: holds the true value 99 times in 100 or more in our "
                       "simulated worlds, instead of 95."},
            .source = "Snijders & Borgatti 1999",
            .page = "docs/method/change_paired_bootstrap.md"},
        Method{
            .id = "ci_conversion_pairs",
            .role = Role::method,
            .tier = 1,
            .title = {"Limites d’une part de paires", "Limits of a share of pairs"},
            .question = {"Les paires d’un même acteur ne comptent pas pour plusieurs ?",
                         "Do the pairs of one actor count several times?"},
            .definition = {"Variance d’une incidence cumulée de paires : somme des produits "
                           "d’influences de toutes les paires de paires qui ont un acteur ou une "
                           "alliance en commun ; l’influence d’une paire est la dérivée de "
                           "l’incidence dans son poids. Limites à 95 % sur l’échelle log(-log). "
                           "Absentes à 0, à 1, et quand un acteur est dans toutes les paires.",
                           "Variance of a cumulative incidence of pairs: sum of the products of "
                           "the influences of all pairs of pairs that share an actor or a "
                           "partnership; the influence of a pair is the derivative of the "
                           "incidence in its weight. Limits at 95 % on the scale log(-log). Absent "
                           "at 0, at 1, and when one actor is in every pair."},
            .limits =
                {"Approchées : la page donne leur couverture mesurée dans des mondes simulés.",
                 "Approximate: the page gives their coverage as measured in simulated worlds."},
            .source = "Aronow, Samii & Assenova 2015, 10.1093/pan/mpv018; Snijders & Borgatti 1999",
            .page = "docs/method/emergence_conversion.md"},
        Method{.id = "ci_greenwood_loglog",
               .role = Role::method,
               .tier = 1,
               .title = {"Limites d’une courbe de survie", "Limits of a survival curve"},
               .question = {"À combien près sait-on quelle part dure ?",
                            "How closely is the share that lasts known?"},
               .definition = {"Erreur de S : S √(Σ d/(n(n - d))). Limites à 95 % : S puissance "
                              "exp(± 1,96 e), e = √(Σ d/(n(n - d)))/|ln S|. Pour une durée moyenne "
                              "(`greenwood`) : moyenne ± 1,96 erreurs. Absentes à S = 0 ou 1.",
                              "Error of S: S √(Σ d/(n(n - d))). Limits at 95 %: S to the power "
                              "exp(± 1.96 e), e = √(Σ d/(n(n - d)))/|ln S|. For a mean duration "
                              "(`greenwood`): mean ± 1.96 errors. Absent at S = 0 or 1."},
               .limits = {"Les fins sont prises comme indépendantes.",
                          "Ends are taken as independent."},
               .source = "Greenwood 1926; Kalbfleisch & Prentice 1980",
               .page = "docs/method/emergence_survival.md",
               .also = "greenwood"},
        Method{
            .id = "ci_jackknife_edges",
            .role = Role::method,
            .tier = 1,
            .title = {"Limites d’une assortativité", "Limits of an assortativity"},
            .question = {"De combien bougerait-elle si un lien manquait ?",
                         "How far would it move if one tie were missing?"},
            .definition =
                {"Écart-type : √(Σ (r sans un lien - r)²) sur tous les liens, chacun ôté à son "
                 "tour ; limites r ± 1,96 écarts-types, entre -1 et 1. Absentes sous 10 acteurs.",
                 "Standard deviation: √(Σ (r without a tie - r)²) over all ties, each left out in "
                 "turn; limits r ± 1.96 of them, within -1 and 1. Absent under 10 actors."},
            .limits =
                {"Prend les liens comme indépendants : ceux d’une même alliance ne le sont pas.",
                 "Takes ties as independent: those of one alliance are not."},
            .source = "Newman 2003, 10.1103/PhysRevE.67.026126",
            .page = "docs/method/emergence_assortativity.md"},
        Method{
            .id = "ci_partnership_bootstrap",
            .role = Role::method,
            .tier = 1,
            .title = {"Limites d’une mesure des alliances", "Limits of a figure of alliances"},
            .question = {"De combien bougerait-elle avec d’autres alliances semblables ?",
                         "How far would it move with other alliances of the same sort?"},
            .definition =
                {"Les alliances sont tirées avec remise au sein d’un territoire et d’une année (un "
                 "bloc de moins de 6 rejoint le suivant), autant qu’il y en a ; limites : points "
                 "à 2,5 et 97,5 % des tirages. Absentes sous 8 alliances.",
                 "Alliances are drawn with replacement inside a territory and a year (a block of "
                 "under 6 joins the next), as many as there are; limits: the 2.5 and 97.5% points "
                 "of the draws. Absent under 8 alliances."},
            .limits = {"Pour ce qui décrit des alliances ; pas pour un nombre d’acteurs ou de "
                       "paires, que deux tirages d’une même alliance feraient baisser.",
                       "For what describes alliances; not for a number of actors or pairs, which "
                       "drawing an alliance twice would lower."},
            .source = "Efron 1979, 10.1214/aos/1176344552",
            .page = "docs/method/territory_helix.md"},
        Method{
            .id = "ci_wilson",
            .role = Role::method,
            .tier = 1,
            .title = {"Limites d’une part", "Limits of a share"},
            .question = {"À combien près connaît-on une part sur si peu de cas ?",
                         "How closely is a share known from so few cases?"},
            .definition = {"Pour k cas sur n, p = k/n et z = 1,96 : (p + z²/2n ± z √(p(1 - p)/n + "
                           "z²/4n²))/(1 + z²/n). Indéfinies à n = 0.",
                           "For k cases out of n, p = k/n and z = 1.96: (p + z²/2n ± z √(p(1 - "
                           "p)/n + z²/4n²))/(1 + z²/n). Undefined at n = 0."},
            .limits = {"Les cas sont pris comme indépendants.", "Cases are taken as independent."},
            .source = "Wilson 1927, 10.1080/01621459.1927.10502953",
            .page = "docs/method/experiments_stage_funnel.md"},
        Method{
            .id = "est_aalen_johansen",
            .role = Role::method,
            .tier = 1,
            .title = {"Part des projets dans chaque étape", "Share of projects in each stage"},
            .question = {"Comment compter les projets que l’on n’a pas suivis jusqu’au bout ?",
                         "How to count the projects that were not followed to the end?"},
            .definition =
                {"P(t) = produit sur les jours u ≤ t de (I + dA(u)), dA_hj = passages de h à j ce "
                 "jour / projets suivis dans h juste avant ; l’abandon et la fusion sont des "
                 "issues concurrentes. Limites à 95 % par le jackknife infinitésimal des projets, "
                 "échelle log(-log). Indéfinie quand une étape garde une part et plus aucun projet "
                 "suivi.",
                 "P(t) = product over the days u ≤ t of (I + dA(u)), dA_hj = moves from h to j "
                 "that day / projects followed in h just before; abandonment and merger are "
                 "competing outcomes. Limits at 95 % by the infinitesimal jackknife of projects, "
                 "scale log(-log). Undefined when a stage keeps a share and no project followed."},
            .limits = {"Peu de projets suivis à la fin : lire leur nombre.",
                       "Few projects are followed at the end: read their number."},
            .source = "Aalen & Johansen 1978; Andersen et al. 1993",
            .page = "docs/method/experiments_stage_occupation.md"},
        Method{.id = "est_good_turing",
               .role = Role::method,
               .tier = 2,
               .title = {"Part déjà vue", "Share already seen"},
               .question = {"Quelle chance que le prochain venu soit déjà connu ?",
                            "How likely is it that the next to come is known already?"},
               .definition = {"1 - f1/M : f1 acteurs venus une seule fois, M présences en tout ; "
                              "c’est `dialogue_sample_coverage`. Le nombre d’acteurs jamais vus a "
                              "des limites log-normales (`log_normal`) : vus + u/K et vus + u K, K "
                              "= exp(1,96 √ln(1 + var/u²)). Indéfinie sans présence.",
                              "1 - f1/M: f1 actors who came once only, M attendances in all; it is "
                              "`dialogue_sample_coverage`. The number of actors never seen has "
                              "log-normal limits (`log_normal`): seen + u/K and seen + u K, K = "
                              "exp(1.96 √ln(1 + var/u²)). Undefined without attendance."},
               .limits = {"Suppose que les rencontres à venir ressemblent à celles-ci.",
                          "Supposes that meetings to come resemble these."},
               .source = "Good 1953, 10.1093/biomet/40.3-4.237; Chao 1987, 10.2307/2531532",
               .page = "docs/method/dialogue_sample_coverage.md",
               .also = "log_normal"},
        Method{
            .id = "null_curveball",
            .role = Role::method,
            .tier = 1,
            .title = {"Ce que donne la seule coïncidence", "What coincidence alone gives"},
            .question = {"Plus que par coïncidence ?", "More than by coincidence?"},
            .definition = {"Le tableau « qui est dans quoi » est redistribué : chaque relation "
                           "garde son nombre de membres, chaque acteur son nombre de relations.",
                           "The table of who is in what is dealt out again: each relation keeps "
                           "its number of members, each actor its number of relations."},
            .limits = {"Ne garde que les marges.", "Keeps the margins only."},
            .source =
                "Strona et al. 2014, 10.1038/ncomms5114; Carstens 2015, 10.1103/PhysRevE.91.042812",
            .page = "docs/method/curveball.md",
            .also = "curveball"},
        Method{
            .id = "null_kind_permutation",
            .role = Role::method,
            .tier = 1,
            .title = {"Part de la composition, par tirages", "Composition part, by draws"},
            .question = {"Qu’en serait-il si les natures étaient distribuées au hasard ?",
                         "What if kinds were dealt out at random?"},
            .definition =
                {"Les liens restent, les natures sont redistribuées entre les acteurs : toutes les "
                 "distributions quand il y en a un million au plus, sinon des tirages. Jamais un "
                 "verdict : une ligne `measure=composition`.",
                 "Ties stay, kinds are dealt out again among the actors: all ways when there are a "
                 "million at most, else draws. Never a verdict: a row `measure=composition`."},
            .limits =
                {"Des natures inégalement actives la font mentir : elle ne dit que ce qui tient à "
                 "la composition.",
                 "Kinds of unequal activity mislead it: it only tells what is due to composition."},
            .source = "Cliff & Ord 1981",
            .page = "docs/method/emergence_kind_mixing.md"},
        Method{
            .id = "null_kind_permutation_exact",
            .role = Role::method,
            .tier = 1,
            .title = {"Part de la composition, exacte", "Composition part, exact"},
            .question = {"Qu’en serait-il si les natures étaient distribuées au hasard ?",
                         "What if kinds were dealt out at random?"},
            .definition =
                {"Moyenne et variance du poids des liens entre deux natures quand les natures sont "
                 "permutées entre les acteurs, les liens restant : sommes exactes de rapports de "
                 "factorielles décroissantes (comptes de jonctions), en nombres entiers. z absent "
                 "quand la variance est nulle. Jamais un verdict.",
                 "Mean and variance of the weight of ties between two kinds when kinds are "
                 "permuted over the actors and ties stay: exact sums of ratios of falling "
                 "factorials (join counts), in whole numbers. No z when the variance is zero. "
                 "Never a verdict."},
            .limits =
                {"Des natures inégalement actives la font mentir : elle ne dit que ce qui tient à "
                 "la composition.",
                 "Kinds of unequal activity mislead it: it only tells what is due to composition."},
            .source = "Cliff & Ord 1981",
            .page = "docs/method/emergence_kind_mixing.md"},
        Method{
            .id = "range_leave_one_out",
            .role = Role::method,
            .tier = 1,
            .title = {"Bornes sans l’une des rencontres", "Range without any one meeting"},
            .question = {"Ce chiffre tient-il à une seule rencontre ?",
                         "Does this figure hang on a single meeting?"},
            .definition =
                {"Plus petite et plus grande valeur quand une rencontre (ou une relation, là où il "
                 "n’y a pas de rencontre) est ôtée, chacune à son tour ; les premières rencontres "
                 "sont recalculées.",
                 "Smallest and largest value when one meeting (or relation, where there are no "
                 "meetings) is left out, each in turn; first meetings are computed again."},
            .limits = {"Pas un intervalle de confiance : ne dit rien de ce qui n’a pas été noté.",
                       "Not a confidence interval: says nothing of what was not written down."},
            .source = "ours",
            .page = "docs/method/leave_one_out.md"},
        Method{.id = "sensitivity_node_deletion",
               .role = Role::method,
               .tier = 2,
               .title = {"Un verdict tient-il sans un dixième des notes ?",
                         "Does a verdict hold without a tenth of the records?"},
               .question = {"Dirait-on la même chose si un dixième avait été oublié ?",
                            "Would the same be said had a tenth been forgotten?"},
               .definition =
                   {"Tout est recalculé sans 10 % des acteurs, des relations, des feuilles de "
                    "présence, tirés au sort. Une phrase dont le verdict change dans plus d’un "
                    "tirage sur dix commence par « À confirmer » ; un acteur dont on dit qu’il "
                    "tient le réseau n’est nommé que si c’est vrai dans 80 % des tirages.",
                    "Everything is computed again without 10 % of the actors, of the relations, of "
                    "the attendance sheets, drawn at random. A sentence whose verdict changes in "
                    "more than one draw in ten starts with “To confirm”; an actor said to hold the "
                    "network together is named only where that is so in 80 % of the draws."},
               .limits = {"Ce qui manque vraiment ne manque pas au hasard.",
                          "What is really missing is not missing at random."},
               .source = "Kossinets 2006, 10.1016/j.socnet.2005.07.002; Smith & Moody 2013, "
                         "10.1016/j.socnet.2013.09.003",
               .page = "docs/method/deletion.md"},
        Method{
            .id = "test_bh_fdr",
            .role = Role::method,
            .tier = 1,
            .title = {"Beaucoup de comparaisons à la fois", "Many comparisons at once"},
            .question = {"Sur cent comparaisons, lesquelles retenir ?",
                         "Out of a hundred comparisons, which to retain?"},
            .definition =
                {"p ajusté du rang k : le plus petit des m p₍ⱼ₎/j pour j ≥ k, au plus 1. Retenu à "
                 "0,05 ou moins : parmi les retenus, la part attendue de faux est de 5 % au plus.",
                 "Adjusted p of rank k: the least of m p₍ⱼ₎/j over j ≥ k, at most 1. Retained at "
                 "0.05 or less: among those retained, the expected share of false ones is 5 % at "
                 "most."},
            .limits = {"Tient pour des p indépendants, ou qui montent ensemble.",
                       "Holds for independent p, or for those that rise together."},
            .source = "Benjamini & Hochberg 1995, 10.1111/j.2517-6161.1995.tb02031.x",
            .page = "docs/method/benjamini_hochberg.md"},
    };
    return all;
}

const Method* find_method(std::string_view id) {
    if (id.empty()) return nullptr;
    const auto found = std::ranges::find_if(
        methods(), [&](const Method& m) { return m.id == id || m.also == id; });
    return found == methods().end() ? nullptr : &*found;
}

}  // namespace maillage::metrics
