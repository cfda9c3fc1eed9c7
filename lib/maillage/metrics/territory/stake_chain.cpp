// Where each stake stands, from words to deeds. Everything that names a stake in the scope is one
// mention; mentions sorted by stake are then folded, so that a commune with three stakes costs
// three stakes, whatever the number of those of the country.

#include <algorithm>
#include <array>
#include <bit>

#include <maillage/metrics/results.hpp>

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

enum class Place : std::uint8_t { events, partnerships, experiments, citing, decided };
constexpr std::array<std::string_view, 4> measures{"events", "partnerships", "experiments",
                                                   "citing"};
constexpr std::size_t place_count = 5;

struct Mention {
    std::uint32_t stake;
    Place place;
    std::uint8_t kinds;  ///< Bits of the kinds of the parties.
};

/// What is known of one stake in the scope.
struct Chain {
    std::uint32_t stake;
    std::array<std::int64_t, place_count> counts{};
    std::uint8_t kinds = 0;

    [[nodiscard]] std::int64_t at(Place place) const {
        return counts[static_cast<std::size_t>(place)];
    }
};

/// Why a place cannot be counted; empty when it can.
std::string_view silence_of(const model::Dataset& data, Table table,
                            const TerritoryView::Part& part) {
    if (!data.has(table)) return "table_absent";
    return part.answerable && data.has_column(table, "themes") ? "" : "column_absent";
}

using Silences = std::array<std::string_view, measures.size()>;

Silences silences_of(const Scope& scope) {
    return {silence_of(scope.data, Table::events, scope.view.events),
            silence_of(scope.data, Table::partnerships, scope.view.partnerships),
            silence_of(scope.data, Table::experiments, scope.view.experiments),
            scope.data.has(Table::stakes) ? "" : "table_absent"};
}

std::uint8_t bit_of(const model::Dataset& data, std::uint32_t actor) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(data.actors[actor].kind));
}

template <class Relations>
void mention_relations(const Scope& scope, Place place, const Relations& table,
                       const Family& family, const std::vector<std::uint32_t>& relations,
                       std::vector<Mention>& mentions) {
    for (const std::uint32_t relation : relations) {
        if (table.themes[relation].empty()) continue;
        std::uint8_t kinds = 0;
        for (const graph::Vertex actor : family.incidence.members(relation))
            kinds = static_cast<std::uint8_t>(kinds | bit_of(scope.data, actor));
        for (const model::ThemeId theme : table.themes[relation])
            mentions.push_back({theme.index, place, kinds});
    }
}

/// Experiments begun in the window: by their start, else by their first stage.
std::vector<std::uint32_t> begun_in_window(const Scope& scope) {
    std::vector<std::uint32_t> begun = scope.new_experiments.relations;
    if (!scope.window.first || !scope.last_day) return begun;
    for (const std::uint32_t experiment : scope.view.experiments.relations) {
        const auto stages = scope.data.stages[experiment];
        if (scope.data.experiments.rows[experiment].start.known() || stages.empty()) continue;
        const model::Date& date = stages.front().date;
        if (date.known() && date.first() >= *scope.window.first && date.last() <= *scope.last_day)
            begun.push_back(experiment);
    }
    return begun;
}

/// Rows of a table of stakes, which is sorted by owner, whose owner lies in a set.
template <class Owner, class Visit>
void for_each_stake(const std::vector<model::StakeOf<Owner>>& rows, const graph::Ranges& owners,
                    Visit visit) {
    for (const auto& piece : owners.pieces()) {
        auto row =
            std::ranges::lower_bound(rows, Owner{piece.first}, {}, &model::StakeOf<Owner>::owner);
        for (auto before = rows.end(); row != rows.end() && row->owner.index < piece.last; ++row) {
            const bool repeated =
                before != rows.end() && before->owner == row->owner && before->stake == row->stake;
            if (!repeated) visit(row->owner.index, row->stake.index);
            before = row;
        }
    }
}

std::vector<Mention> mentions_of(const Scope& scope) {
    const model::Dataset& data = scope.data;
    const Study& study = scope.study;
    std::vector<Mention> mentions;
    mention_relations(scope, Place::events, data.events, study.events, scope.events.relations,
                      mentions);
    mention_relations(scope, Place::partnerships, data.partnerships, study.partnerships,
                      scope.new_partnerships.relations, mentions);
    mention_relations(scope, Place::experiments, data.experiments, study.experiments,
                      begun_in_window(scope), mentions);
    for_each_stake(data.actor_stakes, scope.view.seats,
                   [&](std::uint32_t actor, std::uint32_t stake) {
                       if (scope.is_active(actor)) mentions.push_back({stake, Place::citing, 0});
                   });
    if (data.territory_stakes.empty()) return mentions;
    const graph::Ranges territories =
        scope.view.territory.known()
            ? study.territories_of(scope.view.territory)
            : graph::Ranges({{0, static_cast<std::uint32_t>(data.territories.size())}});
    for_each_stake(data.territory_stakes, territories, [&](std::uint32_t, std::uint32_t stake) {
        mentions.push_back({stake, Place::decided, 0});
    });
    return mentions;
}

std::vector<Chain> chains_of(const Scope& scope) {
    std::vector<Mention> mentions = mentions_of(scope);
    std::ranges::sort(mentions, {}, &Mention::stake);
    std::vector<Chain> chains;
    for (const Mention& mention : mentions) {
        if (chains.empty() || chains.back().stake != mention.stake)
            chains.push_back({mention.stake, {}, 0});
        Chain& chain = chains.back();
        ++chain.counts[static_cast<std::size_t>(mention.place)];
        chain.kinds = static_cast<std::uint8_t>(chain.kinds | mention.kinds);
    }
    return chains;
}

std::uint8_t kinds_of_territory(const Scope& scope) {
    std::uint8_t kinds = 0;
    scope.view.seats.for_each([&](std::uint32_t actor) {
        if (scope.is_active(actor))
            kinds = static_cast<std::uint8_t>(kinds | bit_of(scope.data, actor));
    });
    return kinds;
}

void write_chain(const Scope& scope, Results& results, const Chain& chain, const Silences& silences,
                 std::uint8_t registry) {
    const std::string_view stake = scope.data.themes[chain.stake].key;
    for (std::size_t place = 0; place < measures.size(); ++place) {
        const KeyParts key{{KeyName::measure, measures[place]}, {KeyName::stake, stake}};
        if (silences[place].empty())
            results.value(id, key, static_cast<double>(chain.counts[place]));
        else
            results.without_value(id, key, Status::no_data, silences[place]);
    }
    const int present = std::popcount(static_cast<unsigned>(chain.kinds & registry));
    const int known = std::popcount(static_cast<unsigned>(registry));
    results.value(id, {{KeyName::measure, "kinds_present"}, {KeyName::stake, stake}}, present).n =
        known;
    results
        .value(id, {{KeyName::measure, "kinds_absent"}, {KeyName::stake, stake}}, known - present)
        .n = known;
}

/// Counts the stakes that stop at one link of the chain, when both its ends can be counted.
template <class IsHole>
void write_hole(Results& results, std::string_view measure, std::string_view one,
                std::string_view other, const std::vector<Chain>& chains, IsHole is_hole) {
    const KeyParts key{{KeyName::measure, measure}};
    if (one.empty() && other.empty())
        results.value(id, key, static_cast<double>(std::ranges::count_if(chains, is_hole))).n =
            static_cast<std::int64_t>(chains.size());
    else
        results.without_value(id, key, Status::no_data, one.empty() ? other : one);
}

void write_holes(const Scope& scope, Results& results, const Silences& silences,
                 const std::vector<Chain>& chains) {
    const auto silence = [&](Place place) { return silences[static_cast<std::size_t>(place)]; };
    // A stake that the territory decided on is cited without any actor saying so.
    const std::string_view cited =
        scope.data.has(Table::territory_stakes) ? "" : silence(Place::citing);
    write_hole(results, "cited_never_met", cited, silence(Place::events), chains,
               [](const Chain& chain) {
                   return chain.at(Place::citing) + chain.at(Place::decided) > 0 &&
                          chain.at(Place::events) == 0;
               });
    write_hole(results, "met_no_alliance", silence(Place::events), silence(Place::partnerships),
               chains, [](const Chain& chain) {
                   return chain.at(Place::events) > 0 && chain.at(Place::partnerships) == 0;
               });
    write_hole(results, "alliance_no_experiment", silence(Place::partnerships),
               silence(Place::experiments), chains, [](const Chain& chain) {
                   return chain.at(Place::partnerships) > 0 && chain.at(Place::experiments) == 0;
               });
}

void compute_stake_chain(const Scope& scope, Results& results) {
    if (scope.data.themes.empty()) {
        results.without_value(id, {}, Status::no_data, "column_absent");
        return;
    }
    const std::vector<Chain> chains = chains_of(scope);
    const Silences silences = silences_of(scope);
    const std::uint8_t registry = kinds_of_territory(scope);
    const auto count = static_cast<std::int64_t>(chains.size());
    results.value(id, {}, static_cast<double>(count)).n = count;
    for (const Chain& chain : chains) write_chain(scope, results, chain, silences, registry);
    write_holes(scope, results, silences, chains);
}

}  // namespace

extern const Entry territory_stake_chain;
const Entry territory_stake_chain{"E1", metrics_of_entry, tables, compute_stake_chain};

}  // namespace maillage::metrics
