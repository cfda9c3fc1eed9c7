#include "reference/reference.hpp"

namespace maillage::reference {

Answers dialogue_three_spheres(const Question& q) {
    double together = 0, known = 0;
    Members assumed;
    for (const std::uint32_t event : q.events) {
        if (!q.in_window(q.data.events.rows[event].start)) continue;
        std::set<model::Sphere> spheres;
        for (const auto& attendee : q.data.events.members[event]) {
            if (!attendee.present()) continue;
            for (const auto sphere :
                 {model::Sphere::political, model::Sphere::organisation, model::Sphere::citizen})
                if (attendee.spheres.has(sphere)) spheres.insert(sphere);
            const auto& actor = q.data[attendee.actor];
            if (actor.sphere_assumed && attendee.spheres.has(actor.sphere))
                assumed.insert(attendee.actor.index);
        }
        if (!spheres.empty()) ++known;
        if (spheres.size() == 3) ++together;
    }
    std::optional<double> share;
    if (known > 0) share = together / known;
    return {{{"dialogue_three_sphere_share", ""}, share},
            {{"dialogue_three_sphere_share", "measure=sphere_assumed"},
             static_cast<double>(assumed.size())}};
}

}  // namespace maillage::reference
