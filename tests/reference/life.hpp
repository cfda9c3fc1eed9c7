#pragma once

#include "reference/reference.hpp"

namespace maillage::reference {

/// What is known of a partnership at the date of the data, from the definition alone.
struct Signs {
    bool planned = false, ended = false, silent = false;
    std::optional<Day> last;  ///< Last sign of life.
};
[[nodiscard]] Signs signs_of(const Question& q, std::uint32_t partnership);
/// The same of a project; `ended` leaves its stages aside, but what was abandoned is not silent.
[[nodiscard]] Signs signs_of_project(const Question& q, std::uint32_t project);

/// A partnership runs on that day, were its end the one given.
[[nodiscard]] bool runs_on(const Date& start, const Date& end, Day day);

/// The partnerships among these that start in the window, their start being known.
[[nodiscard]] std::vector<std::uint32_t> started(const Question& q,
                                                 const std::vector<std::uint32_t>& partnerships);

}  // namespace maillage::reference
