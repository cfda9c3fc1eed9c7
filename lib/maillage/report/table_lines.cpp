// Which records stand in the table, and in which order.

#include <algorithm>
#include <array>
#include <map>

#include <maillage/report/table.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

using metrics::Estimate;

/// What the table shows when nothing more was asked, the first to stay first: every room has a line
/// before any has three. Indices and rates are for who asks.
constexpr auto shown_unasked = std::to_array<std::string_view>({"dialogue_reach",
                                                                "emergence_active_count",
                                                                "experiments_count",
                                                                "emergence_seededness",
                                                                "dialogue_three_sphere_share",
                                                                "fragility_articulation",
                                                                "actor_count",
                                                                "source_coverage",
                                                                "impact_documented_share",
                                                                "emergence_silent",
                                                                "experiments_support_fit",
                                                                "emergence_cross_kind_share",
                                                                "dialogue_lapsed",
                                                                "emergence_new_count",
                                                                "dialogue_kind_diversity",
                                                                "dialogue_event_count",
                                                                "evaluation_mode_share",
                                                                "complementarity_group",
                                                                "emergence_repeat_pair_share",
                                                                "emergence_cohesion",
                                                                "dialogue_cohesion",
                                                                "dialogue_renewal",
                                                                "emergence_party_sizes",
                                                                "kind_diversity_registry",
                                                                "stake_chain"});

/// Where a group stands among what should stay; those that are no headline come last.
std::ptrdiff_t place_of(const Table::Group& group) {
    return std::ranges::find(shown_unasked, group.metric->id) - shown_unasked.begin();
}

/// "D16" stands after "D2".
int number_of(std::string_view code) {
    int number = 0;
    for (const char c : code)
        if (c >= '0' && c <= '9') number = 10 * number + (c - '0');
    return number;
}

std::size_t count_of_rank(const Table::Group& group, int rank) {
    return static_cast<std::size_t>(std::ranges::count_if(
        group.lines, [&](const Table::Line& line) { return rank_of(line.key) == rank; }));
}

}  // namespace

std::span<const std::string_view> headlines() {
    return shown_unasked;
}

bool is_shown(std::string_view metric, const Document& document, const Options& options) {
    const auto& asked = document.request.metrics;
    return options.details || !options.section.empty() ||
           std::ranges::find(asked, metric) != asked.end() ||
           std::ranges::find(shown_unasked, metric) != shown_unasked.end();
}

std::vector<const metrics::Metric*> metrics_in_order() {
    std::vector<const metrics::Entry*> entries(metrics::catalogue().begin(),
                                               metrics::catalogue().end());
    std::ranges::stable_sort(entries, {},
                             [](const metrics::Entry* entry) { return number_of(entry->code); });
    std::vector<const metrics::Metric*> all;
    for (const metrics::Entry* entry : entries)
        for (const metrics::Metric& metric : entry->metrics) all.push_back(&metric);
    std::ranges::stable_sort(all, {}, &metrics::Metric::dynamic);
    return all;
}

int rank_of(std::string_view key) {
    constexpr std::array<std::string_view, 3> told{"measure=new", "measure=once",
                                                   "measure=relations"};
    if (key.empty() || key == "kinds_at_least=2" || key == "measure=two_modes") return 0;
    if (key.find(';') != std::string_view::npos || key.starts_with("kinds=")) return 3;
    const bool is_told = !key.starts_with("measure=") || key.starts_with("measure=missing_") ||
                         std::ranges::find(told, key) != told.end();
    return is_told ? 1 : 2;
}

std::size_t Table::size() const {
    std::size_t lines = 0;
    for (const Group& group : groups) lines += group.lines.size();
    return lines;
}

Table make_table(const Document& document, const Options& options) {
    Table table;
    table.views = views_of(document.values);
    std::map<std::string_view, std::map<std::string_view, Table::Line>> lines;
    std::size_t view = 0;
    for (const Estimate& record : document.values.rows) {
        if (!is_wanted(record, options) || !is_shown(record.metric, document, options)) continue;
        // Records and views stand in the same order, once for each metric.
        const View of{record.territory, {}, {}, record.period};
        for (std::size_t tried = 0; !(table.views[view] == of) && tried < table.views.size();
             ++tried)
            view = (view + 1) % table.views.size();
        Table::Line& line = lines[record.metric][record.key];
        line.key = record.key;
        line.records.resize(table.views.size());
        line.records[view] = &record;
    }
    for (const metrics::Metric* metric : metrics_in_order()) {
        const auto found = lines.find(metric->id);
        if (found == lines.end()) continue;
        auto& group = table.groups.emplace_back();
        group.metric = metric;
        for (auto& [key, line] : found->second) group.lines.push_back(std::move(line));
    }
    return table;
}

std::size_t shorten(Table& table, std::size_t most) {
    std::size_t left_out = 0;
    for (const int rank : {3, 2, 1}) {
        std::vector<Table::Group*> groups;
        for (Table::Group& group : table.groups) groups.push_back(&group);
        std::ranges::stable_sort(groups, std::greater{}, [&](const Table::Group* group) {
            return count_of_rank(*group, rank);
        });
        for (Table::Group* group : groups) {
            if (table.size() <= most) break;
            left_out += std::erase_if(
                group->lines, [&](const Table::Line& line) { return rank_of(line.key) == rank; });
        }
    }
    // Last, metrics go whole, the last of the headlines first; of equals those of the end.
    while (table.size() > most && table.groups.size() > 1) {
        auto last = table.groups.begin();
        for (auto group = last; group != table.groups.end(); ++group)
            if (place_of(*group) >= place_of(*last)) last = group;
        left_out += last->lines.size();
        table.groups.erase(last);
    }
    std::erase_if(table.groups, [](const Table::Group& group) { return group.lines.empty(); });
    return left_out;
}

}  // namespace maillage::report
