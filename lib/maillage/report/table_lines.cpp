// Which records stand in the table, and in which order.

#include <algorithm>
#include <array>
#include <map>

#include <maillage/report/table.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

using metrics::Estimate;

/// Indices and rates are for who asks.
constexpr std::array<std::string_view, 21> shown_unasked{"actor_count",
                                                         "dialogue_event_count",
                                                         "dialogue_kind_diversity",
                                                         "dialogue_lapsed",
                                                         "dialogue_reach",
                                                         "dialogue_renewal",
                                                         "dialogue_cohesion",
                                                         "dialogue_three_sphere_share",
                                                         "emergence_active_count",
                                                         "emergence_cohesion",
                                                         "emergence_cross_kind_share",
                                                         "emergence_new_count",
                                                         "emergence_party_sizes",
                                                         "emergence_repeat_pair_share",
                                                         "emergence_seededness",
                                                         "emergence_silent",
                                                         "experiments_count",
                                                         "experiments_support_fit",
                                                         "fragility_articulation",
                                                         "kind_diversity_registry",
                                                         "stake_chain"};

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
    if (key.empty() || key == "kinds_at_least=2") return 0;
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
    // Last, metrics go whole, those of the end first.
    while (table.size() > most && table.groups.size() > 1) {
        left_out += table.groups.back().lines.size();
        table.groups.pop_back();
    }
    std::erase_if(table.groups, [](const Table::Group& group) { return group.lines.empty(); });
    return left_out;
}

}  // namespace maillage::report
