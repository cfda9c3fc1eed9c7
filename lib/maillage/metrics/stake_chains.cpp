// Everything that names a stake in the scope is one mention; mentions sorted by stake are then
// folded into one chain per stake.

#include <algorithm>
#include <tuple>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/stake_chains.hpp>

namespace maillage::metrics {

namespace {

using model::Table;

/// Why a place cannot be counted; empty when it can.
std::string_view silence_of(const model::Dataset& data, Table table,
                            const TerritoryView::Part& part) {
    if (!data.has(table)) return "table_absent";
    return part.answerable && data.has_column(table, "themes") ? "" : "column_absent";
}

StakeChains::Silences silences_of(const Scope& scope) {
    return {silence_of(scope.data, Table::events, scope.view.events),
            silence_of(scope.data, Table::partnerships, scope.view.partnerships),
            silence_of(scope.data, Table::experiments, scope.view.experiments),
            scope.data.has(Table::stakes) ? "" : "table_absent"};
}

std::uint8_t bit_of(const model::Dataset& data, std::uint32_t actor) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(data.actors[actor].kind));
}

template <class Relations>
void mention_relations(const Scope& scope, StakePlace place, const Relations& table,
                       const Family& family, const std::vector<std::uint32_t>& relations,
                       std::vector<StakeMention>& mentions) {
    for (const std::uint32_t relation : relations) {
        if (table.themes[relation].empty()) continue;
        std::uint8_t kinds = 0;
        for (const graph::Vertex actor : family.incidence.members(relation))
            kinds = static_cast<std::uint8_t>(kinds | bit_of(scope.data, actor));
        for (const model::ThemeId theme : table.themes[relation])
            mentions.push_back({theme.index, place, kinds, relation});
    }
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

std::vector<StakeMention> mentions_of(const Scope& scope) {
    const model::Dataset& data = scope.data;
    const Study& study = scope.study;
    std::vector<StakeMention> mentions;
    mention_relations(scope, StakePlace::events, data.events, study.events, scope.events.relations,
                      mentions);
    mention_relations(scope, StakePlace::partnerships, data.partnerships, study.partnerships,
                      scope.new_partnerships.relations, mentions);
    mention_relations(scope, StakePlace::experiments, data.experiments, study.experiments,
                      experiments_begun_in_window(scope), mentions);
    for_each_stake(data.actor_stakes, scope.view.seats,
                   [&](std::uint32_t actor, std::uint32_t stake) {
                       if (scope.is_active(actor))
                           mentions.push_back({stake, StakePlace::citing, 0, actor});
                   });
    if (data.territory_stakes.empty()) return mentions;
    const graph::Ranges territories =
        scope.view.territory.known()
            ? study.territories_of(scope.view.territory)
            : graph::Ranges({{0, static_cast<std::uint32_t>(data.territories.size())}});
    for_each_stake(data.territory_stakes, territories,
                   [&](std::uint32_t owner, std::uint32_t stake) {
                       mentions.push_back({stake, StakePlace::decided, 0, owner});
                   });
    return mentions;
}

std::uint8_t kinds_of_territory(const Scope& scope) {
    std::uint8_t kinds = 0;
    scope.view.seats.for_each([&](std::uint32_t actor) {
        if (scope.is_active(actor))
            kinds = static_cast<std::uint8_t>(kinds | bit_of(scope.data, actor));
    });
    return kinds;
}

}  // namespace

StakeChains stake_chains(const Scope& scope) {
    StakeChains result;
    result.silences = silences_of(scope);
    result.registry = kinds_of_territory(scope);
    result.mentions = mentions_of(scope);
    std::ranges::sort(result.mentions, {}, [](const StakeMention& mention) {
        return std::tuple(mention.stake, mention.place, mention.row);
    });
    auto& chains = result.chains;
    for (std::uint32_t i = 0; i < result.mentions.size(); ++i) {
        const StakeMention& mention = result.mentions[i];
        if (chains.empty() || chains.back().stake != mention.stake)
            chains.push_back({mention.stake, {}, 0, i, i});
        StakeChain& chain = chains.back();
        ++chain.counts[static_cast<std::size_t>(mention.place)];
        chain.kinds = static_cast<std::uint8_t>(chain.kinds | mention.kinds);
        chain.last_mention = i + 1;
    }
    return result;
}

}  // namespace maillage::metrics
