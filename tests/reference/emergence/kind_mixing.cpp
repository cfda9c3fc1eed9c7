#include <algorithm>

#include "reference/ties.hpp"

namespace maillage::reference {

Answers emergence_kind_mixing(const Question& q) {
    std::set<std::string_view> kinds;
    for (const std::uint32_t actor : q.emergence_actors) kinds.insert(q.kind(actor));
    const auto pairs = tied_pairs(q);
    Answers answers{{{"emergence_kind_mixing", ""}, static_cast<double>(pairs.size())}};
    for (const std::string_view a : kinds)
        for (const std::string_view b : kinds)
            if (a <= b)
                answers[{"emergence_kind_mixing",
                         "kinds=" + std::string(a) + "|" + std::string(b)}] = 0;
    double across = 0, inside = 0;
    for (const auto& [i, j] : pairs) {
        const std::string_view a = std::min(q.kind(i), q.kind(j));
        const std::string_view b = std::max(q.kind(i), q.kind(j));
        ++(a == b ? inside : across);
        ++*answers[{"emergence_kind_mixing", "kinds=" + std::string(a) + "|" + std::string(b)}];
    }
    std::optional<double> index;
    if (across + inside > 0) index = (across - inside) / (across + inside);
    answers[{"emergence_ei_index", ""}] = index;
    return answers;
}

}  // namespace maillage::reference
