// Mutual information between the worlds of relations, presence or absence of each. Three worlds or
// four: the sign of a synergy changes with their number.

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>

#include <maillage/graph/projection.hpp>
#include <maillage/inference/relation_bootstrap.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::string_view leydesdorff =
    "Leydesdorff 2003, 10.1023/A:1026253130577; Leydesdorff, Park & Lengyel 2013, "
    "10.1007/s11192-013-1079-4; Miller 1955; Theil 1972";
constexpr std::int64_t least_relations = 30;

constexpr std::array metrics_of_entry{
    Metric{
        .id = "helix_t3",
        .dynamic = Dynamic::territory,
        .tier = 2,
        .nature = FigureNature::compared,
        .unit = "bits",
        .title = {"Information entre public, entreprises et société civile",
                  "Information between public, companies and civil society"},
        .question = {"Public, entreprises et société civile font-ils système ?",
                     "Are public, companies and civil society a system?"},
        .definition =
            {"Pour chaque alliance de la période, présence d’un acteur public, d’une entreprise, "
             "de la société civile (association ou habitant) : T = ΣH - ΣHij + H123, en bits ; "
             "négatif, les trois ensemble disent plus que deux à deux. Les alliances d’une seule "
             "partie connue comptent. measure=miller_madow : corrigé du petit nombre ; "
             "measure=between_territories : T moins la moyenne de ceux des territoires ; avec le "
             "détail, part de chacun (territory_to=). À côté : les mêmes alliances redistribuées "
             "par coïncidence. Indéfini sans alliance.",
             "For each alliance of the window, presence of a public body, of a company, of civil "
             "society (association or citizen): T = ΣH - ΣHij + H123, in bits; negative, the "
             "three together tell more than two by two. Alliances of one known party count. "
             "measure=miller_madow: corrected for few; measure=between_territories: T less the "
             "mean of those of the territories; with details, the part of each (territory_to=). "
             "Beside: the same alliances dealt out again by coincidence. Undefined without "
             "alliance."},
        .reading = {"T = {0} bit.", "T = {0} bit."},
        .limits = {"Une alliance sans aucun des trois ne se voit presque jamais : 0 n’est pas ce "
                   "que donnerait la coïncidence. Ne se lit qu’à côté d’elle, à partir de 30 "
                   "alliances.",
                   "An alliance without any of the three is hardly ever seen: 0 is not what "
                   "coincidence would give. To be read beside it only, from 30 alliances on."},
        .source = leydesdorff,
        .minimum = least_relations},
    Metric{.id = "helix_t4",
           .dynamic = Dynamic::territory,
           .tier = 2,
           .nature = FigureNature::compared,
           .unit = "bits",
           .title = {"Information entre quatre mondes", "Information between four worlds"},
           .question = {"Avec l’enseignement et la recherche, font-ils système ?",
                        "With academic bodies, are they a system?"},
           .definition =
               {"Comme helix_t3, avec l’enseignement et la recherche pour quatrième axe : "
                "T = ΣH - ΣHij + ΣHijk - H1234. Le signe ne se lit pas comme celui de trois axes.",
                "As helix_t3, with academic bodies as the fourth axis: T = ΣH - ΣHij + ΣHijk - "
                "H1234. The sign does not read as that of three axes."},
           .reading = {"T = {0} bit.", "T = {0} bit."},
           .limits = {"Un quatrième axe inverse le sens du signe : ne pas comparer à helix_t3.",
                      "A fourth axis turns the sign round: do not compare with helix_t3."},
           .source = leydesdorff,
           .minimum = least_relations}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::array<std::string_view, 2> ids{"helix_t3", "helix_t4"};
constexpr std::size_t least_axes = 3, most_axes = 4;

/// How many relations hold each set of worlds, a bit for each axis.
using Cells = std::array<std::int64_t, 1U << most_axes>;

unsigned axis_of(model::Kind kind) {
    switch (kind) {
        case model::Kind::public_body:
            return 1U;
        case model::Kind::company:
            return 2U;
        case model::Kind::association:
        case model::Kind::citizen:
            return 4U;
        case model::Kind::academic:
            return 8U;
        default:
            return 0;
    }
}

enum class Correction : std::uint8_t { none, miller_madow };

/// Entropy in bits of the presence of some axes.
double entropy(const Cells& cells, unsigned axes, Correction correction) {
    std::map<unsigned, std::int64_t> counts;
    std::int64_t all = 0;
    for (unsigned cell = 0; cell < cells.size(); ++cell) {
        if (cells[cell] > 0) counts[cell & axes] += cells[cell];
        all += cells[cell];
    }
    const auto n = static_cast<double>(all);
    double bits = 0;
    for (const auto& [cell, count] : counts) {
        const double p = static_cast<double>(count) / n;
        bits -= p * std::log2(p);
    }
    if (correction == Correction::miller_madow)
        bits += static_cast<double>(counts.size() - 1) / (2 * n * std::log(2.0));
    return bits;
}

/// Sums of entropies of odd numbers of axes, less those of even numbers.
double information(const Cells& cells, std::size_t axes, Correction correction = Correction::none) {
    double bits = 0;
    for (unsigned subset = 1; subset < 1U << axes; ++subset)
        bits += (std::popcount(subset) % 2 == 1 ? 1 : -1) * entropy(cells, subset, correction);
    return bits;
}

/// The alliances of the window with their parties, wherever seated: those of one party too.
class Alliances {
  public:
    explicit Alliances(const Scope& scope) : relations_(scope.running_partnerships), scope_(scope) {
        for (const std::uint32_t i : scope.view.lone_partnerships)
            if (scope.runs(scope.data.partnerships.rows[i]) && !members(i).empty())
                relations_.push_back(i);
        std::ranges::sort(relations_);
        std::vector<std::uint32_t> parties;
        for (const std::uint32_t i : relations_)
            parties.insert(parties.end(), members(i).begin(), members(i).end());
        std::ranges::sort(parties);
        parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
        actors_ = graph::Ranges::of_sorted(parties);
        for (const std::uint32_t actor : parties)
            axes_.push_back(axis_of(scope.data.actors[actor].kind));
        network_ = graph::restricted(scope.study.partnerships.incidence, relations_, actors_);
    }

    [[nodiscard]] std::size_t size() const { return relations_.size(); }
    [[nodiscard]] TwoModeTable table(TwoModeTable::Blocks blocks) const {
        return {network_,
                relations_,
                actors_,
                scope_.study.partnerships,
                [this](std::uint32_t i) -> const model::Relation& {
                    return scope_.data.partnerships.rows[i];
                },
                blocks};
    }
    /// The worlds of each relation of a table on these actors.
    [[nodiscard]] std::vector<unsigned> worlds(const graph::Incidence& table) const {
        std::vector<unsigned> worlds(table.relations(), 0);
        for (std::size_t i = 0; i < worlds.size(); ++i)
            for (const graph::Vertex actor : table.members(i)) worlds[i] |= axes_[actor];
        return worlds;
    }
    [[nodiscard]] std::vector<unsigned> worlds() const { return worlds(network_); }

  private:
    std::vector<std::uint32_t> relations_;
    const Scope& scope_;
    graph::Ranges actors_;
    graph::Incidence network_;
    std::vector<unsigned> axes_;

    [[nodiscard]] std::span<const graph::Vertex> members(std::uint32_t i) const {
        return scope_.study.partnerships.incidence.members(i);
    }
};

Cells count(const std::vector<unsigned>& worlds) {
    Cells cells{};
    for (const unsigned of : worlds) ++cells[of];
    return cells;
}

void write_both(const Cells& cells, std::span<double> figures) {
    for (std::size_t i = 0; i < ids.size(); ++i) figures[i] = information(cells, least_axes + i);
}

std::vector<inference::Interval> limits_of(const Scope& scope, const Alliances& alliances) {
    const auto worlds = alliances.worlds();
    const auto blocks =
        blocks_of(scope.data, alliances.table(TwoModeTable::Blocks::territory_and_year));
    return inference::relation_limits(
        blocks, ids.size(),
        [&](std::span<const std::uint32_t> drawn, std::span<double> figures) {
            Cells cells{};
            for (const std::uint32_t i : drawn) ++cells[worlds[i]];
            write_both(cells, figures);
        },
        scope.study.replicates, scope.study.request.seed,
        "helix " + std::string(scope.view.id()) + " " + scope.window.period);
}

Estimate& write(Results& results, std::string_view id, KeyParts key, double value,
                std::size_t relations) {
    Estimate& row = results.value(id, key, value);
    row.n = row.n_effective = static_cast<std::int64_t>(relations);
    if (key.size() > 0) row.nature = FigureNature::counted;
    return row;
}

/// T is what lies between territories plus the mean of theirs, weighted by their relations.
void write_territories(const Scope& scope, const Alliances& alliances, Results& results) {
    const auto worlds = alliances.worlds();
    const auto homes = homes_of(scope.data, alliances.table(TwoModeTable::Blocks::territory));
    std::map<model::TerritoryId, Cells> territories;
    for (std::size_t i = 0; i < worlds.size(); ++i) ++territories[homes[i]][worlds[i]];
    for (std::size_t t = 0; t < ids.size(); ++t) {
        double between = information(count(worlds), least_axes + t);
        for (const auto& [home, cells] : territories) {
            double relations = 0;
            for (const std::int64_t cell : cells) relations += static_cast<double>(cell);
            const double part =
                information(cells, least_axes + t) * relations / static_cast<double>(worlds.size());
            between -= part;
            const std::string_view name = home.known() ? scope.data[home].id : "*";
            if (results.wants_rows())
                write(results, ids[t],
                      {{KeyName::measure, "within_territories"}, {KeyName::territory_to, name}},
                      part, worlds.size());
        }
        write(results, ids[t], {{KeyName::measure, "between_territories"}}, between, worlds.size());
    }
}

void compute_helix(const Scope& scope, Results& results) {
    const Alliances alliances(scope);
    if (alliances.size() == 0) {
        for (const std::string_view id : ids) results.undefined(id, {}, "no_relation");
        return;
    }
    const Coincidence chance =
        scope.by_chance(alliances.table(TwoModeTable::Blocks::territory), "worlds of alliances");
    auto draws = chance.statistics(ids.size(),
                                   [&](const graph::Incidence& table, std::span<double> figures) {
                                       write_both(count(alliances.worlds(table)), figures);
                                   });
    const auto limits = limits_of(scope, alliances);
    const Cells cells = count(alliances.worlds());
    for (std::size_t t = 0; t < ids.size(); ++t) {
        Estimate& row =
            write(results, ids[t], {}, information(cells, least_axes + t), alliances.size());
        if (!limits.empty()) {
            row.ci_low = limits[t].low;
            row.ci_high = limits[t].high;
            row.ci_method = "ci_partnership_bootstrap";
        }
        chance.compare(results, row, std::move(draws[t]));
        write(results, ids[t], {{KeyName::measure, "miller_madow"}},
              information(cells, least_axes + t, Correction::miller_madow), alliances.size());
    }
    write_territories(scope, alliances, results);
}

}  // namespace

extern const Entry territory_helix;
const Entry territory_helix{"H1",          metrics_of_entry, tables,
                            compute_helix, Cost::linear,     Asked::by_name};

}  // namespace maillage::metrics
