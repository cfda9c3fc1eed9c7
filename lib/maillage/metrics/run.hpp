#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/base/date.hpp>
#include <maillage/graph/ranges.hpp>
#include <maillage/metrics/deletion.hpp>
#include <maillage/metrics/estimate.hpp>
#include <maillage/model/dataset.hpp>

namespace maillage::metrics {

/// `--only COLUMN=VALUE`: keeps the relations whose column holds the value; families of relations
/// without such a column in the format are left whole.
struct Filter {
    std::string column;  ///< source, type, themes or intensity.
    std::string value;
};

enum class Breakdown : std::uint8_t { none, by_year };
enum class Detail : std::uint8_t { summary, rows };

/// Everything a computation may be asked.
struct Request {
    std::vector<model::TerritoryId> territories{model::TerritoryId{}};  ///< Unknown id: `*`.
    /// Ids; empty: the whole catalogue, but for what is given by name only (metric.hpp).
    std::vector<std::string> metrics;
    /// Only these actors are looked at, alone and in their relations; absent: all.
    std::optional<graph::Ranges> actors;
    std::optional<base::Day> from, to;  ///< Both inclusive; absent: the default window.
    Breakdown breakdown = Breakdown::none;
    std::optional<base::Day> as_of;  ///< Absent: settings, then the latest date of the data.
    std::optional<base::Day> observed_from;
    Attribution attribution = Attribution::standard;
    bool include_legal_ties = false;
    int silent_months = 12;
    int lapsed_months = 6;
    int washout_months = 12;  ///< First months of records, whose pairs enter no cohort.
    /// What makes a project an innovation (X9): territories where others run it, or percent of its
    /// sites (two or more) that others run.
    int innovation_territories = 3, innovation_percent = 50;
    int valley_percent = 80;  ///< Public share above which a project that spread is in the valley.
    std::vector<Filter> only;
    std::optional<Deletion> deletion;  ///< A part of the records taken out at random.
    Detail detail = Detail::summary;
    /// Draws of the null model beside which figures are set; 0: none. Absent: 999, but none for
    /// more than 50 views (territories times windows), which is said by a note.
    std::optional<std::uint32_t> replicates;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    /// How an actor is written in keys: its id, or a pseudonym for natural persons.
    std::function<std::string(model::ActorId)> actor_label;
};

/// The windows a request stands for, and the date of the data.
struct Calendar {
    std::optional<base::Day> as_of;  ///< Absent when the dataset has no date.
    struct Window {
        std::optional<base::Day> first, last;  ///< Absent: everything.
        std::string period;                    ///< As in Estimate.
    };
    std::vector<Window> windows;
};
[[nodiscard]] Calendar calendar(const model::Dataset& data, const Request& request);

/// The draws that a request stands for.
[[nodiscard]] std::uint32_t replicates_of(const Request& request, const Calendar& calendar);

/// Computes the values of a request.
///
/// Random   Compared figures depend on `seed` and `replicates`; all others on none.
/// Errors   UsageError for an unknown metric or a window that ends before it starts.
/// Cost     About one pass over the relations of each territory and window, and some ten over the
///          memberships for every draw; views are independent and run in parallel. Same bytes on
///          any number of threads.
[[nodiscard]] Values compute(const model::Dataset& data, const Request& request);

}  // namespace maillage::metrics
