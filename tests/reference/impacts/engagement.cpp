#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

using Purse = std::map<std::pair<std::uint32_t, int>, double>;  // by actor and year

std::optional<double> mean(const Purse& purse) {
    double sum = 0;
    for (const auto& [at, amount] : purse) sum += amount;
    return purse.empty() ? std::nullopt : std::optional(sum / static_cast<double>(purse.size()));
}

}  // namespace

Answers impacts_engagement(const Question& q) {
    const std::string id = "engagement_participation";
    std::map<std::string, Purse> purses{{"", {}}, {"measure=hours", {}}};
    std::map<std::string, std::pair<double, double>> parts{
        {"common_good", {0, 0}}, {"fulfilment", {0, 0}}, {"returning", {0, 0}}};
    Purse ever;
    for (const auto& row : q.data.engagements) {
        if (!q.emergence_actors.contains(row.actor.index)) continue;
        const std::pair at{row.actor.index, row.year};
        if (row.people) ever[at] += *row.people;
        const auto first = *base::day_of(row.year, 1, 1), last = *base::day_of(row.year, 12, 31);
        if ((q.first && last < *q.first) || (q.last && first > *q.last)) continue;
        const std::string mean = "mode=" + std::string(code_of(model::engagement_means, row.mean));
        if (row.hours)
            for (const std::string& key : {std::string("measure=hours"), "measure=hours;" + mean})
                purses[key][at] += *row.hours;
        if (!row.people) continue;
        for (const std::string& key : {std::string(), mean, "year=" + std::to_string(row.year)})
            purses[key][at] += *row.people;
        if (row.motor) {
            for (const char* motor : {"common_good", "fulfilment"})
                parts[motor].second += *row.people;
            parts[std::string(code_of(model::engagement_motors, *row.motor))].first += *row.people;
        }
        if (row.returning) {
            parts["returning"].first += *row.returning;
            parts["returning"].second += *row.people;
        }
    }
    Answers answers;
    for (const auto& [key, purse] : purses) answers[{id, key}] = mean(purse);
    for (const auto& [measure, part] : parts)
        answers[{id, "measure=" + measure}] =
            part.second > 0 ? std::optional(part.first / part.second) : std::nullopt;
    std::map<int, Purse> changes;
    for (const auto& [at, amount] : purses[""])
        if (const auto before = ever.find({at.first, at.second - 1}); before != ever.end())
            changes[at.second][at] = amount - before->second;
    for (const auto& [year, change] : changes)
        answers[{id, "measure=change;year=" + std::to_string(year)}] = mean(change);
    return answers;
}

}  // namespace maillage::reference
