#pragma once

// Slow references: each metric once more, written from its formula alone with naive loops and sets,
// sharing nothing with the engine but the dataset.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <maillage/metrics/run.hpp>
#include <maillage/model/dataset.hpp>

namespace maillage::reference {

using base::Day;
using model::Date;
using Members = std::set<std::uint32_t>;

/// One territory in one window, resolved naively. Relations and actors are row numbers.
struct Question {
    Question(const model::Dataset& data, const metrics::Request& request,
             model::TerritoryId territory, const metrics::Calendar::Window& window,
             std::optional<Day> as_of);

    const model::Dataset& data;
    const metrics::Request& request;
    model::TerritoryId territory;   ///< Unknown: `*`.
    std::optional<Day> first;       ///< First day of the window; absent: everything.
    std::optional<Day> last;        ///< Its last day, not after as_of.
    std::optional<Day> uncut_last;  ///< Its last day, as asked.
    std::optional<Day> as_of;

    Members seats;  ///< Actors seated in the territory or below it.
    /// Relations of the territory under the attribution that applies, legal ties and what `--only`
    /// leaves out taken away; partnerships of two parties or more.
    std::vector<std::uint32_t> events, partnerships, experiments;
    std::vector<std::uint32_t> lone_partnerships;
    /// V of each dynamic.
    Members dialogue_actors, emergence_actors, experiment_actors;
    /// All kept relations of the dataset, for metrics that look beyond the territory.
    std::vector<std::uint32_t> all_events, all_partnerships, all_experiments;

    [[nodiscard]] Members attendees(std::uint32_t event) const;  ///< Present ones.
    [[nodiscard]] Members parties(std::uint32_t partnership) const;
    [[nodiscard]] Members members(std::uint32_t experiment) const;
    [[nodiscard]] bool active(std::uint32_t actor) const;
    /// The whole interval of the date lies in the window.
    [[nodiscard]] bool in_window(const Date& date) const;
    /// A partnership runs on some day of the window.
    [[nodiscard]] bool runs_in_window(std::uint32_t partnership) const;
    [[nodiscard]] std::string_view kind(std::uint32_t actor) const;
};

/// (metric, key) -> value; nothing where the value is undefined.
using Answers = std::map<std::pair<std::string, std::string>, std::optional<double>>;

/// The references by name of entry: `<room>_<file>`.
const std::map<std::string_view, Answers (*)(const Question&)>& all();

}  // namespace maillage::reference
