#include <algorithm>
#include <array>

#include <maillage/graph/islands.hpp>
#include <maillage/metrics/attendance.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_cohesion",
    .dynamic = Dynamic::dialogue,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Dialogue d’un seul tenant", "Dialogue in one piece"},
    .question = {"Une seule conversation ou des îlots ?", "One conversation or islands?"},
    .definition = {"Part des paires de participants reliées de rencontre en rencontre : somme des "
                   "s(s-1) sur n(n-1), s taille de chaque îlot, n participants de la période. "
                   "measure=components : îlots ; giant_share : part du plus grand ; "
                   "giant_share_of_eligible : part des acteurs du territoire réunis dans un même "
                   "îlot. Indéfini pour moins de deux participants.",
                   "Share of the pairs of attendees linked from meeting to meeting: sum of s(s-1) "
                   "over n(n-1), s size of each island, n attendees of the window. "
                   "measure=components: islands; giant_share: share of the largest; "
                   "giant_share_of_eligible: share of the actors of the territory in one island. "
                   "Undefined under two attendees."},
    .reading = {"{0} îlots ; le plus grand réunit {1} participants.",
                "{0} islands; the largest holds {1} attendees."},
    .limits = {"Une seule assemblée plénière relie tout le monde.",
               "One plenary assembly links everyone."},
    .source = "Krackhardt 1994"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_cohesion";

/// What the measures are made of.
struct Cohesion {
    std::int64_t people = 0, linked = 0, islands = 0;
    std::int64_t largest = 0;   ///< People of the largest island.
    std::int64_t together = 0;  ///< Eligible actors in one island, at most.
};

/// The two largest, so that one of them can be left out.
struct Largest {
    std::int64_t first = 0, second = 0;
    void see(std::int64_t value) {
        second = std::max(second, std::min(first, value));
        first = std::max(first, value);
    }
    [[nodiscard]] std::int64_t but(std::int64_t value) const {
        return value == first ? second : first;
    }
};

/// The islands of the meetings, in all and without any one meeting.
class Dialogue {
  public:
    Dialogue(const graph::Incidence& meetings, std::span<const std::uint8_t> eligible)
        : meetings_(meetings), islands_(meetings, eligible) {
        for (const graph::Island& island : islands_.all()) {
            members_.see(island.members);
            marked_.see(island.marked);
            whole_.linked += island.members * (island.members - 1);
        }
        whole_.people = static_cast<std::int64_t>(meetings.vertices());
        whole_.islands = static_cast<std::int64_t>(islands_.all().size());
        whole_.largest = members_.first;
        whole_.together = marked_.first;
    }
    [[nodiscard]] const Cohesion& whole() const { return whole_; }

    [[nodiscard]] Cohesion without(std::uint32_t meeting) const {
        Cohesion left = whole_;
        const auto own = islands_.of(meeting);
        if (!own) return left;
        const graph::Island& island = islands_.all()[*own];
        left.people -= only_at(meetings_, meeting);
        left.linked -= island.members * (island.members - 1);
        --left.islands;
        left.largest = members_.but(island.members);
        left.together = marked_.but(island.marked);
        for (const auto& piece : islands_.without(meeting)) {
            left.linked += piece.island.members * (piece.island.members - 1);
            ++left.islands;
            left.largest = std::max(left.largest, piece.island.members);
            left.together = std::max(left.together, piece.island.marked);
        }
        return left;
    }

  private:
    const graph::Incidence& meetings_;
    graph::Islands islands_;
    Cohesion whole_;
    Largest members_, marked_;
};

struct Ranges {
    LeaveOneOut linked, islands, largest, together;

    Ranges(const Dialogue& dialogue, std::size_t meetings, std::int64_t eligible) {
        for (std::uint32_t meeting = 0; meeting < meetings; ++meeting)
            see(dialogue.without(meeting), eligible);
    }

  private:
    void see(const Cohesion& left, std::int64_t eligible) {
        const auto share = [](std::int64_t part, std::int64_t whole) {
            return static_cast<double>(part) / static_cast<double>(whole);
        };
        islands.see(static_cast<double>(left.islands));
        if (left.people > 1) linked.see(share(left.linked, left.people * (left.people - 1)));
        if (left.people > 1) largest.see(share(left.largest, left.people));
        if (eligible > 0) together.see(share(left.together, eligible));
    }
};

void write(Results& results, const Cohesion& whole, std::int64_t meetings, std::int64_t eligible,
           const Ranges& ranges) {
    constexpr std::string_view reason = "fewer_than_2_nodes";
    const std::int64_t n = whole.people;
    Estimate& row = results.share(id, {}, whole.linked, n * (n - 1), reason);
    row.n = n;
    row.n_effective = meetings;
    ranges.linked.write(row);
    Estimate& components =
        results.value(id, {{KeyName::measure, "components"}}, static_cast<double>(whole.islands));
    components.unit = "count";
    components.n = n;
    ranges.islands.write(components);
    Estimate& giant = results.share(id, {{KeyName::measure, "giant_share"}}, whole.largest,
                                    n < 2 ? 0 : n, reason);
    giant.n = n;
    ranges.largest.write(giant);
    ranges.together.write(results.share(id, {{KeyName::measure, "giant_share_of_eligible"}},
                                        whole.together, eligible, "no_registry"));
}

void compute_cohesion(const Scope& scope, Results& results) {
    const graph::Incidence& meetings = scope.meetings();
    std::vector<std::uint8_t> is_eligible(meetings.vertices(), 0);
    std::int64_t eligible = 0;
    scope.view.seats.for_each([&](std::uint32_t actor) {
        if (!scope.is_active(actor)) return;
        ++eligible;
        if (const auto person = scope.attendees().rank(actor)) is_eligible[*person] = 1;
    });
    const Dialogue dialogue(meetings, is_eligible);
    write(results, dialogue.whole(), static_cast<std::int64_t>(meetings.relations()), eligible,
          Ranges(dialogue, meetings.relations(), eligible));
}

}  // namespace

extern const Entry dialogue_cohesion;
const Entry dialogue_cohesion{"D18", metrics_of_entry, tables, compute_cohesion};

}  // namespace maillage::metrics
