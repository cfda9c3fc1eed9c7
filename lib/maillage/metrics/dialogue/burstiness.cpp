#include <algorithm>
#include <array>
#include <cmath>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_burstiness",
    .dynamic = Dynamic::dialogue,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "index",
    .title = {"Régularité des rencontres", "Regularity of meetings"},
    .question = {"Animation régulière ou par à-coups ?", "Regular meetings or bursts?"},
    .definition = {"B = (r - 1) / (r + 1), r = écart-type / moyenne des intervalles en jours entre "
                   "rencontres successives. measure=finite_size : A de Kim et Jo, corrigé du petit "
                   "nombre q d’intervalles. Deux rencontres le même jour : intervalle 0 ; une date "
                   "vague vaut son milieu. Indéfini sous quatre rencontres datées, ou toutes le "
                   "même jour.",
                   "B = (r - 1) / (r + 1), r = standard deviation / mean of the gaps in days "
                   "between successive meetings. measure=finite_size: A of Kim and Jo, corrected "
                   "for few gaps q. Two meetings on one day: gap 0; a vague date is its middle. "
                   "Undefined under four dated meetings, or all on one day."},
    .reading = {"-1 : à intervalles réguliers ; 0 : au fil du hasard ; vers 1 : par à-coups.",
                "-1: at regular gaps; 0: as at random; towards 1: in bursts."},
    .limits = {"Avec peu de rencontres B penche vers -1 ; A le corrige.",
               "With few meetings B leans to -1; A corrects it."},
    .source = "Goh & Barabasi 2008, doi:10.1209/0295-5075/81/48002; Kim & Jo 2016, "
              "doi:10.1103/PhysRevE.94.032311"}};

constexpr std::array tables{model::Table::events};

constexpr std::string_view id = "dialogue_burstiness";

/// Gaps in half-days, so that the middle of a vague date is a whole number.
struct Gaps {
    std::int64_t count = 0, sum = 0, squares = 0;

    void add(std::int64_t gap) { change(gap, 1); }
    void remove(std::int64_t gap) { change(gap, -1); }

  private:
    void change(std::int64_t gap, std::int64_t sign) {
        count += sign;
        sum += sign * gap;
        squares += sign * gap * gap;
    }
};

/// Standard deviation over mean; nothing when every gap is 0.
std::optional<double> spread(const Gaps& gaps) {
    if (gaps.sum == 0) return std::nullopt;
    const auto q = static_cast<double>(gaps.count), sum = static_cast<double>(gaps.sum);
    return std::sqrt(std::max(q * static_cast<double>(gaps.squares) - sum * sum, 0.0)) / sum;
}

double plain(const Gaps& /*gaps*/, double r) {
    return (r - 1) / (r + 1);
}

double finite_size(const Gaps& gaps, double r) {
    const auto q = static_cast<double>(gaps.count);
    return (std::sqrt(q + 1) * r - std::sqrt(q - 1)) /
           ((std::sqrt(q + 1) - 2) * r + std::sqrt(q - 1));
}

std::vector<std::int64_t> half_days_of(const Scope& scope) {
    std::vector<std::int64_t> days;
    for (const std::uint32_t event : scope.events.relations) {
        const model::Date& date = scope.data.events.rows[event].start;
        if (date.known()) days.push_back(std::int64_t{date.first()} + date.last());
    }
    std::ranges::sort(days);
    return days;
}

Gaps gaps_between(const std::vector<std::int64_t>& days) {
    Gaps gaps;
    for (std::size_t i = 1; i < days.size(); ++i) gaps.add(days[i] - days[i - 1]);
    return gaps;
}

/// The gaps that remain when one meeting is left out: its two become one.
Gaps without(Gaps gaps, const std::vector<std::int64_t>& days, std::size_t i) {
    if (i > 0) gaps.remove(days[i] - days[i - 1]);
    if (i + 1 < days.size()) gaps.remove(days[i + 1] - days[i]);
    if (i > 0 && i + 1 < days.size()) gaps.add(days[i + 1] - days[i - 1]);
    return gaps;
}

void compute_burstiness(const Scope& scope, Results& results) {
    const std::vector<std::int64_t> days = half_days_of(scope);
    const Gaps gaps = gaps_between(days);
    const auto r = days.size() < 4 ? std::nullopt : spread(gaps);
    const auto write = [&](KeyParts key, double (*index)(const Gaps&, double)) {
        const std::string_view reason = days.size() < 4 ? "fewer_than_4_events" : "zero_total";
        Estimate& row =
            r ? results.value(id, key, index(gaps, *r)) : results.undefined(id, key, reason);
        row.n = static_cast<std::int64_t>(days.size());
        if (!scope.events.relations.empty())
            row.coverage = static_cast<double>(days.size()) /
                           static_cast<double>(scope.events.relations.size());
        LeaveOneOut range;
        if (r && days.size() > 4)
            for (std::size_t i = 0; i < days.size(); ++i) {
                const Gaps rest = without(gaps, days, i);
                if (const auto changed = spread(rest)) range.see(index(rest, *changed));
            }
        range.write(row);
    };
    write({}, plain);
    write({{KeyName::measure, "finite_size"}}, finite_size);
}

}  // namespace

extern const Entry dialogue_burstiness;
const Entry dialogue_burstiness{"D12", metrics_of_entry, tables, compute_burstiness};

}  // namespace maillage::metrics
