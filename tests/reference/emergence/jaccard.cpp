#include <algorithm>

#include "reference/life.hpp"

namespace maillage::reference {

namespace {

using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

Pairs allied_on(const Question& q, Day day) {
    Pairs pairs;
    for (const std::uint32_t i : q.partnerships) {
        const auto& row = q.data.partnerships.rows[i];
        if (!runs_on(row.start, row.end, day)) continue;
        for (const std::uint32_t a : q.parties(i))
            for (const std::uint32_t b : q.parties(i))
                if (a < b && q.emergence_actors.contains(a) && q.emergence_actors.contains(b))
                    pairs.emplace(a, b);
    }
    return pairs;
}

/// The same day some years earlier; 28 February for 29.
Day years_before(Day day, int years) {
    const std::string text = base::iso(day);
    const auto number = [&](std::size_t at, std::size_t size) {
        return static_cast<unsigned>(std::stoi(text.substr(at, size)));
    };
    for (unsigned d = number(8, 2);; --d)
        if (const auto found =
                base::day_of(static_cast<int>(number(0, 4)) - years, number(5, 2), d))
            return *found;
}

}  // namespace

Answers emergence_jaccard(const Question& q) {
    double common = 0, either = 0;
    if (q.as_of && q.first && *q.first <= *q.last) {
        const Day eve = *q.first - 1;
        const bool short_window = years_before(*q.last, 1) < eve;
        for (int years = 1; short_window ? years == 1 : years_before(*q.last, years) >= eve;
             ++years) {
            const Pairs later = allied_on(q, years_before(*q.last, years - 1));
            const Pairs earlier = allied_on(q, short_window ? eve : years_before(*q.last, years));
            if (earlier.empty()) continue;
            Pairs all = later;
            all.insert(earlier.begin(), earlier.end());
            either += static_cast<double>(all.size());
            common += static_cast<double>(earlier.size() + later.size() - all.size());
        }
    }
    std::optional<double> value;
    if (either > 0) value = common / either;
    return {{{"emergence_jaccard", ""}, value}};
}

}  // namespace maillage::reference
