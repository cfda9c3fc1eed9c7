#include <algorithm>
#include <array>
#include <cmath>

#include <maillage/report/facts.hpp>

namespace maillage::report {

namespace {

std::optional<double> count_by_chance(const metrics::Estimate& record,
                                      std::optional<double> share) {
    if (record.nature != metrics::FigureNature::compared || !share || !record.denominator)
        return std::nullopt;
    return std::round(*share * *record.denominator);
}

}  // namespace

std::span<const Fact> fact_table() {
    using Field = Fact::Field;
    static constexpr std::array table{
        Fact{"actors", "actor_count", ""},
        Fact{"meetings", "dialogue_event_count", ""},
        Fact{"came", "dialogue_reach", "", Field::numerator},
        Fact{"eligible", "dialogue_reach", "", Field::denominator},
        Fact{"newcomers", "dialogue_reach", "measure=new"},
        Fact{"three_spheres", "dialogue_three_sphere_share", "", Field::numerator},
        Fact{"with_sheet", "dialogue_three_sphere_share", "", Field::denominator},
        Fact{"linked_of", "dialogue_catalyst_dependency", "", Field::denominator},
        Fact{"lapsed", "dialogue_lapsed", "", Field::numerator},
        Fact{"lapsed_of", "dialogue_lapsed", "", Field::denominator},
        Fact{"once", "dialogue_lapsed", "measure=once", Field::numerator},
        Fact{"born", "emergence_new_count", ""},
        Fact{"born_accompanied", "emergence_new_count", "measure=accompanied"},
        Fact{"active", "emergence_active_count", ""},
        Fact{"active_low", "emergence_active_count", "", Field::low},
        Fact{"planned", "emergence_active_count", "measure=planned"},
        Fact{"silent", "emergence_silent", "", Field::numerator},
        Fact{"not_ended", "emergence_silent", "", Field::denominator},
        Fact{"cross", "emergence_cross_kind_share", "kinds_at_least=2", Field::numerator},
        Fact{"cross_of", "emergence_cross_kind_share", "kinds_at_least=2", Field::denominator},
        Fact{"cross_three", "emergence_cross_kind_share", "kinds_at_least=3", Field::numerator},
        Fact{"cut_off", "fragility_articulation", "measure=cut_off"},
        Fact{"with_allies", "fragility_articulation", "measure=cut_off", Field::n},
        Fact{"seeded", "emergence_seededness", "measure=relations", Field::numerator},
        Fact{"seeded_of", "emergence_seededness", "measure=relations", Field::denominator},
        Fact{"seeded_low", "emergence_seededness", "measure=relations", Field::low_count},
        Fact{"seeded_high", "emergence_seededness", "measure=relations", Field::high_count},
        Fact{"projects", "experiments_count", ""},
        Fact{"accompanied", "experiments_count", "measure=accompanied"},
        Fact{"undeployed", "experiments_support_fit", "measure=without_deployment"},
    };
    return table;
}

std::vector<std::string_view> metrics_of_page() {
    // Those that no short name stands for: lists, bounds, stakes.
    std::vector<std::string_view> metrics{"emergence_conversion", "emergence_survival",
                                          "experiments_reach_spreading", "stake_chain"};
    for (const Fact& fact : fact_table()) metrics.push_back(fact.metric);
    std::ranges::sort(metrics);
    metrics.erase(std::unique(metrics.begin(), metrics.end()), metrics.end());
    return metrics;
}

std::vector<View> views_of(const metrics::Values& values) {
    std::vector<View> views;
    // Records are sorted by metric, territory and period, and every metric has every view.
    for (const metrics::Estimate& record : values.rows) {
        if (record.metric != values.rows.front().metric) break;
        const View view{record.territory, record.territory_name, record.level, record.period};
        if (views.empty() || !(views.back() == view)) views.push_back(view);
    }
    return views;
}

Facts::Facts(const Document& document, const View& view) {
    for (const metrics::Estimate& record : document.values.rows)
        if (record.territory == view.territory && record.period == view.period)
            records_[{record.metric, record.key}] = &record;
}

const metrics::Estimate* Facts::record(std::string_view metric, std::string_view key) const {
    const auto found = records_.find({metric, key});
    return found == records_.end() ? nullptr : found->second;
}

std::vector<const metrics::Estimate*> Facts::records(std::string_view metric) const {
    std::vector<const metrics::Estimate*> found;
    for (auto at = records_.lower_bound({metric, ""});
         at != records_.end() && at->first.first == metric; ++at)
        found.push_back(at->second);
    return found;
}

std::optional<double> Facts::known(std::string_view name) const {
    if (const auto found = numbers.find(name); found != numbers.end()) return found->second;
    const auto fact = std::ranges::find(fact_table(), name, &Fact::name);
    if (fact == fact_table().end()) return std::nullopt;
    const metrics::Estimate* of = record(fact->metric, fact->key);
    if (of == nullptr) return std::nullopt;
    switch (fact->field) {
        case Fact::Field::numerator:
            return of->numerator;
        case Fact::Field::denominator:
            return of->denominator;
        case Fact::Field::n:
            return of->n ? std::optional(static_cast<double>(*of->n)) : std::nullopt;
        case Fact::Field::low:
            return of->range_low;
        case Fact::Field::low_count:
            return count_by_chance(*of, of->range_low);
        case Fact::Field::high_count:
            return count_by_chance(*of, of->range_high);
        default:
            return of->value;
    }
}

}  // namespace maillage::report
