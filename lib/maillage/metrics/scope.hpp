#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>
#include <maillage/metrics/coincidence.hpp>
#include <maillage/metrics/study.hpp>

namespace maillage::metrics {

/// A territory under one attribution: who belongs to it and which relations are its own. Made once
/// per territory, shared by all its windows. Relations are row numbers, sorted.
class TerritoryView {
  public:
    TerritoryView(const Study& study, model::TerritoryId territory);

    const Study& study;
    model::TerritoryId territory;  ///< Unknown: `*`, everything.
    graph::Ranges seats;           ///< Actors seated in the territory.

    struct Part {
        Attribution attribution = Attribution::seat;
        bool answerable = true;  ///< False: `place` was asked of a table without that column.
        std::vector<std::uint32_t> relations;
        graph::Ranges actors;  ///< V of the family: seats, parties, or both.
    };
    Part events, partnerships, experiments;
    /// Partnerships with fewer than two known parties: only sizes and helices count them.
    std::vector<std::uint32_t> lone_partnerships;

    [[nodiscard]] std::string_view id() const;
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] std::string_view level() const;
};

/// One territory in one window: what a metric is computed for.
class Scope {
  public:
    Scope(const TerritoryView& view, const Calendar::Window& window);

    const TerritoryView& view;
    const Study& study;
    const model::Dataset& data;
    const Calendar::Window& window;
    /// Last day whose state is described: of the window, not after the date of the data. Absent in
    /// a dataset without dates.
    std::optional<base::Day> last_day;

    /// Years of the window up to the date of the data: calendar years when they are whole, else
    /// days over 365.25. Absent without dates, or when the window begins after that date.
    [[nodiscard]] std::optional<double> observed_years() const;

    /// Relations of the territory whose date (start) lies in the window for certain; all of them
    /// when the window is everything. What lies across its edge, or after the date of the data, is
    /// left out; the former is counted in `undetermined`.
    struct Selection {
        std::vector<std::uint32_t> relations;
        std::uint64_t undetermined = 0;
        std::uint64_t undated = 0;
    };
    Selection events, new_partnerships, new_experiments;
    /// Partnerships that run on some day of the window.
    std::vector<std::uint32_t> running_partnerships;

    /// True when the relation may run on some day of the window.
    [[nodiscard]] bool runs(const model::Relation& relation) const;

    /// Members of V of the events who came to one of them in the window.
    [[nodiscard]] const graph::Ranges& attendees() const;
    /// The events of the window with these attendees, both numbered from 0: relations as in
    /// `events.relations`, vertices by rank in `attendees`.
    [[nodiscard]] const graph::Incidence& meetings() const;
    /// The partnerships running in the window with their parties in V, both numbered from 0:
    /// relations as in `running_partnerships`, vertices by rank in `view.partnerships.actors`.
    [[nodiscard]] const graph::Incidence& alliances() const;
    /// Its simple projection: pairs of actors of V that share one of these partnerships.
    [[nodiscard]] const graph::CompressedGraph& ties() const;
    /// What coincidence would make of `meetings`, inside each territory and year.
    [[nodiscard]] const Coincidence& meetings_by_chance() const;
    /// What coincidence would make of `alliances`, inside each territory.
    [[nodiscard]] const Coincidence& alliances_by_chance() const;
    /// What coincidence would make of a table of this scope; `name` makes its draws its own.
    [[nodiscard]] Coincidence by_chance(const TwoModeTable& table, std::string_view name) const;
    /// Kinds of the vertices of `alliances` and `ties`.
    [[nodiscard]] std::vector<model::Kind> kinds_of_vertices() const;

    /// True when the actor exists on some day of the window.
    [[nodiscard]] bool is_active(std::uint32_t actor) const;
    /// Actors of V of the family that exist in the window.
    [[nodiscard]] std::vector<std::uint32_t> active(const graph::Ranges& actors) const;

  private:
    // Made when first asked; a scope belongs to one thread.
    mutable std::optional<graph::Ranges> attendees_;
    mutable std::optional<graph::Incidence> meetings_, alliances_;
    mutable std::optional<graph::CompressedGraph> ties_;
    mutable std::optional<Coincidence> meetings_by_chance_, alliances_by_chance_;

    template <class Table>
    [[nodiscard]] Selection select(const std::vector<std::uint32_t>& relations,
                                   const Table& table) const;
    [[nodiscard]] std::optional<bool> lies_within(const model::Date& date) const;
};

/// True when a relation has certainly ended before that day begins.
[[nodiscard]] bool is_over(const model::Relation& relation, base::Day day);

/// True when a relation may run on that day: started or of unknown start, not certainly ended.
[[nodiscard]] bool runs_on(const model::Relation& relation, base::Day day);

}  // namespace maillage::metrics
