#include <algorithm>
#include <array>
#include <utility>

#include <maillage/graph/compressed_graph.hpp>
#include <maillage/metrics/levers.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "complementarity_pair",
    .dynamic = Dynamic::territory,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Besoins couverts entre deux acteurs", "Needs met between two actors"},
    .question = {"Qui peut répondre aux besoins de qui ?", "Who can meet whose needs?"},
    .definition =
        {"Pour deux acteurs de V qui ont dit leurs leviers : ce que l’offre de chacun couvre du "
         "besoin de l’autre, levier par levier, sur la somme de leurs besoins. Moyenne sur les "
         "paires dont l’un au moins a un besoin ; measure=matched : paires où quelque chose est "
         "couvert. Avec le détail, chaque paire (actors=) et ses leviers (lever=), les 1 000 "
         "mieux couvertes. Indéfini sans besoin.",
         "For two actors of V that said their levers: what the offer of each meets of the need of "
         "the other, lever by lever, over the sum of their needs. Mean over the pairs of which one "
         "at least has a need; measure=matched: pairs where something is met. With details, each "
         "pair (actors=) and its levers (lever=), the 1,000 best met. Undefined without need."},
    .reading = {"Deux acteurs couvrent en moyenne {0} de leurs besoins l’un par l’autre.",
                "Two actors meet {0} of their needs through each other on average."},
    .limits = {"Une offre sert ici toutes les paires à la fois : pour ce que le groupe entier peut "
               "couvrir, lire complementarity_group. Des niveaux dits de 0 à 4 ne sont pas des "
               "quantités mesurées.",
               "An offer serves all pairs at once here: for what the whole group can meet, read "
               "complementarity_group. Levels said from 0 to 4 are no measured quantities."},
    .source = "ours"}};

constexpr std::array tables{model::Table::levers};
constexpr std::string_view id = "complementarity_pair";
constexpr std::size_t most_pairs = 1'000;

/// Share of the needs of two actors that they meet for each other.
struct PairShare {
    graph::Pair pair;
    double share;
};

bool better(const PairShare& a, const PairShare& b) {
    return a.share != b.share ? a.share > b.share : a.pair < b.pair;
}

double met_of(const LeverRows::Row& a, const LeverRows::Row& b) {
    return std::min(a.need, b.offer) + std::min(b.need, a.offer);
}

/// The actors of V, what they say of their levers, and what they meet two by two.
class Pairs {
  public:
    explicit Pairs(const Scope& scope)
        : levers_(levers_of(scope.data, scope.view.partnerships.actors)),
          needs_(scope.view.partnerships.actors.size(), said_nothing),
          places_(needs_.size()) {
        for (std::uint32_t lever = 0; lever < levers_.size(); ++lever)
            for (std::uint32_t i = 0; i < levers_[lever].rows.size(); ++i) {
                const LeverRows::Row& row = levers_[lever].rows[i];
                needs_[row.vertex] = std::max(needs_[row.vertex], 0.0) + row.need;
                places_[row.vertex].push_back({lever, i});
            }
    }

    /// Pairs of actors that said their levers, one of them at least having a need.
    [[nodiscard]] std::int64_t defined() const {
        const auto said =
            std::ranges::count_if(needs_, [](double need) { return need != said_nothing; });
        const auto without = std::ranges::count(needs_, 0);
        return said * (said - 1) / 2 - without * (without - 1) / 2;
    }

    /// Every pair that meets something, with smaller vertices first.
    template <class Visit>
    void for_each_match(Visit visit) const {
        std::vector<double> met(needs_.size(), 0);
        std::vector<graph::Vertex> others;
        for (graph::Vertex a = 0; a < needs_.size(); ++a) {
            for (const Place& place : places_[a]) {
                const auto& rows = levers_[place.lever].rows;
                for (std::size_t b = place.row + 1; b < rows.size(); ++b) {
                    const double more = met_of(rows[place.row], rows[b]);
                    if (more > 0 && met[rows[b].vertex] == 0) others.push_back(rows[b].vertex);
                    met[rows[b].vertex] += more;
                }
            }
            std::ranges::sort(others);
            for (const graph::Vertex b : others)
                visit(PairShare{{a, b}, std::exchange(met[b], 0) / (needs_[a] + needs_[b])});
            others.clear();
        }
    }

    /// What two actors meet of each lever, of what they need of it: visit(lever, met, needed).
    template <class Visit>
    void for_each_lever(const graph::Pair& pair, Visit visit) const {
        for (const Place& place : places_[pair.first]) {
            const auto& rows = levers_[place.lever].rows;
            const auto other =
                std::ranges::lower_bound(rows, pair.second, {}, &LeverRows::Row::vertex);
            if (other == rows.end() || other->vertex != pair.second) continue;
            const double met = met_of(rows[place.row], *other);
            if (met > 0) visit(levers_[place.lever].key, met, rows[place.row].need + other->need);
        }
    }

  private:
    static constexpr double said_nothing = -1;
    struct Place {
        std::uint32_t lever, row;
    };
    std::vector<LeverRows> levers_;
    std::vector<double> needs_;               ///< Sum for each vertex.
    std::vector<std::vector<Place>> places_;  ///< Where each vertex stands, by lever.
};

/// The pairs that meet most; more of them are never kept than twice what is shown.
class Best {
  public:
    void see(const PairShare& pair) {
        ++seen_;
        pairs_.push_back(pair);
        if (pairs_.size() == 2 * most_pairs) shorten();
    }
    void write(const Scope& scope, const Pairs& pairs, Results& results) {
        shorten();
        if (seen_ > most_pairs)
            results.note("M440", {std::to_string(most_pairs), std::to_string(seen_)});
        std::vector<std::string> labels;
        scope.view.partnerships.actors.for_each(
            [&](std::uint32_t actor) { labels.push_back(results.actor(actor)); });
        for (const auto& [pair, share] : pairs_) {
            const std::string label = pair_label(labels[pair.first], labels[pair.second]);
            results.value(id, {{KeyName::actors, label}}, share);
            pairs.for_each_lever(pair, [&](std::string_view lever, double met, double needed) {
                Estimate& row = results.value(
                    id, {{KeyName::actors, label}, {KeyName::lever, lever}}, met / needed);
                row.numerator = met;
                row.denominator = needed;
            });
        }
    }

  private:
    std::vector<PairShare> pairs_;
    std::size_t seen_ = 0;

    void shorten() {
        std::ranges::sort(pairs_, better);
        if (pairs_.size() > most_pairs) pairs_.resize(most_pairs);
    }
};

void compute_pairs(const Scope& scope, Results& results) {
    const Pairs pairs(scope);
    const std::int64_t defined = pairs.defined();
    std::int64_t matched = 0;
    double sum = 0;
    Best best;
    pairs.for_each_match([&](const PairShare& pair) {
        ++matched;
        sum += pair.share;
        if (results.wants_rows()) best.see(pair);
    });
    Estimate& row = defined > 0 ? results.value(id, {}, sum / static_cast<double>(defined))
                                : results.undefined(id, {}, "no_needs");
    row.n = defined;
    results.share(id, {{KeyName::measure, "matched"}}, matched, defined, "no_needs");
    if (results.wants_rows()) best.write(scope, pairs, results);
}

}  // namespace

extern const Entry territory_complementarity_pair;
const Entry territory_complementarity_pair{"L1", metrics_of_entry, tables, compute_pairs,
                                           Cost::superlinear};

}  // namespace maillage::metrics
