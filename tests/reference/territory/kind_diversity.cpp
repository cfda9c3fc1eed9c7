#include <cmath>

#include "reference/reference.hpp"

namespace maillage::reference {

Answers territory_kind_diversity(const Question& q) {
    std::map<std::string_view, double> counts;
    double n = 0;
    for (const std::uint32_t actor : q.seats)
        if (q.active(actor)) ++counts[q.kind(actor)], ++n;
    const auto kinds = static_cast<double>(counts.size());
    double simpson = 0, entropy = 0, same = 0;
    for (const auto& [kind, count] : counts) {
        const double p = count / n;
        simpson += p * p;
        entropy -= p * std::log(p);
        same += count * (count - 1);
    }
    std::map<std::string, std::optional<double>> values{
        {"", {}},        {"blau", {}},  {"blau_unbiased", {}}, {"iqv", {}},
        {"shannon", {}}, {"hill2", {}}, {"evenness", {}}};
    if (n > 0) {
        values[""] = std::exp(entropy);
        values["blau"] = 1 - simpson;
        values["shannon"] = entropy;
        values["hill2"] = 1 / simpson;
    }
    if (n > 1) values["blau_unbiased"] = 1 - same / (n * (n - 1));
    if (kinds > 1) values["iqv"] = kinds / (kinds - 1) * (1 - simpson);
    if (kinds > 1) values["evenness"] = entropy / std::log(kinds);
    Answers answers;
    for (const auto& [measure, value] : values)
        answers[{"kind_diversity_registry", measure.empty() ? "" : "measure=" + measure}] = value;
    return answers;
}

}  // namespace maillage::reference
