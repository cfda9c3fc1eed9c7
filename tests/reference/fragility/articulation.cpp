#include "reference/pieces.hpp"

namespace maillage::reference {

namespace {

double without_pairs(const Members& actors, const Pairs& pairs) {
    const std::size_t whole = pieces(actors, pairs).size();
    double count = 0;
    for (const auto& pair : pairs) {
        Pairs rest = pairs;
        rest.erase(pair);
        count += pieces(actors, rest).size() > whole;
    }
    return count;
}

/// Vertices of `tried` without which there are more pieces; one alone leaves one piece less.
double cuts(const Members& vertices, const Pairs& pairs, const Members& tried) {
    const std::size_t whole = pieces(vertices, pairs).size();
    double count = 0;
    for (const std::uint32_t vertex : tried) {
        Members rest = vertices;
        rest.erase(vertex);
        count += pieces(rest, pairs).size() > whole;
    }
    return count;
}

/// The most that the loss of one actor parts from the largest piece left of its own.
double most_cut_off(const Members& actors, const Pairs& pairs) {
    std::size_t most = 0;
    for (const std::uint32_t actor : actors) {
        Members others = reached(actor, actors, pairs);
        others.erase(actor);
        std::size_t largest = 0;
        for (const Members& piece : pieces(others, pairs))
            largest = std::max(largest, piece.size());
        most = std::max(most, others.size() - largest);
    }
    return static_cast<double>(most);
}

}  // namespace

Answers fragility_articulation(const Question& q) {
    const auto tied = tied_pairs(q);
    constexpr std::uint32_t beyond_actors = 1'000'000;
    Members both = q.emergence_actors, relations;
    Pairs belong;
    for (const std::uint32_t i : q.partnerships) {
        if (!q.runs_in_window(i)) continue;
        relations.insert(beyond_actors + i);
        both.insert(beyond_actors + i);
        for (const std::uint32_t actor : q.parties(i))
            if (q.emergence_actors.contains(actor)) belong.emplace(actor, beyond_actors + i);
    }
    return {{{"fragility_articulation", ""}, cuts(q.emergence_actors, tied, q.emergence_actors)},
            {{"fragility_articulation", "measure=cut_off"}, most_cut_off(q.emergence_actors, tied)},
            {{"fragility_articulation", "measure=relations"}, cuts(both, belong, relations)},
            {{"fragility_bridges", ""}, without_pairs(q.emergence_actors, tied)}};
}

}  // namespace maillage::reference
