#include <array>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_turnout",
    .dynamic = Dynamic::dialogue,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Venue des invités", "Turnout of those invited"},
    .question = {"Qui vient quand on l’invite ?", "Who comes when invited?"},
    .definition = {"Présents sur présents et invités absents, aux seules rencontres où un absent "
                   "au moins est noté. En détail, une ligne par rencontre. Sans absent noté : pas "
                   "de donnée.",
                   "Present over present and invited but absent, at the meetings where at least "
                   "one absence is noted. In detail, one row per meeting. No data when no absence "
                   "is noted."},
    .reading = {"{0} invités sur {1} sont venus.", "{0} of {1} invited came."},
    .limits = {"Vaut ce que valent les listes d’invités : qui vient sans invitation compte comme "
               "invité.",
               "Worth what the lists of invitations are worth: who comes uninvited counts as "
               "invited."},
    .source = "ours"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_turnout";

struct Turnout {
    std::int64_t came = 0, absent = 0;

    [[nodiscard]] std::int64_t invited() const { return came + absent; }
};

Turnout turnout_of(const Study& study, std::uint32_t event) {
    Turnout turnout;
    for (const model::Attendee& attendee : study.data.events.members[event])
        if (study.is_noted(attendee, event)) ++(attendee.present() ? turnout.came : turnout.absent);
    return turnout;
}

void compute_turnout(const Scope& scope, Results& results) {
    Turnout total;
    std::vector<Turnout> known;
    for (const std::uint32_t event : scope.events.relations) {
        const Turnout turnout = turnout_of(scope.study, event);
        if (turnout.absent == 0) continue;
        known.push_back(turnout);
        total.came += turnout.came;
        total.absent += turnout.absent;
        if (results.wants_rows())
            results.share(id, {{KeyName::event, scope.data.events.rows[event].id}}, turnout.came,
                          turnout.invited(), "zero_total");
    }
    const std::size_t meetings = scope.events.relations.size();
    if (meetings > 0 && known.empty()) {
        results.without_value(id, {}, Status::no_data, "no_registry");
        return;
    }
    Estimate& row = results.share(id, {}, total.came, total.invited(), "no_event");
    row.n_effective = static_cast<std::int64_t>(known.size());
    if (meetings > 0)
        row.coverage = static_cast<double>(known.size()) / static_cast<double>(meetings);
    LeaveOneOut range;
    if (known.size() > 1)
        for (const Turnout& turnout : known)
            range.see(static_cast<double>(total.came - turnout.came) /
                      static_cast<double>(total.invited() - turnout.invited()));
    range.write(row);
}

}  // namespace

extern const Entry dialogue_turnout;
const Entry dialogue_turnout{"D2b", metrics_of_entry, tables, compute_turnout};

}  // namespace maillage::metrics
