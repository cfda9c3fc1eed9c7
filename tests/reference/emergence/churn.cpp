#include "reference/life.hpp"

namespace maillage::reference {

Answers emergence_churn(const Question& q) {
    double running = 0, ended = 0;
    if (q.as_of && q.first && *q.first <= *q.last)
        for (const std::uint32_t i : q.partnerships) {
            const auto& row = q.data.partnerships.rows[i];
            if (!runs_on(row.start, row.end, *q.first - 1)) continue;
            ++running;
            if (!runs_on(row.start, row.end, *q.last)) ++ended;
        }
    std::optional<double> value;
    if (running > 0) value = ended / running;
    return {{{"emergence_churn", ""}, value}};
}

}  // namespace maillage::reference
