#include "reference/projects.hpp"

namespace maillage::reference {

Answers experiments_beyond_money(const Question& q) {
    Members fund, do_other;
    for (const std::uint32_t i : projects_of_window(q))
        for (const auto& support : q.data.supports[i])
            if (support.provider.known() && past(q, support.date))
                (support.lever == model::Lever::funding ? fund : do_other)
                    .insert(support.provider.index);
    std::map<std::string, std::pair<double, double>> shares{{"", {0, 0}}};
    for (const std::uint32_t funder : fund)
        for (const std::string& key : {std::string(), "kind=" + std::string(q.kind(funder))}) {
            ++shares[key].second;
            if (do_other.contains(funder)) ++shares[key].first;
        }
    Answers answers;
    for (const auto& [key, share] : shares)
        answers[{"supports_beyond_money", key}] =
            share.second > 0 ? std::optional(share.first / share.second) : std::nullopt;
    return answers;
}

}  // namespace maillage::reference
