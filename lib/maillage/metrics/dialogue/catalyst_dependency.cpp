// What of the dialogue stands on one convenor? A pair depends on c when c convened every meeting
// that the pair shared; an attendee, when c convened every meeting it came to. With the range when
// one meeting is left out in view, each pair is looked at once: it depends on c when c convened all
// its meetings, and would without meeting e when c convened all but e.

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <unordered_map>

#include <maillage/graph/components.hpp>
#include <maillage/graph/shared_relations.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{
        .id = "dialogue_catalyst_dependency",
        .dynamic = Dynamic::dialogue,
        .tier = 1,
        .nature = FigureNature::counted,
        .unit = "share",
        .title = {"Paires que réunit un seul animateur", "Pairs brought together by one convenor"},
        .question = {"Que reste-t-il du dialogue si l’animateur s’arrête ?",
                     "What remains of the dialogue if the convenor stops?"},
        .definition =
            {"Pour un animateur c, paires de participants dont c a convoqué toutes les "
             "rencontres communes, sur toutes les paires qui se sont vues. Valeur : la plus "
             "grande ; en détail, une ligne par animateur, et measure=connectedness, part des "
             "paires encore reliées sans ses rencontres. Indéfini sans paire ; pas de donnée "
             "sans animateur connu.",
             "For a convenor c, pairs of attendees for whom c convened every meeting they "
             "shared, among all pairs that met. Value: the largest; in detail, one row per "
             "convenor, and measure=connectedness, share of pairs still linked without its "
             "meetings. Undefined without pairs; no data when no convenor is known."},
        .reading = {"{0} paires sur {1} ne se voient qu’aux rencontres d’un même animateur.",
                    "{0} pairs of {1} meet only at the meetings of one convenor."},
        .limits = {"Sans lui, une partie se réunirait peut-être autrement.",
                   "Without it, some would perhaps meet otherwise."},
        .source = "ours"},
    Metric{.id = "dialogue_catalyst_reach_dependency",
           .dynamic = Dynamic::dialogue,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "share",
           .title = {"Participants que réunit un seul animateur",
                     "Attendees brought together by one convenor"},
           .question = {"Qui ne vient qu’aux rencontres d’un même animateur ?",
                        "Who comes only to the meetings of one convenor?"},
           .definition = {"Pour un animateur c, participants venus aux seules rencontres que c a "
                          "convoquées, sur tous les participants. Valeur : la plus grande ; en "
                          "détail, une ligne par animateur. Indéfini sans participant ; pas de "
                          "donnée sans animateur connu.",
                          "For a convenor c, attendees who came only to meetings that c convened, "
                          "among all attendees. Value: the largest; in detail, one row per "
                          "convenor. Undefined without attendees; no data when no convenor is "
                          "known."},
           .reading = {"{0} participants sur {1} ne viennent que chez un même animateur.",
                       "{0} attendees of {1} come only to one convenor."},
           .limits = {"L’animateur compte parmi ses propres participants.",
                      "The convenor counts among its own attendees."},
           .source = "ours"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view of_pairs = "dialogue_catalyst_dependency",
                           of_people = "dialogue_catalyst_reach_dependency";

/// Who convened each meeting of the window, by the column or by a role; numbered from 0.
struct Convenors {
    std::vector<std::uint32_t> actors;  ///< Of the dataset, ascending.
    model::Lists<std::uint32_t> of;     ///< Per meeting, ascending.
    std::int64_t known = 0;             ///< Meetings that have one.

    [[nodiscard]] bool convened(std::uint32_t convenor, std::size_t meeting) const {
        return std::ranges::binary_search(of[meeting], convenor);
    }
};

std::vector<std::uint32_t> actors_convening(const Study& study, std::uint32_t event) {
    std::vector<std::uint32_t> actors;
    const model::ActorId convenor = study.data.events.rows[event].convenor;
    if (convenor.known() && study.is_recorded(convenor)) actors.push_back(convenor.index);
    for (const model::Attendee& attendee : study.data.events.members[event])
        if (attendee.roles.has(model::AttendanceRole::convenor) && study.is_noted(attendee, event))
            actors.push_back(attendee.actor.index);
    std::ranges::sort(actors);
    actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
    return actors;
}

Convenors convenors_of(const Scope& scope) {
    Convenors convenors;
    std::vector<std::vector<std::uint32_t>> of;
    for (const std::uint32_t event : scope.events.relations) {
        of.push_back(actors_convening(scope.study, event));
        if (!of.back().empty()) ++convenors.known;
        convenors.actors.insert(convenors.actors.end(), of.back().begin(), of.back().end());
    }
    auto& all = convenors.actors;
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (const auto& actors : of) {
        for (const std::uint32_t actor : actors)
            convenors.of.push(
                static_cast<std::uint32_t>(std::ranges::lower_bound(all, actor) - all.begin()));
        convenors.of.close_row();
    }
    return convenors;
}

/// How many units (pairs, attendees) hang on each convenor, and what leaving one meeting out would
/// change.
class Dependence {
  public:
    explicit Dependence(const Convenors& convenors)
        : convenors_(convenors),
          depend_(convenors.actors.size(), 0),
          only_there_(convenors.of.size(), 0),
          times_(convenors.actors.size(), 0) {}

    /// A unit, by the meetings that hold it.
    void see(std::span<const std::uint32_t> meetings) {
        ++units_;
        if (meetings.size() == 1) ++only_there_[meetings.front()];
        for (const std::uint32_t meeting : meetings)
            for (const std::uint32_t convenor : convenors_.of[meeting])
                if (times_[convenor]++ == 0) touched_.push_back(convenor);
        for (const std::uint32_t convenor : touched_) {
            if (times_[convenor] == meetings.size()) ++depend_[convenor];
            if (times_[convenor] + 1 == meetings.size()) ++gains_[odd_one(meetings, convenor)];
            times_[convenor] = 0;
        }
        touched_.clear();
    }

    [[nodiscard]] std::int64_t units() const { return units_; }
    [[nodiscard]] std::int64_t on(std::uint32_t convenor) const { return depend_[convenor]; }
    [[nodiscard]] std::uint32_t largest() const {
        return static_cast<std::uint32_t>(std::ranges::max_element(depend_) - depend_.begin());
    }
    /// The smallest and largest share of one convenor when any one meeting is left out.
    [[nodiscard]] LeaveOneOut range_of(std::uint32_t convenor) const {
        LeaveOneOut range;
        for (std::uint32_t meeting = 0; meeting < convenors_.of.size(); ++meeting)
            if (const auto share = share_without(meeting, convenor)) range.see(*share);
        return range;
    }
    /// The same of the largest share, whoever has it then: of those whom a meeting does not
    /// concern, only the first can have it.
    [[nodiscard]] LeaveOneOut range_of_largest() const {
        std::vector<std::int64_t> most(convenors_.of.size(), 0);
        for (const auto& [at, gain] : gains_) {
            auto& best = most[at >> 32U];
            best = std::max(best, depend_[at & 0xFFFFFFFFU] + gain);
        }
        std::vector<std::uint32_t> order(depend_.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::sort(order, std::ranges::greater(),
                          [&](std::uint32_t convenor) { return depend_[convenor]; });
        LeaveOneOut range;
        for (std::uint32_t meeting = 0; meeting < convenors_.of.size(); ++meeting) {
            for (const std::uint32_t convenor : convenors_.of[meeting])
                most[meeting] = std::max(most[meeting], depend_[convenor] - only_there_[meeting]);
            const auto first = std::ranges::find_if(order, [&](std::uint32_t convenor) {
                return !convenors_.convened(convenor, meeting);
            });
            if (first != order.end()) most[meeting] = std::max(most[meeting], depend_[*first]);
            const std::int64_t rest = units_ - only_there_[meeting];
            if (rest > 0) range.see(static_cast<double>(most[meeting]) / static_cast<double>(rest));
        }
        return range;
    }

  private:
    const Convenors& convenors_;
    std::vector<std::int64_t> depend_, only_there_;
    std::vector<std::size_t> times_;  ///< Scratch of `see`, 0 outside it.
    std::vector<std::uint32_t> touched_;
    std::unordered_map<std::uint64_t, std::int64_t>
        gains_;  ///< By cell; the order of the walk tells nothing.
    std::int64_t units_ = 0;

    [[nodiscard]] static std::uint64_t cell(std::uint32_t meeting, std::uint32_t convenor) {
        return (std::uint64_t{meeting} << 32U) | convenor;
    }
    /// The one meeting that this convenor did not convene.
    [[nodiscard]] std::uint64_t odd_one(std::span<const std::uint32_t> meetings,
                                        std::uint32_t convenor) const {
        for (const std::uint32_t meeting : meetings)
            if (!convenors_.convened(convenor, meeting)) return cell(meeting, convenor);
        return 0;
    }
    [[nodiscard]] std::optional<double> share_without(std::uint32_t meeting,
                                                      std::uint32_t convenor) const {
        const std::int64_t rest = units_ - only_there_[meeting];
        if (rest == 0) return std::nullopt;
        std::int64_t hanging = depend_[convenor];
        if (convenors_.convened(convenor, meeting)) hanging -= only_there_[meeting];
        const auto gain = gains_.find(cell(meeting, convenor));
        if (gain != gains_.end()) hanging += gain->second;
        return static_cast<double>(hanging) / static_cast<double>(rest);
    }
};

/// Share of the pairs of attendees still linked from meeting to meeting without those of one.
void write_connectedness(const Scope& scope, Results& results, const Convenors& convenors,
                         std::uint32_t convenor) {
    const graph::Incidence& meetings = scope.meetings();
    graph::DisjointSets islands(meetings.vertices());
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting) {
        if (convenors.convened(convenor, meeting)) continue;
        for (const graph::Vertex person : meetings.members(meeting))
            islands.unite(meetings.members(meeting).front(), person);
    }
    std::int64_t linked = 0;
    for (const std::int64_t size : islands.sizes()) linked += size * (size - 1);
    const auto n = static_cast<std::int64_t>(meetings.vertices());
    const std::string actor = results.actor(convenors.actors[convenor]);
    results
        .share(of_pairs, {{KeyName::measure, "connectedness"}, {KeyName::actor, actor}}, linked,
               n * (n - 1), "fewer_than_2_nodes")
        .n = n;
}

void write(const Scope& scope, Results& results, const Convenors& convenors,
           const Dependence& dependence, std::string_view id, std::string_view reason) {
    const auto meetings = static_cast<std::int64_t>(scope.events.relations.size());
    Estimate& row =
        results.share(id, {}, dependence.on(dependence.largest()), dependence.units(), reason);
    row.n_effective = meetings;
    row.coverage = static_cast<double>(convenors.known) / static_cast<double>(meetings);
    if (row.value) dependence.range_of_largest().write(row);
    if (!results.wants_rows()) return;
    for (std::uint32_t convenor = 0; convenor < convenors.actors.size(); ++convenor) {
        const std::string actor = results.actor(convenors.actors[convenor]);
        Estimate& own = results.share(id, {{KeyName::actor, actor}}, dependence.on(convenor),
                                      dependence.units(), reason);
        if (own.value) dependence.range_of(convenor).write(own);
    }
}

void compute_dependency(const Scope& scope, Results& results) {
    const Convenors convenors = convenors_of(scope);
    if (convenors.actors.empty()) {
        const bool none = scope.events.relations.empty();
        for (const std::string_view id : {of_pairs, of_people})
            results.without_value(id, {}, none ? Status::undefined : Status::no_data,
                                  none ? "no_event" : "column_absent");
        return;
    }
    const graph::Incidence& meetings = scope.meetings();
    Dependence pairs(convenors), people(convenors);
    graph::for_each_pair(meetings,
                         [&](graph::Vertex, graph::Vertex, auto shared) { pairs.see(shared); });
    for (std::size_t person = 0; person < meetings.vertices(); ++person)
        people.see(meetings.relations_of(person));
    write(scope, results, convenors, pairs, of_pairs, "no_edges");
    write(scope, results, convenors, people, of_people, "zero_total");
    if (results.wants_rows())
        for (std::uint32_t convenor = 0; convenor < convenors.actors.size(); ++convenor)
            write_connectedness(scope, results, convenors, convenor);
}

}  // namespace

extern const Entry dialogue_catalyst_dependency;
const Entry dialogue_catalyst_dependency{"D13", metrics_of_entry, tables, compute_dependency};

}  // namespace maillage::metrics
