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
        Method{.id = "null_curveball",
               .role = Role::method,
               .tier = 1,
               .title = {"Ce que donne la seule coïncidence", "What coincidence alone gives"},
               .question = {"Plus que par coïncidence ?", "More than by coincidence?"},
               .definition = {"Le tableau « qui est dans quoi » est redistribué : chaque relation "
                              "garde son nombre de membres, chaque acteur son nombre de relations.",
                              "The table of who is in what is dealt out again: each relation keeps "
                              "its number of members, each actor its number of relations."},
               .limits = {"Ne garde que les marges.", "Keeps the margins only."},
               .source = "Strona et al. 2014, 10.1038/ncomms5114; Carstens 2015, "
                         "10.1103/PhysRevE.91.042812",
               .page = "docs/method/curveball.md"},
    };
    return all;
}

const Method* find_method(std::string_view id) {
    const auto found = std::ranges::find(methods(), id, &Method::id);
    return found == methods().end() ? nullptr : &*found;
}

}  // namespace maillage::metrics
