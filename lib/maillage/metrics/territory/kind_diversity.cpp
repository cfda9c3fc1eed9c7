#include <algorithm>
#include <array>

#include <maillage/metrics/diversity.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "kind_diversity_registry",
    .dynamic = Dynamic::territory,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "worlds",
    .title = {"Mondes présents sur le territoire", "Worlds of the territory"},
    .question = {"Combien de mondes dans notre liste d’acteurs ?",
                 "How many worlds in our list of actors?"},
    .definition =
        {"p(k) : part de chaque nature parmi les acteurs du territoire en activité dans "
         "la période. Valeur : exponentielle de l’entropie, soit le nombre de natures "
         "également représentées qui donnerait la même diversité, de 1 au nombre de "
         "natures présentes. measure=blau, blau_unbiased, iqv, shannon, hill2, evenness : "
         "les autres façons de le dire. Indéfini sans acteur.",
         "p(k): share of each kind among the actors of the territory active in the "
         "window. Value: exponential of the entropy, the number of kinds of equal share "
         "that has the same diversity, from 1 to the number of kinds present. "
         "measure=blau, blau_unbiased, iqv, shannon, hill2, evenness: other ways to say "
         "it. Undefined without actor."},
    .reading = {"Notre liste compte comme {0} mondes de même taille.",
                "Our list counts as {0} worlds of equal size."},
    .limits = {"Décrit la liste telle qu’elle a été faite, pas les habitants du territoire.",
               "Describes the list as it was made, not those who live in the territory."},
    .source = "Simpson 1949; Blau 1977; Hill 1973; Jost 2006, 10.1111/j.2006.0030-1299.14714.x"}};

constexpr std::array tables{model::Table::actors};
constexpr std::string_view id = "kind_diversity_registry";

using Counts = std::array<std::int64_t, model::kinds.size()>;

Counts count_kinds(const Scope& scope) {
    Counts counts{};
    scope.view.seats.for_each([&](std::uint32_t actor) {
        if (scope.is_active(actor))
            ++counts[static_cast<std::size_t>(scope.data.actors[actor].kind)];
    });
    return counts;
}

void compute_diversity(const Scope& scope, Results& results) {
    const Counts counts = count_kinds(scope);
    std::int64_t total = 0;
    for (const std::int64_t count : counts) total += count;
    const auto kinds = counts.size() - static_cast<std::size_t>(std::ranges::count(counts, 0));
    const std::optional<Diversity> d = diversity_of(counts, kinds);
    const auto write = [&](KeyParts key, std::optional<double> value, std::string_view unit,
                           std::string_view reason) {
        Estimate& row = value ? results.value(id, key, *value)
                              : results.undefined(id, key, d ? reason : "no_registry");
        row.unit = unit;
        row.n = total;
    };
    const Diversity given = d.value_or(Diversity{});
    const auto known = [&](double value) { return d ? std::optional(value) : std::nullopt; };
    write({}, known(given.hill1), "worlds", {});
    write({{KeyName::measure, "blau"}}, known(given.blau), "share", {});
    write({{KeyName::measure, "blau_unbiased"}}, given.blau_unbiased, "share",
          "fewer_than_2_nodes");
    write({{KeyName::measure, "evenness"}}, given.evenness, "share", "single_kind");
    write({{KeyName::measure, "hill2"}}, known(given.hill2), "worlds", {});
    write({{KeyName::measure, "iqv"}}, given.iqv, "share", "single_kind");
    write({{KeyName::measure, "shannon"}}, known(given.shannon), "nats", {});
}

}  // namespace

extern const Entry territory_kind_diversity;
const Entry territory_kind_diversity{"D5r", metrics_of_entry, tables, compute_diversity};

}  // namespace maillage::metrics
