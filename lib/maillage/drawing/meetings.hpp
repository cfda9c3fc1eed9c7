#pragma once

#include <cstdint>
#include <vector>

#include <maillage/drawing/lists.hpp>
#include <maillage/drawing/scene.hpp>

namespace maillage::drawing {

/// How the meetings of a window are dealt to tickets, from the finest to the coarsest.
enum class Tickets : std::uint8_t { meetings, series, months, years };

/// How actors are dealt to symbols, from the finest to the coarsest.
enum class Attendees : std::uint8_t {
    each,           ///< All of them one by one.
    who_came,       ///< Those who never came by kind.
    who_came_back,  ///< Those who came once by ticket and kind, too.
    by_times        ///< By kind and by how often they came.
};

/// The meetings of a window and who came. Tickets are the alliances of the scene, oldest first.
struct MeetingScene {
    Scene scene;
    std::vector<ListRow> rows;  ///< Of the tickets: date, name, actors who came.
    std::int64_t came_once = 0, elsewhere = 0;
    std::int64_t series = 0, in_series = 0;  ///< Names that come again, and meetings of these.
    std::int64_t without_sheet = 0;          ///< Meetings at which nobody was noted.
    std::int64_t undated = 0;                ///< Meetings of the window without a date.
};

/// The finest tickets of which there are no more than `most`.
[[nodiscard]] Tickets tickets_for(const metrics::Scope& scope, std::size_t most);

/// Makes symbols and tickets, natural persons merged as `options` say.
///
/// Cost     O(n log n + attendances).
[[nodiscard]] MeetingScene make_meetings(const metrics::Scope& scope, const privacy::Naming& naming,
                                         const MapOptions& options, Tickets tickets,
                                         Attendees attendees, std::size_t most);

/// Where symbols, then tickets are wished, from -1 to 1 across and up: tickets on a ring, clockwise
/// from the top; inside, the more often an actor came the nearer to the middle; outside, beside
/// its ticket, who came to one only.
[[nodiscard]] std::vector<Point> ring_of_meetings(const Scene& scene);

}  // namespace maillage::drawing
