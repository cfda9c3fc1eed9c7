#include "reference/life.hpp"

namespace maillage::reference {

Answers emergence_silent(const Question& q) {
    double silent = 0, not_ended = 0;
    if (q.as_of)
        for (const std::uint32_t i : q.partnerships) {
            const Signs signs = signs_of(q, i);
            if (signs.silent) ++silent;
            if (!signs.planned && !signs.ended) ++not_ended;
        }
    std::optional<double> value;
    if (not_ended > 0) value = silent / not_ended;
    return {{{"emergence_silent", ""}, value}};
}

}  // namespace maillage::reference
