#include <algorithm>

#include <maillage/metrics/attendance.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

bool is_made_of_attendees(const Scope& scope) {
    if (scope.data.settings.perimeter) return false;
    const std::uint64_t listed = scope.study.recorded_actors().size();
    return std::uint64_t{100} * scope.study.first_meetings.attendees >= 95 * listed;
}

std::int64_t only_at(const graph::Incidence& meetings, std::size_t meeting) {
    return std::ranges::count_if(meetings.members(meeting), [&](graph::Vertex actor) {
        return meetings.relations_of(actor).size() == 1;
    });
}

Attendance::Attendance(const graph::Incidence& incidence, std::span<const std::uint32_t> meetings) {
    std::vector<graph::Vertex> present;
    for (const std::uint32_t meeting : meetings) {
        const auto members = incidence.members(meeting);
        present.insert(present.end(), members.begin(), members.end());
    }
    std::ranges::sort(present);
    for (const graph::Vertex actor : present) {
        if (visitors_.empty() || visitors_.back().actor != actor) visitors_.push_back({actor, 0});
        ++visitors_.back().times;
    }
}

std::size_t Attendance::position(graph::Vertex actor) const {
    const auto found = std::ranges::lower_bound(visitors_, actor, {}, &Visitor::actor);
    if (found == visitors_.end() || found->actor != actor) return size();
    return static_cast<std::size_t>(found - visitors_.begin());
}

std::uint32_t Attendance::times(graph::Vertex actor) const {
    const std::size_t at = position(actor);
    return at == size() ? 0 : visitors_[at].times;
}

}  // namespace maillage::metrics
