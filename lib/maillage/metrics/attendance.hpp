#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <maillage/graph/incidence.hpp>

namespace maillage::metrics {

class Scope;

/// Without a declared perimeter, a list of which 95 % or more came was made of those who came.
[[nodiscard]] bool is_made_of_attendees(const Scope& scope);

/// Members of a meeting who came to no other of the network.
[[nodiscard]] std::int64_t only_at(const graph::Incidence& meetings, std::size_t meeting);

/// Who came to a set of meetings, and how often.
///
/// Shapes   One row per distinct attendee, by actor.
/// Cost     O(a log a) time and O(a) memory for a attendances, whatever the number of actors known.
class Attendance {
  public:
    struct Visitor {
        graph::Vertex actor;
        std::uint32_t times;
    };
    Attendance(const graph::Incidence& incidence, std::span<const std::uint32_t> meetings);

    [[nodiscard]] const std::vector<Visitor>& visitors() const { return visitors_; }
    [[nodiscard]] std::size_t size() const { return visitors_.size(); }
    /// Position of an attendee among the visitors; `size()` when it did not come.
    [[nodiscard]] std::size_t position(graph::Vertex actor) const;
    [[nodiscard]] std::uint32_t times(graph::Vertex actor) const;

  private:
    std::vector<Visitor> visitors_;
};

}  // namespace maillage::metrics
