#include "tools/two_windows.hpp"

#include <algorithm>
#include <string_view>

#include <maillage/base/error.hpp>

namespace maillage::tools {

using metrics::TwoWindows;

namespace {

base::Date date_of(Option option, const std::string& typed, std::string_view part) {
    const base::DateReading reading = base::read_date(part);
    if (reading.outcome != base::DateReading::Outcome::read)
        throw base::UsageError(
            {"U007", {std::string(text_of(option).word), base::excerpt_of(typed)}, {}});
    return reading.date;
}

/// `2019`, or the first and last day `2019-01-01/2019-06-30`.
metrics::Calendar::Window window(const Arguments& arguments, Option option) {
    const std::string typed = *arguments.value(option);
    const std::string_view text = typed;
    const std::size_t slash = std::min(text.find('/'), text.size());
    // Days may be written 14/03/2021, with slashes of their own.
    const bool is_range = text.size() - slash > 1 && slash >= 4;
    const base::Date first = date_of(option, typed, is_range ? text.substr(0, slash) : text);
    const base::Date last = is_range ? date_of(option, typed, text.substr(slash + 1)) : first;
    if (first.first() > last.last())
        throw base::UsageError({"U020", {base::iso(first.first()), base::iso(last.last())}, {}});
    return metrics::window_of(first.first(), last.last());
}

}  // namespace

std::optional<TwoWindows> windows_asked(const Arguments& arguments) {
    if (!arguments.has(Option::before) && !arguments.has(Option::after)) return std::nullopt;
    for (const auto& [one, other] :
         {std::pair(Option::before, Option::after), std::pair(Option::after, Option::before)})
        if (!arguments.has(other))
            throw base::UsageError(
                {"U028", {std::string(text_of(one).word), std::string(text_of(other).word)}, {}});
    TwoWindows two{window(arguments, Option::before), window(arguments, Option::after)};
    if (*two.before.last >= *two.after.first)
        throw base::UsageError({"U034", {two.before.period, two.after.period}, {}});
    return two;
}

void check_observed(const TwoWindows& windows, const model::Dataset& data,
                    const metrics::Request& request) {
    const auto as_of = metrics::calendar(data, request).as_of;
    if (as_of && *windows.after.first > *as_of)
        throw base::UsageError({"U036", {windows.after.period, base::iso(*as_of)}, {}});
}

}  // namespace maillage::tools
