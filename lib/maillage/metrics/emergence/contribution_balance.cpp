#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_contribution_balance",
    .dynamic = Dynamic::emergence,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Équilibre des apports", "Balance of contributions"},
    .question = {"Chacun apporte-t-il sa part ?", "Does each bring a share?"},
    .definition =
        {"Moyenne, sur les alliances de la période, de l’équilibre des apports chiffrés : "
         "H / ln p, p étant le nombre de parties dont l’apport est chiffré et H l’entropie de "
         "leurs parts. 1 : parts égales. measure=top_share : moyenne de la plus grande part. Une "
         "alliance sans deux apports chiffrés, ou de total nul, n’y entre pas. Indéfini quand "
         "aucune n’y entre.",
         "Mean, over the alliances of the window, of the balance of valued contributions: "
         "H / ln p, p being the number of parties whose contribution is valued and H the entropy "
         "of their shares. 1: equal shares. measure=top_share: mean of the largest share. An "
         "alliance without two valued contributions, or of total zero, is left out. Undefined when "
         "all are."},
    .reading = {"L’équilibre des apports est de {0} ; 1 veut dire parts égales.",
                "The balance of contributions is {0}; 1 means equal shares."},
    .limits = {"Ne voit que ce qui a été chiffré : le temps et les savoirs le sont rarement.",
               "Sees only what was valued: time and skills seldom are."},
    .source = "Pielou 1966, 10.1016/0022-5193(66)90013-0"}};

constexpr std::array tables{model::Table::partnership_members};

constexpr std::string_view id = "emergence_contribution_balance";

/// Valued contributions of the parties of an alliance, by actor.
std::map<std::uint32_t, double> values_of(const Scope& scope, std::uint32_t alliance) {
    const auto parties = scope.study.partnerships.incidence.members(alliance);
    std::map<std::uint32_t, double> values;
    for (const model::Pledge& pledge : scope.data.pledges[alliance])
        if (pledge.value && std::ranges::binary_search(parties, pledge.actor.index))
            values[pledge.actor.index] += *pledge.value;
    return values;
}

struct Balance {
    double evenness = 0, top = 0;
};

std::optional<Balance> balance_of(const std::map<std::uint32_t, double>& values) {
    double total = 0;
    for (const auto& [actor, value] : values) total += value;
    if (values.size() < 2 || total <= 0) return std::nullopt;
    Balance balance;
    double entropy = 0;
    for (const auto& [actor, value] : values) {
        const double share = value / total;
        if (share > 0) entropy -= share * std::log(share);
        balance.top = std::max(balance.top, share);
    }
    // Rounding may carry equal shares past 1.
    balance.evenness = std::min(1.0, entropy / std::log(static_cast<double>(values.size())));
    return balance;
}

void compute_balance(const Scope& scope, Results& results) {
    Balance sum;
    std::int64_t n = 0;
    std::size_t parties = 0, valued = 0;
    for (const std::uint32_t alliance : scope.running_partnerships) {
        const auto values = values_of(scope, alliance);
        parties += scope.study.partnerships.incidence.members(alliance).size();
        valued += values.size();
        const std::optional<Balance> balance = balance_of(values);
        if (!balance) continue;
        ++n;
        sum.evenness += balance->evenness;
        sum.top += balance->top;
    }
    const auto write = [&](KeyParts key, double total) {
        Estimate& row = n > 0 ? results.value(id, key, total / static_cast<double>(n))
                              : results.undefined(id, key, "zero_total");
        row.n = n;
        if (parties > 0) row.coverage = static_cast<double>(valued) / static_cast<double>(parties);
    };
    write({}, sum.evenness);
    write({{KeyName::measure, "top_share"}}, sum.top);
}

}  // namespace

extern const Entry emergence_contribution_balance;
const Entry emergence_contribution_balance{"P15", metrics_of_entry, tables, compute_balance};

}  // namespace maillage::metrics
