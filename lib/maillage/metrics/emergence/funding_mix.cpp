#include <algorithm>
#include <array>
#include <map>

#include <maillage/metrics/results.hpp>
#include <maillage/metrics/years.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_funding_mix",
    .dynamic = Dynamic::emergence,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "sources",
    .title = {"Sources d’argent des acteurs", "Sources of money of actors"},
    .question = {"Dépend-on d’une seule bourse ?", "Do we hang on a single purse?"},
    .definition =
        {"Moyennes par acteur et par année de la période, selon la part s de chaque source "
         "(fonds publics, privés, activité, cotisations) : nombre effectif de sources 1 / Σ s², de "
         "1 à 4 ; measure=top_source_share : la plus grande part ; measure=earned_share : celle de "
         "l’activité ; measure=earned_majority : où elle dépasse la moitié. Indéfini sans argent "
         "noté.",
         "Means per actor and year of the window, by the share s of each source (public, private, "
         "earned, membership): effective number of sources 1 / sum s^2, from 1 to 4; "
         "measure=top_source_share: the largest share; measure=earned_share: that of earned "
         "income; measure=earned_majority: where it exceeds one half. Undefined without recorded "
         "money."},
    .reading = {"En moyenne, l’argent d’un acteur vient de {0} sources de même poids.",
                "On average, the money of an actor comes from {0} sources of equal weight."},
    .limits = {"Une source qui n’a pas été notée manque. Ne dit rien du montant.",
               "A source that was not recorded is missing. Says nothing of the amount."},
    .source = "Hill 1973, 10.2307/1934352; Hirschman 1945"}};

constexpr std::array tables{model::Table::funding};

constexpr std::string_view id = "emergence_funding_mix";

using Amounts = std::array<double, model::funding_sources.size()>;

struct Mix {
    double hill2 = 0, top = 0, earned = 0;
};

std::optional<Mix> mix_of(const Amounts& amounts) {
    double total = 0, squares = 0;
    for (const double amount : amounts) {
        total += amount;
        squares += amount * amount;
    }
    if (total <= 0) return std::nullopt;
    return Mix{total * total / squares, std::ranges::max(amounts) / total,
               amounts[static_cast<std::size_t>(model::FundingSource::earned)] / total};
}

std::map<int, Amounts> years_of(const Scope& scope, std::uint32_t actor) {
    std::map<int, Amounts> years;
    for (const model::Funding& row : scope.data.actor_funding[actor])
        if (meets_window(scope, row.year))
            years[row.year][static_cast<std::size_t>(row.source)] += row.amount;
    return years;
}

void write_mix(Results& results, std::uint32_t actor, int year, const Mix& mix) {
    const std::string who = results.actor(actor), when = std::to_string(year);
    results.value(id, {{KeyName::actor, who}, {KeyName::year, when}}, mix.hill2);
    const auto write = [&](std::string_view measure, double share) {
        results
            .value(id, {{KeyName::measure, measure}, {KeyName::actor, who}, {KeyName::year, when}},
                   share)
            .unit = "share";
    };
    write("top_source_share", mix.top);
    write("earned_share", mix.earned);
}

void write_means(Results& results, const std::vector<Mix>& mixes) {
    const auto n = static_cast<std::int64_t>(mixes.size());
    const auto write = [&](KeyParts key, std::string_view unit, double sum) {
        Estimate& row = n > 0 ? results.value(id, key, sum / static_cast<double>(n))
                              : results.undefined(id, key, "zero_total");
        row.unit = unit;
        row.n = n;
    };
    Mix sum;
    std::int64_t majorities = 0;
    for (const Mix& mix : mixes) {
        sum.hill2 += mix.hill2;
        sum.top += mix.top;
        sum.earned += mix.earned;
        majorities += mix.earned > 0.5 ? 1 : 0;
    }
    write({}, "sources", sum.hill2);
    write({{KeyName::measure, "top_source_share"}}, "share", sum.top);
    write({{KeyName::measure, "earned_share"}}, "share", sum.earned);
    results.share(id, {{KeyName::measure, "earned_majority"}}, majorities, n, "zero_total").unit =
        "share";
}

void compute_mix(const Scope& scope, Results& results) {
    std::vector<Mix> mixes;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        for (const auto& [year, amounts] : years_of(scope, actor)) {
            const std::optional<Mix> mix = mix_of(amounts);
            if (!mix) continue;
            mixes.push_back(*mix);
            if (results.wants_rows()) write_mix(results, actor, year, *mix);
        }
    });
    write_means(results, mixes);
}

}  // namespace

extern const Entry emergence_funding_mix;
const Entry emergence_funding_mix{"P18", metrics_of_entry, tables, compute_mix};

}  // namespace maillage::metrics
