#include <algorithm>
#include <numeric>

#include <maillage/base/error.hpp>
#include <maillage/drawing/grouping.hpp>
#include <maillage/drawing/stands.hpp>
#include <maillage/drawing/whereabouts.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

/// Cells of a sheet on which actors stand one by one.
constexpr std::size_t most_cells = 16;

void want_some_place(const Stand& stand) {
    const auto is_known = [](const auto& place) { return place.has_value(); };
    if (std::ranges::none_of(stand.places, is_known)) throw base::UsageError({"U051", {}, {}});
}

void by_kind(const Scene& scene, base::Language language, Stand& stand) {
    for (const Symbol& symbol : scene.symbols)
        stand.group_of.push_back(static_cast<std::uint32_t>(symbol.kind));
    for (const model::Word& kind : model::kinds)
        stand.groups.emplace_back(kind.plural.in(language));
}

/// Persons by what is shown of them: a pseudonym, or what those merged have in common.
model::Position name_of(const Symbol& symbol, const model::Dataset& data) {
    const model::Actor& actor = data.actors[symbol.actor];
    if (symbol.persons == 0 && !actor.person) return {"actor", std::string(actor.id)};
    if (symbol.persons == 0) return {"person", symbol.name};
    std::string id(model::kinds[static_cast<std::size_t>(symbol.kind)].code);
    if (actor.seat.known()) id.append("|").append(data[actor.seat].id);
    return {"persons", id + "|" + std::to_string(static_cast<int>(symbol.tie)) +
                           std::to_string(static_cast<int>(symbol.membership))};
}

model::Position name_of(const Card& card, const model::Dataset& data) {
    return {"territory", card.territory.known() ? std::string(data[card.territory].id) : card.name};
}

/// What both kinds of map share.
Stand stand_on(const metrics::Scope& scope, const MapOptions& options) {
    Stand stand;
    stand.layout = options.layout;
    stand.territory = scope.view.territory;
    stand.outlines = options.outlines;
    return stand;
}

}  // namespace

Stand stand_of(const Scene& scene, const metrics::Scope& scope, const Reading& reading,
               const MapOptions& options) {
    Stand stand = stand_on(scope, options);
    for (const Symbol& symbol : scene.symbols) stand.names.push_back(name_of(symbol, scope.data));
    if (options.layout == Layout::packed) {
        Grouping grouping = group_by_territory(scope, reading, options.language, most_cells);
        for (Grouping::Group& group : grouping.groups)
            stand.groups.push_back(std::move(group.name));
        for (const Symbol& symbol : scene.symbols)
            stand.group_of.push_back(grouping.group_of[symbol.actor]);
    }
    if (options.layout == Layout::layered) by_kind(scene, options.language, stand);
    if (options.layout == Layout::geo) {
        const Whereabouts whereabouts(scope.data, options.outlines);
        for (const Symbol& symbol : scene.symbols)
            stand.places.push_back(whereabouts.of(scope.data.actors[symbol.actor]));
        want_some_place(stand);
    }
    return stand;
}

Stand stand_of(const MergedScene& merged, const metrics::Scope& scope, const MapOptions& options) {
    Stand stand = stand_on(scope, options);
    for (const Card& card : merged.cards) stand.names.push_back(name_of(card, scope.data));
    for (const Bundle& bundle : merged.bundles) {
        std::string id;
        for (const std::uint32_t card : bundle.cards)
            id.append(id.empty() ? "" : "|").append(stand.names[card].id);
        stand.names.push_back({"alliances", std::move(id)});
    }
    const Whereabouts whereabouts(scope.data, options.outlines);
    for (std::uint32_t i = 0; i < merged.cards.size(); ++i) {
        const Card& card = merged.cards[i];
        stand.wanted.push_back(static_cast<double>(
            std::accumulate(card.kinds.begin(), card.kinds.end(), std::int64_t{0})));
        stand.group_of.push_back(options.layout == Layout::packed ? i : i % 2);
        stand.places.push_back(whereabouts.of(card.territory));
    }
    stand.groups.assign(options.layout == Layout::packed ? merged.cards.size() : 2, {});
    if (options.layout == Layout::geo) want_some_place(stand);
    return stand;
}

}  // namespace maillage::drawing
