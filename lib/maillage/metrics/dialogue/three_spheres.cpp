#include <algorithm>
#include <array>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_three_sphere_share",
    .dynamic = Dynamic::dialogue,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Rencontres des trois sphères", "Meetings of the three spheres"},
    .question = {"Élus, citoyens et organisations dans la même salle ?",
                 "Elected people, citizens and organisations in the same room?"},
    .definition = {"Rencontres où sont présents à la fois un participant au moins de chaque "
                   "sphère (élus et institutions, habitants, organisations), sur les rencontres "
                   "où quelqu’un est noté. La sphère notée à la rencontre l’emporte sur celle de "
                   "l’acteur. measure=sphere_assumed : présents dont la sphère est supposée. "
                   "Indéfini sans présence.",
                   "Meetings where at least one attendee of each sphere (political, citizen, "
                   "organisation) is present, among the meetings where someone is noted. The "
                   "sphere noted at the meeting wins over that of the actor. "
                   "measure=sphere_assumed: attendees whose sphere is assumed. Undefined without "
                   "attendance."},
    .reading = {"Élus, habitants et organisations étaient ensemble dans {0} rencontres sur {1}.",
                "Elected people, citizens and organisations were together at {0} meetings of {1}."},
    .limits =
        {"Un acteur public sans précision est lu comme élu ou institution. Une rencontre sans "
         "feuille de présence n’y est pas.",
         "A public body without details is read as political. A meeting without an attendance "
         "sheet is left out."},
    .source = "ours"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_three_sphere_share";
constexpr unsigned every_sphere = (1U << model::spheres.size()) - 1;

/// The spheres of those present, as bits; 0 when nobody is noted. Collects those assumed.
unsigned spheres_at(const Study& study, std::uint32_t event, std::vector<std::uint32_t>& assumed) {
    unsigned spheres = 0;
    for (const model::Attendee& attendee : study.data.events.members[event]) {
        if (!attendee.present() || !study.is_noted(attendee, event)) continue;
        spheres |= attendee.spheres.bits;
        const model::Actor& actor = study.data[attendee.actor];
        if (actor.sphere_assumed && attendee.spheres.has(actor.sphere))
            assumed.push_back(attendee.actor.index);
    }
    return spheres;
}

void compute_three_spheres(const Scope& scope, Results& results) {
    std::int64_t together = 0, known = 0;
    std::vector<std::uint32_t> assumed;
    for (const std::uint32_t event : scope.events.relations) {
        const unsigned spheres = spheres_at(scope.study, event, assumed);
        if (spheres != 0) ++known;
        if (spheres == every_sphere) ++together;
    }
    const auto meetings = static_cast<std::int64_t>(scope.events.relations.size());
    Estimate& row =
        results.share(id, {}, together, known, meetings == 0 ? "no_event" : "zero_total");
    row.n_effective = known;
    if (meetings > 0) row.coverage = static_cast<double>(known) / static_cast<double>(meetings);
    LeaveOneOut range;
    const auto rest = static_cast<double>(known - 1);
    if (known > 1 && together > 0) range.see(static_cast<double>(together - 1) / rest);
    if (known > 1 && together < known) range.see(static_cast<double>(together) / rest);
    range.write(row);
    std::ranges::sort(assumed);
    const auto distinct = std::unique(assumed.begin(), assumed.end()) - assumed.begin();
    results.value(id, {{KeyName::measure, "sphere_assumed"}}, static_cast<double>(distinct)).unit =
        "count";
    if (distinct > 0) results.note("M420");
}

}  // namespace

extern const Entry dialogue_three_spheres;
const Entry dialogue_three_spheres{"D16", metrics_of_entry, tables, compute_three_spheres};

}  // namespace maillage::metrics
