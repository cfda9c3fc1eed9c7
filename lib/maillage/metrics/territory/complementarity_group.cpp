#include <algorithm>
#include <array>

#include <maillage/metrics/levers.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "complementarity_group",
    .dynamic = Dynamic::territory,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Besoins que le territoire peut couvrir", "Needs the territory can meet"},
    .question = {"Quels besoins trouvent une réponse parmi nous ?",
                 "Which needs find an answer among us?"},
    .definition =
        {"Flot maximal des offres vers les besoins de mêmes leviers entre acteurs de V, aucun ne "
         "se servant lui-même, sur la somme des besoins ; par levier (lever=). Une offre donnée "
         "n’est plus à donner. Indéfini sans besoin.",
         "Largest flow from offers to needs of the same lever between actors of V, none serving "
         "itself, over the sum of needs; by lever (lever=). An offer given is no longer there to "
         "give. Undefined without need."},
    .reading = {"Les offres du territoire peuvent couvrir {0} de ses besoins.",
                "The offers of the territory can meet {0} of its needs."},
    .limits = {"Ce qui serait possible si chacun servait qui en a besoin, pas ce qui se fait. Des "
               "niveaux dits de 0 à 4 ne sont pas des quantités mesurées.",
               "What would be possible if all served who needs it, not what is done. Levels said "
               "from 0 to 4 are no measured quantities."},
    .source = "ours"}};

constexpr std::array tables{model::Table::levers};
constexpr std::string_view id = "complementarity_group";

/// Needs met, of needs; levels may be fractions.
struct Served {
    double met = 0, needed = 0;

    void write(Results& results, KeyParts key, std::int64_t actors) const {
        Estimate& row = needed > 0 ? results.value(id, key, met / needed)
                                   : results.undefined(id, key, "no_needs");
        row.n = actors;
        row.numerator = met;
        row.denominator = needed;
    }
};

void compute_group(const Scope& scope, Results& results) {
    const graph::Ranges& actors = scope.view.partnerships.actors;
    std::vector<std::uint8_t> speaks(actors.size(), 0);
    Served all;
    for (const LeverRows& lever : levers_of(scope.data, actors)) {
        Served of{most_served(lever), 0};
        for (const LeverRows::Row& row : lever.rows) {
            of.needed += row.need;
            speaks[row.vertex] = 1;
        }
        of.write(results, {{KeyName::lever, lever.key}}, std::ssize(lever.rows));
        all.met += of.met;
        all.needed += of.needed;
    }
    all.write(results, {}, std::ranges::count(speaks, 1));
}

}  // namespace

extern const Entry territory_complementarity_group;
const Entry territory_complementarity_group{"L2", metrics_of_entry, tables, compute_group};

}  // namespace maillage::metrics
