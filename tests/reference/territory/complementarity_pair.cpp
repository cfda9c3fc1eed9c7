#include "reference/levers.hpp"

namespace maillage::reference {

Answers territory_complementarity_pair(const Question& q) {
    const auto levels = levels_of(q, q.emergence_actors);
    Members said;
    for (const auto& [lever, by_actor] : levels)
        for (const auto& [actor, level] : by_actor) said.insert(actor);
    const auto at = [&](const std::string& lever, std::uint32_t actor) {
        const auto& by_actor = levels.at(lever);
        return by_actor.contains(actor) ? by_actor.at(actor) : Level();
    };
    double pairs = 0, sum = 0, matched = 0;
    for (const std::uint32_t i : said)
        for (const std::uint32_t j : said) {
            if (i >= j) continue;
            double met = 0, needs = 0;
            for (const auto& [lever, by_actor] : levels) {
                const Level a = at(lever, i), b = at(lever, j);
                met += std::min(a.need, b.offer) + std::min(b.need, a.offer);
                needs += a.need + b.need;
            }
            if (needs == 0) continue;
            ++pairs;
            sum += met / needs;
            if (met > 0) ++matched;
        }
    const auto mean = [&](double of) {
        return pairs > 0 ? std::optional(of / pairs) : std::nullopt;
    };
    return {{{"complementarity_pair", ""}, mean(sum)},
            {{"complementarity_pair", "measure=matched"}, mean(matched)}};
}

}  // namespace maillage::reference
