#include <algorithm>

#include "reference/reference.hpp"

namespace maillage::reference {

Answers coverage_chapman(const Question& q) {
    std::map<std::string, Members> cited;
    for (const std::uint32_t i : q.partnerships)
        if (q.runs_in_window(i))
            for (const auto source : q.data.partnerships.sources[i])
                cited[std::string(q.data.sources[source.index].id)].insert(i);
    Answers answers{{{"est_chapman", ""}, {}}};
    if (cited.size() < 2) return answers;
    std::vector<Members> lists;
    for (const auto& [id, list] : cited) lists.push_back(list);
    std::stable_sort(lists.begin(), lists.end(),
                     [](const Members& a, const Members& b) { return a.size() > b.size(); });
    Members seen = lists[0];
    seen.insert(lists[1].begin(), lists[1].end());
    const auto n1 = static_cast<double>(lists[0].size()), n2 = static_cast<double>(lists[1].size()),
               all = static_cast<double>(seen.size()), both = n1 + n2 - all;
    const double total = (n1 + 1) * (n2 + 1) / (both + 1) - 1;
    answers[{"est_chapman", ""}] = total;
    answers[{"est_chapman", "measure=coverage"}] = total > all ? all / total : 1;
    return answers;
}

}  // namespace maillage::reference
