#include <algorithm>
#include <array>
#include <map>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_party_sizes",
    .dynamic = Dynamic::emergence,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "count",
    .title = {"Taille des alliances", "Size of alliances"},
    .question = {"À combien s’allie-t-on ?", "How many ally together?"},
    .definition =
        {"Nombre moyen de parties distinctes des alliances de la période, et nombre "
         "d’alliances de chaque taille (size=). size=1 : celles dont moins de deux "
         "parties sont connues, hors de la moyenne et de toute autre mesure de l’émergence. "
         "Moyenne "
         "indéfinie sans alliance.",
         "Mean number of distinct parties of the alliances of the window, and number of "
         "alliances of each size (size=). size=1: those with fewer than two known "
         "parties, left out of the mean and of every other figure of emergence. Mean undefined "
         "without alliance."},
    .reading = {"Une alliance réunit en moyenne {0} structures.",
                "An alliance joins {0} bodies on average."},
    .limits = {"Une partie qui n’a pas été notée manque au compte.",
               "A party that nobody wrote down is missing."},
    .source = "ours"}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view id = "emergence_party_sizes";

void compute_sizes(const Scope& scope, Results& results) {
    std::map<std::size_t, std::int64_t> histogram;
    std::int64_t parties = 0;
    for (const std::uint32_t i : scope.running_partnerships) {
        const std::size_t size = scope.study.partnerships.incidence.members(i).size();
        ++histogram[size];
        parties += static_cast<std::int64_t>(size);
    }
    const auto alliances = static_cast<std::int64_t>(scope.running_partnerships.size());
    results.share(id, {}, parties, alliances, "no_relation");
    const auto lone = std::ranges::count_if(scope.view.lone_partnerships, [&](std::uint32_t i) {
        return scope.runs(scope.data.partnerships.rows[i]);
    });
    if (lone > 0) histogram[1] = lone;
    for (const auto& [size, count] : histogram) {
        const std::string text = std::to_string(size);
        results.value(id, {{KeyName::size, text}}, static_cast<double>(count)).n = alliances + lone;
    }
}

}  // namespace

extern const Entry emergence_party_sizes;
const Entry emergence_party_sizes{"P1b", metrics_of_entry, tables, compute_sizes};

}  // namespace maillage::metrics
