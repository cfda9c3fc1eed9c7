#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/privacy/citizens.hpp>
#include <maillage/privacy/naming.hpp>
#include <maillage/report/actor_columns.hpp>
#include <maillage/report/report.hpp>

// One line per actor: what `maillage actors` prints.
namespace maillage::report {

/// What is asked of the table of actors.
struct ActorQuestion {
    privacy::Citizens citizens = privacy::Citizens::automatic;
    std::vector<model::Kind> kinds;     ///< Empty: all.
    const ActorColumn* sort = nullptr;  ///< None: by kind, then by name.
    std::vector<std::string> metrics;   ///< Columns of these metrics only; empty: all.
    bool usual = false;                 ///< Only what a table to be read shows.
    std::size_t top = 0;                ///< First lines of the order; 0: all.
};

/// One line per actor. Natural persons stand merged by kind and seat, one line with their number,
/// counted as one: a meeting to which three of them came is one. What is said of single places in
/// the network is then undefined, `persons_merged`.
struct ActorTable {
    struct Cell {
        std::optional<double> number;  ///< Of a date, its last day.
        std::string text;              ///< Of names, words (a code) and dates (ISO).
        std::string_view reason;       ///< Why there is neither.
    };
    struct Row {
        model::Kind kind = model::Kind::other;
        bool elsewhere = false;     ///< Seated outside the territory, in something of it.
        std::uint32_t persons = 0;  ///< Merged in this line; 0: one actor.
        std::vector<Cell> cells;    ///< Beside `columns`.
    };
    std::vector<const ActorColumn*> columns;
    std::vector<Row> rows;
    std::size_t left_out = 0;    ///< By `top`.
    std::string_view sorted_by;  ///< A column; empty: by kind, which then stand together.
    bool by_metric = false;      ///< Columns of some metrics only.
    /// Actors seated here by kind, and those seated elsewhere; persons one by one, `top` or not.
    std::array<std::int64_t, model::kinds.size()> found{};
    std::int64_t found_elsewhere = 0;
    metrics::Values values;  ///< No record; the notes of those that were pivoted.

    [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;
};

/// Errors   UsageError for a metric without record `actor=`, with the nearest.
void check_actor_metrics(std::span<const std::string> ids);

/// Computes the records `actor=` of the metrics asked and turns them into one line per actor, with
/// the plain counts of `metrics::ActorCounter`. `request`: one territory, one window; its metrics,
/// detail, draws and labels are set here. On much data metrics that take long are left out unless
/// asked for by name, and a note says so.
///
/// Order    Those seated elsewhere last, by kind, name and id; or by a column, texts from A,
/// numbers from the largest, days from
///          the oldest, what is undefined last.
/// Errors   As `check_actor_metrics`.
[[nodiscard]] ActorTable actor_table(const model::Dataset& data, metrics::Request request,
                                     const privacy::Naming& naming, base::Language language,
                                     const ActorQuestion& question);

/// `table`, `md`, `csv`, `json` or `xlsx`. `document`: of the same dataset and request, with
/// `table.values`.
///
/// Errors   UsageError for another format; those of `Workbook`.
[[nodiscard]] std::string write_actors(const Document& document, const ActorTable& table,
                                       const Options& options);

}  // namespace maillage::report
