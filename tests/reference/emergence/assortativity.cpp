#include "reference/ties.hpp"

namespace maillage::reference {

Answers emergence_assortativity(const Question& q) {
    // e(a, b): share of the ends of pairs that go from kind a to kind b, each pair both ways.
    std::map<std::pair<std::string_view, std::string_view>, double> e;
    const auto pairs = tied_pairs(q);
    for (const auto& [i, j] : pairs) {
        e[{q.kind(i), q.kind(j)}] += 0.5 / static_cast<double>(pairs.size());
        e[{q.kind(j), q.kind(i)}] += 0.5 / static_cast<double>(pairs.size());
    }
    double trace = 0, square = 0;
    std::set<std::string_view> kinds;
    for (const auto& [from, share] : e) {
        kinds.insert(from.first);
        if (from.first == from.second) trace += share;
        // The sum of all elements of the square of e.
        for (const auto& [to, other] : e)
            if (from.second == to.first) square += share * other;
    }
    Answers answers;
    auto& r = answers[{"emergence_assortativity", ""}];
    if (kinds.size() > 1) r = (trace - square) / (1 - square);
    return answers;
}

}  // namespace maillage::reference
