#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::string_view berge =
    "Bergé, Wanzenböck & Scherngell 2017, 10.1080/00343404.2016.1269885";

constexpr std::array metrics_of_entry{
    Metric{.id = "territory_openness",
           .dynamic = Dynamic::territory,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "share",
           .title = {"Alliances ouvertes sur d’autres territoires",
                     "Alliances open to other territories"},
           .question = {"Sommes-nous ouverts aux autres territoires ?",
                        "Are we open to other territories?"},
           .definition = {"Parmi les alliances de la période dont une partie siège dans le "
                          "territoire, part de celles dont une autre siège dehors. Avec le détail, "
                          "alliances communes avec chaque territoire de même niveau "
                          "(territory_to=). Indéfini sans alliance, et pour « * » qui n’a pas de "
                          "dehors.",
                          "Among the alliances of the window with a party seated in the territory, "
                          "share of those with another seated outside. With details, alliances "
                          "shared with each territory of the same level (territory_to=). Undefined "
                          "without alliance, and for \"*\" which has no outside."},
           .reading = {"{0} de nos alliances associent une structure d’ailleurs.",
                       "{0} of our alliances include a body from elsewhere."},
           .limits = {"Un acteur sans siège n’est ni dedans ni dehors. Une alliance avec le "
                      "voisin compte autant qu’avec le bout du monde.",
                      "An actor without seat is neither in nor out. An alliance with the neighbour "
                      "counts as much as one with the end of the world."},
           .source = berge},
    Metric{.id = "territory_diversification",
           .dynamic = Dynamic::territory,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "share",
           .title = {"Diversité des territoires alliés", "Diversity of allied territories"},
           .question = {"Nos alliances vont-elles toutes au même endroit ?",
                        "Do our alliances all go to the same place?"},
           .definition = {"1 moins la somme, sur les autres territoires de même niveau, des carrés "
                          "de leur part dans nos alliances avec eux. Indéfini sans alliance avec "
                          "un autre territoire.",
                          "1 minus the sum, over the other territories of the same level, of the "
                          "squares of their share in our alliances with them. Undefined without "
                          "alliance with another territory."},
           .reading = {"0 quand un seul territoire reçoit toutes nos alliances, près de 1 quand "
                       "elles se répartissent : {0}.",
                       "0 when one territory has all our alliances, near 1 when they spread: {0}."},
           .limits = {"Une alliance à plusieurs territoires compte une fois pour chacun.",
                      "An alliance of several territories counts once for each."},
           .source = berge},
    Metric{.id = "territory_bridging",
           .dynamic = Dynamic::territory,
           .tier = 2,
           .nature = FigureNature::counted,
           .unit = "index",
           .title = {"Pont entre territoires", "Bridge between territories"},
           .question = {"Le territoire relie-t-il d’autres territoires ?",
                        "Does the territory join other territories?"},
           .definition = {"Produit de trois nombres : liens avec d’autres territoires de même "
                          "niveau, leur rapport à toutes nos alliances, diversité de ces "
                          "territoires. Indéfini sans lien avec un autre territoire.",
                          "Product of three numbers: links with other territories of the same "
                          "level, their ratio to all our alliances, diversity of these "
                          "territories. Undefined without link with another territory."},
           .reading = {"Plus il est haut, plus le territoire relie : {0}.",
                       "The higher, the more the territory joins: {0}."},
           .limits = {"Sans échelle : croît avec le nombre d’alliances, ne pas comparer des "
                      "territoires de tailles différentes.",
                      "Has no scale: grows with the number of alliances; do not compare "
                      "territories of different sizes."},
           .source = berge}};

constexpr std::array tables{model::Table::partnerships, model::Table::territories};

/// The territories of one level that stand above each seat, found once.
class Peers {
  public:
    Peers(const model::Dataset& data, model::TerritoryId own)
        : data_(data), level_(data[own].level), above_own_(climb(own, [](auto) { return true; })) {}

    /// Those of the level of the territory; not the territory itself nor what contains it.
    const std::set<std::uint32_t>& of(model::TerritoryId seat) {
        const auto [place, is_new] = known_.try_emplace(seat.index);
        if (is_new)
            place->second = climb(seat, [&](std::uint32_t territory) {
                return data_.territories[territory].level == level_ &&
                       !above_own_.contains(territory);
            });
        return place->second;
    }

  private:
    const model::Dataset& data_;
    model::Level level_;
    std::set<std::uint32_t> above_own_;  ///< Itself included.
    std::map<std::uint32_t, std::set<std::uint32_t>> known_;

    template <class Keep>
    std::set<std::uint32_t> climb(model::TerritoryId start, Keep keep) const {
        std::set<std::uint32_t> seen{start.index}, kept;
        std::vector<std::uint32_t> next{start.index};
        while (!next.empty()) {
            const std::uint32_t territory = next.back();
            next.pop_back();
            if (keep(territory)) kept.insert(territory);
            for (const model::TerritoryId parent : data_.parents[territory])
                if (seen.insert(parent.index).second) next.push_back(parent.index);
        }
        return kept;
    }
};

struct Links {
    std::int64_t relations = 0;                  ///< With a party in the territory.
    std::int64_t open = 0;                       ///< With another outside.
    std::map<std::uint32_t, std::int64_t> with;  ///< Per other territory of the level.
};

Links links_of(const Scope& scope) {
    Links links;
    Peers peers(scope.data, scope.view.territory);
    for (const std::uint32_t relation : scope.running_partnerships) {
        bool inside = false, outside = false;
        std::set<std::uint32_t> others;
        for (const graph::Vertex actor : scope.study.partnerships.incidence.members(relation)) {
            const model::TerritoryId seat = scope.data.actors[actor].seat;
            if (scope.view.seats.contains(actor)) {
                inside = true;
            } else if (seat.known()) {
                outside = true;
                const auto& found = peers.of(seat);
                others.insert(found.begin(), found.end());
            }
        }
        if (!inside) continue;
        ++links.relations;
        links.open += outside;
        for (const std::uint32_t other : others) ++links.with[other];
    }
    return links;
}

void write_spread(const Links& links, Results& results) {
    double total = 0, squares = 0;
    for (const auto& [territory, count] : links.with) total += static_cast<double>(count);
    for (const auto& [territory, count] : links.with) {
        const double part = static_cast<double>(count) / total;
        squares += part * part;
    }
    if (links.with.empty()) {
        results.undefined("territory_diversification", {}, "zero_total");
        results.undefined("territory_bridging", {}, "zero_total");
        return;
    }
    const auto n = static_cast<std::int64_t>(total);
    results.value("territory_diversification", {}, 1 - squares).n = n;
    results
        .value("territory_bridging", {},
               total * (total / static_cast<double>(links.relations)) * (1 - squares))
        .n = n;
}

void compute_openness(const Scope& scope, Results& results) {
    if (!scope.view.territory.known()) {
        for (const Metric& metric : metrics_of_entry)
            results.undefined(metric.id, {}, "not_comparable");
        return;
    }
    const Links links = links_of(scope);
    results.share("territory_openness", {}, links.open, links.relations, "no_relation");
    write_spread(links, results);
    if (!results.wants_rows()) return;
    for (const auto& [territory, count] : links.with)
        results
            .value("territory_openness",
                   {{KeyName::measure, "shared"},
                    {KeyName::territory_to, scope.data.territories[territory].id}},
                   static_cast<double>(count))
            .unit = "count";
}

}  // namespace

extern const Entry territory_openness;
const Entry territory_openness{"T1", metrics_of_entry, tables, compute_openness};

}  // namespace maillage::metrics
