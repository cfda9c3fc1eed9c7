#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <maillage/metrics/run.hpp>

namespace maillage::metrics {

/// All the actors of each date, or only those known (active) at both.
enum class Perimeter : std::uint8_t { full, constant };
inline constexpr std::array<std::string_view, 2> perimeter_codes{"full", "constant"};

/// One figure at two dates (docs/method/comparing_dates.md).
///
/// Shapes     `before` and `after` are the records of the two windows, as `report` gives them; one
///            may be absent.
/// Units      `change` and its parts and limits in the unit of the figure.
/// Undefined  A side without value: its status and reason. A record on one side only, or units that
///            differ: undefined, `not_comparable`.
struct Change {
    Perimeter perimeter = Perimeter::full;
    std::optional<Estimate> before, after;
    std::optional<double> change;
    std::optional<double> range_low, range_high;
    std::optional<double> ci_low, ci_high;
    std::string_view ci_method;
    std::optional<double> z;
    std::optional<double> composition, mixing;  ///< Add up to `change`.
    Status status = Status::ok;
    std::string_view reason;

    /// Names the figure: metric, territory, key...
    [[nodiscard]] const Estimate& record() const { return after ? *after : *before; }
};

/// Sorted by metric, territory (`*` first), key, perimeter; and what must be said beside them.
struct Changes {
    Calendar::Window before, after;
    std::vector<Change> rows;
    std::vector<base::Message> notes;
};

/// The id under which the stocks, the flows and the map of two dates are told, when no metric was
/// named.
inline constexpr std::string_view map_difference_id = "change_map_difference";

/// What a request (its own window left aside) gives before and after, and the change.
///
/// Conventions  Figures are not set beside coincidence here: `replicates` and `seed` are those of
///              the paired bootstrap, on the rows at constant perimeter of emergence_density,
///              emergence_degree and emergence_ei_index.
/// Errors       UsageError for an unknown metric.
/// Cost         Four times that of `compute` without draws.
[[nodiscard]] Changes changes(const model::Dataset& data, const Request& request,
                              const Calendar::Window& before, const Calendar::Window& after);

/// Two windows for a question that names none: the last two whole years up to the date of the data.
/// Nothing when the dated rows do not hold two whole years.
struct TwoWindows {
    Calendar::Window before, after;
};
[[nodiscard]] std::optional<TwoWindows> last_two_years(const model::Dataset& data,
                                                       const Request& request);
/// A window of days, both included, with its name.
[[nodiscard]] Calendar::Window window_of(base::Day first, base::Day last);

}  // namespace maillage::metrics
