#include "reference/ties.hpp"

namespace maillage::reference {

namespace {

std::string role(std::string_view one, std::string_view middle, std::string_view other) {
    const std::set<std::string_view> distinct{one, middle, other};
    if (distinct.size() == 1) return "coordinator";
    if (distinct.size() == 3) return "liaison";
    return one == other ? "itinerant" : "gatekeeper_representative";
}

}  // namespace

Answers emergence_brokerage_roles(const Question& q) {
    const auto ties = tied_pairs(q);
    const auto tied = [&](std::uint32_t a, std::uint32_t b) {
        return ties.contains({std::min(a, b), std::max(a, b)});
    };
    std::map<std::string, double> paths{
        {"coordinator", 0}, {"itinerant", 0}, {"gatekeeper_representative", 0}, {"liaison", 0}};
    double all = 0, between_spheres = 0;
    for (const std::uint32_t middle : q.emergence_actors)
        for (const std::uint32_t a : q.emergence_actors)
            for (const std::uint32_t b : q.emergence_actors) {
                if (a == b || !tied(a, middle) || !tied(b, middle) || tied(a, b)) continue;
                if (a < b) ++all;
                if (a < b) ++paths[role(q.kind(a), q.kind(middle), q.kind(b))];
                if (q.data.actors[a].sphere == model::Sphere::political &&
                    q.data.actors[middle].sphere == model::Sphere::organisation &&
                    q.data.actors[b].sphere == model::Sphere::citizen)
                    ++between_spheres;
            }
    Answers answers{{{"emergence_brokerage_roles", ""}, all},
                    {{"brokerage_sphere_liaison", ""}, between_spheres}};
    for (const auto& [name, count] : paths)
        answers[{"emergence_brokerage_roles", "measure=" + name}] = count;
    return answers;
}

}  // namespace maillage::reference
