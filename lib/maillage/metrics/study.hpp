#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include <maillage/graph/incidence.hpp>
#include <maillage/graph/ranges.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/model/dataset.hpp>

namespace maillage::metrics {

/// What is known of a relation at the date of the data. No end is unknown, not running: without a
/// sign of life for `silent_months` a relation is silent.
enum class Life : std::uint8_t { planned, running, silent, ended };

/// One family of relations, ready to be counted: what `--only`, the rule on legal ties and a
/// deletion leave, with its incidence (present attendees, distinct parties, members).
struct Family {
    graph::Incidence incidence;
    std::vector<std::uint8_t> kept;  ///< Per relation; those left out have no member either.
    std::uint64_t left_out = 0;      ///< By the rule on legal ties.
    graph::Incidence places;         ///< Relations x territories.
    bool has_places = false;         ///< The table has a column `territory`.
    std::vector<Life> life;          ///< Empty when the dataset has no date, and for events.
    std::vector<std::optional<base::Day>> last_sign;  ///< Beside `life`.
};

/// What the views of a request share, made once from the dataset.
///
/// Cost     O(rows) time and memory.
class Study {
  public:
    Study(const model::Dataset& data, const Request& request);

    const model::Dataset& data;
    const Request& request;
    std::optional<base::Day> as_of;
    std::uint32_t replicates;  ///< Draws of each null model; 0: no comparison.
    Family events, partnerships, experiments;

    /// When each actor came to a meeting for the first time, over the whole dataset; plans (after
    /// the date of the data) left out. A day is that by which it is certain.
    struct FirstMeetings {
        static constexpr base::Day never = std::numeric_limits<base::Day>::max();
        std::vector<base::Day> day;         ///< Per actor; `never` for those who did not come.
        std::optional<base::Day> earliest;  ///< Of the dated meetings.
        std::uint32_t attendees = 0;        ///< Actors who came at least once.
    };
    FirstMeetings first_meetings;
    /// True when something is recorded before that day: else nobody can be called new on it.
    [[nodiscard]] bool has_past_before(base::Day day) const;

    /// False when a deletion, or the actors of the request, leave the actor out.
    [[nodiscard]] bool is_recorded(model::ActorId actor) const {
        return actors_deleted_.empty() || actors_deleted_[actor.index] == 0;
    }
    /// False when a deletion took out the attendee, or the sheet that it is on.
    [[nodiscard]] bool is_noted(const model::Attendee& attendee, std::size_t event) const {
        const bool on_sheet = attendee.actor != data.events.rows[event].convenor;
        const bool lost = !sheets_deleted_.empty() && sheets_deleted_[event] != 0;
        return is_recorded(attendee.actor) && !(lost && on_sheet);
    }
    /// Every actor but those that are left out.
    [[nodiscard]] graph::Ranges recorded_actors() const;

    /// A territory closed under its descendants by any parent, as ranges of territories.
    [[nodiscard]] graph::Ranges territories_of(model::TerritoryId territory) const;
    /// The recorded actors seated in a set of territories.
    [[nodiscard]] graph::Ranges seated_in(const graph::Ranges& territories) const;

  private:
    model::Lists<std::uint32_t> secondary_children_;  ///< Per territory: children by other parents.
    std::vector<std::uint8_t> actors_deleted_, sheets_deleted_;  ///< Empty: none.

    void delete_rows(const Deletion& deletion);
    void leave_out_all_but(const graph::Ranges& actors);
    [[nodiscard]] graph::Ranges recorded(graph::Ranges actors) const;
    void read_secondary_children();
    void read_first_meetings();
    void judge_partnerships();
    void judge_experiments();
};

/// Months before a day, the day of the month kept where it exists, else the last of the month.
[[nodiscard]] base::Day months_before(base::Day day, int months);

}  // namespace maillage::metrics
