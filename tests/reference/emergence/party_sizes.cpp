#include "reference/reference.hpp"

namespace maillage::reference {

Answers emergence_party_sizes(const Question& q) {
    Answers answers;
    const auto add = [&](std::size_t size) {
        auto& value = answers[{"emergence_party_sizes", "size=" + std::to_string(size)}];
        value = value.value_or(0) + 1;
    };
    double sum = 0, alliances = 0;
    for (const std::uint32_t i : q.partnerships)
        if (q.runs_in_window(i)) {
            add(q.parties(i).size());
            sum += static_cast<double>(q.parties(i).size());
            ++alliances;
        }
    for (const std::uint32_t i : q.lone_partnerships)
        if (q.runs_in_window(i)) add(1);
    auto& mean = answers[{"emergence_party_sizes", ""}];
    if (alliances > 0) mean = sum / alliances;
    return answers;
}

}  // namespace maillage::reference
