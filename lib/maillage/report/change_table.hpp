#pragma once

#include <string>
#include <vector>

#include <maillage/report/changes.hpp>
#include <maillage/report/facts.hpp>
#include <maillage/report/grid.hpp>

namespace maillage::report {

/// The territories of the changes, `*` first.
[[nodiscard]] std::vector<View> views_of_changes(const metrics::Changes& changes);

/// The changes of one territory: a line for each figure, with its value at both dates, the change,
/// its bounds, what of it is composition, and the change at constant perimeter.
[[nodiscard]] Grid make_change_grid(const ChangeDocument& changes, const Options& options,
                                    const View& view);

/// The marks and columns of that table in words, with the number of actors of the constant
/// perimeter.
[[nodiscard]] std::string columns_in_words(const ChangeDocument& changes,
                                           std::string_view territory);

}  // namespace maillage::report
