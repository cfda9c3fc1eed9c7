// Where each stake stands, from words to deeds.

#include <algorithm>
#include <array>
#include <bit>

#include <maillage/metrics/results.hpp>
#include <maillage/metrics/stake_chains.hpp>

namespace maillage::metrics {

namespace {

using model::Table;

constexpr std::array metrics_of_entry{Metric{
    .id = "stake_chain",
    .dynamic = Dynamic::territory,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "count",
    .title = {"Où en est chaque enjeu", "Where each stake stands"},
    .question = {"Où en est chaque enjeu : en parle-t-on, s’allie-t-on, essaie-t-on ?",
                 "Where does each stake stand: do we speak, ally, try?"},
    .definition =
        {"Nombre d’enjeux du territoire, et pour chacun (stake=) measure=events : rencontres de la "
         "période qui en portent le thème ; partnerships, experiments : alliances et projets "
         "commencés dans la période ; citing : acteurs qui le citent ; kinds_present, "
         "kinds_absent : natures du territoire présentes ou non dans ces relations. Trous : "
         "cited_never_met, met_no_alliance, alliance_no_experiment. no_data sans aucun thème.",
         "Number of stakes of the territory, and for each (stake=) measure=events: meetings of the "
         "window on it; partnerships, experiments: alliances and projects begun in the window; "
         "citing: actors who cite it; kinds_present, kinds_absent: kinds of the territory present "
         "or not in these relations. Holes: cited_never_met, met_no_alliance, "
         "alliance_no_experiment. no_data without any theme."},
    .reading = {"Enjeu {0} : {1} rencontres, {2} alliances, {3} projets.",
                "Stake {0}: {1} meetings, {2} alliances, {3} projects."},
    .limits = {"Une relation compte dans chacun de ses enjeux. Deux mots pour un enjeu en font "
               "deux, sauf synonymes déclarés dans [themes].",
               "A relation counts in each of its stakes. Two words for a stake make two, unless "
               "[themes] declares them synonyms."},
    .source = "ours"}};

constexpr std::array tables{Table::actors};

constexpr std::string_view id = "stake_chain";

using Place = StakePlace;
constexpr std::array<std::string_view, 4> measures{"events", "partnerships", "experiments",
                                                   "citing"};

void write_chain(const Scope& scope, Results& results, const StakeChains& found,
                 const StakeChain& chain) {
    const std::string_view stake = scope.data.themes[chain.stake].key;
    for (std::size_t place = 0; place < measures.size(); ++place) {
        const KeyParts key{{KeyName::measure, measures[place]}, {KeyName::stake, stake}};
        if (found.silences[place].empty())
            results.value(id, key, static_cast<double>(chain.counts[place]));
        else
            results.without_value(id, key, Status::no_data, found.silences[place]);
    }
    const int present = std::popcount(static_cast<unsigned>(chain.kinds & found.registry));
    const int known = std::popcount(static_cast<unsigned>(found.registry));
    results.value(id, {{KeyName::measure, "kinds_present"}, {KeyName::stake, stake}}, present).n =
        known;
    results
        .value(id, {{KeyName::measure, "kinds_absent"}, {KeyName::stake, stake}}, known - present)
        .n = known;
}

/// Counts the stakes that stop at one link of the chain, when both its ends can be counted.
void write_hole(Results& results, std::string_view measure, std::string_view one,
                std::string_view other, const StakeChains& found,
                bool (StakeChain::*is_hole)() const) {
    const KeyParts key{{KeyName::measure, measure}};
    const auto holes = std::ranges::count_if(
        found.chains, [&](const StakeChain& chain) { return (chain.*is_hole)(); });
    if (one.empty() && other.empty())
        results.value(id, key, static_cast<double>(holes)).n =
            static_cast<std::int64_t>(found.chains.size());
    else
        results.without_value(id, key, Status::no_data, one.empty() ? other : one);
}

void write_holes(const Scope& scope, Results& results, const StakeChains& found) {
    // A stake that the territory decided on is cited without any actor saying so.
    const std::string_view cited =
        scope.data.has(Table::territory_stakes) ? "" : found.silence(Place::citing);
    write_hole(results, "cited_never_met", cited, found.silence(Place::events), found,
               &StakeChain::is_cited_never_met);
    write_hole(results, "met_no_alliance", found.silence(Place::events),
               found.silence(Place::partnerships), found, &StakeChain::is_met_without_alliance);
    write_hole(results, "alliance_no_experiment", found.silence(Place::partnerships),
               found.silence(Place::experiments), found, &StakeChain::is_allied_without_experiment);
}

void compute_stake_chain(const Scope& scope, Results& results) {
    if (scope.data.themes.empty()) {
        results.without_value(id, {}, Status::no_data, "column_absent");
        return;
    }
    const StakeChains found = stake_chains(scope);
    const auto count = static_cast<std::int64_t>(found.chains.size());
    results.value(id, {}, static_cast<double>(count)).n = count;
    for (const StakeChain& chain : found.chains) write_chain(scope, results, found, chain);
    write_holes(scope, results, found);
}

}  // namespace

extern const Entry territory_stake_chain;
const Entry territory_stake_chain{"E1", metrics_of_entry, tables, compute_stake_chain};

}  // namespace maillage::metrics
