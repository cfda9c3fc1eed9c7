#include <algorithm>

#include "reference/ties.hpp"

namespace maillage::reference {

Answers emergence_transitivity(const Question& q) {
    const auto ties = tied_pairs(q);
    const auto tied = [&](std::uint32_t a, std::uint32_t b) {
        return ties.contains({std::min(a, b), std::max(a, b)});
    };
    const auto in_one_alliance = [&](const Members& three) {
        return std::ranges::any_of(q.partnerships, [&](std::uint32_t i) {
            const Members parties = q.parties(i);
            return q.runs_in_window(i) && std::ranges::includes(parties, three);
        });
    };
    double paths = 0, closed = 0, paths_across = 0, closed_across = 0, sum = 0, actors = 0;
    for (const std::uint32_t middle : q.emergence_actors) {
        double here = 0, closed_here = 0;
        for (const std::uint32_t a : q.emergence_actors)
            for (const std::uint32_t b : q.emergence_actors) {
                if (a >= b || !tied(a, middle) || !tied(b, middle)) continue;
                const double closes = tied(a, b) ? 1 : 0;
                const bool across = !in_one_alliance({a, b, middle});
                ++here;
                closed_here += closes;
                paths_across += across ? 1 : 0;
                closed_across += across ? closes : 0;
            }
        paths += here;
        closed += closed_here;
        if (here == 0) continue;
        sum += closed_here / here;
        ++actors;
    }
    Answers answers;
    auto& all = answers[{"emergence_transitivity", ""}];
    auto& across = answers[{"emergence_transitivity", "measure=across_relations"}];
    auto& local = answers[{"emergence_local_clustering", ""}];
    if (paths > 0) all = closed / paths;
    if (paths_across > 0) across = closed_across / paths_across;
    if (actors > 0) local = sum / actors;
    return answers;
}

}  // namespace maillage::reference
