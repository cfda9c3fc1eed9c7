#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/metrics/metric.hpp>
#include <maillage/report/facts.hpp>
#include <maillage/report/report.hpp>

namespace maillage::report {

/// The records of a document as a table: a line for each metric and key, a column for each view.
struct Table {
    struct Line {
        std::string_view key;
        std::vector<const metrics::Estimate*> records;  ///< Per view; null where there is none.
    };
    struct Group {
        const metrics::Metric* metric;
        std::vector<Line> lines;  ///< By key; the headline, whose key is empty, comes first.
    };
    std::vector<View> views;
    std::vector<Group> groups;  ///< By dynamic, then by the number of the entry.

    [[nodiscard]] std::size_t size() const;
};

[[nodiscard]] Table make_table(const Document& document, const Options& options);
/// Leaves out lines until at most `most` are left, but never a last metric: keyed lines first,
/// those that say least and the longest lists before others, then whole metrics, so that every room
/// that has a headline keeps one as long as there is room. Returns how many went.
std::size_t shorten(Table& table, std::size_t most);

/// The metrics that the table shows unasked, the first to stay when room is short first.
[[nodiscard]] std::span<const std::string_view> headlines();
/// Whether the table shows a metric: the usual ones, or those asked for.
[[nodiscard]] bool is_shown(std::string_view metric, const Document& document,
                            const Options& options);
/// The metrics by dynamic, then by the number of their entry.
[[nodiscard]] std::vector<const metrics::Metric*> metrics_in_order();
/// What a line is worth when room is short: headlines, 0; lists of kinds, stages and sizes; other
/// measures; crossings of two names.
[[nodiscard]] int rank_of(std::string_view key);

/// What ends every table: one figure read aloud, who is counted, where it comes from, the notes.
[[nodiscard]] std::vector<std::string> foot_of(const Document& document, const Table& table);

/// What must be said beside the values: "Note : ... [M401]".
[[nodiscard]] std::vector<std::string> notes_of(const Document& document);

/// "Pays simulé (données simulées)": what a view is called.
[[nodiscard]] std::string name_of(const View& view, const Document& document);
/// The name and period of a view beside others: only what tells it from them.
[[nodiscard]] std::string head_of(const View& view, const Table& table, const Document& document);

}  // namespace maillage::report
