#include "reference/life.hpp"

namespace maillage::reference {

Answers emergence_repeat_pair_share(const Question& q) {
    double occurrences = 0, repeats = 0, undetermined = 0;
    for (const std::uint32_t e : started(q, q.partnerships))
        for (const std::uint32_t a : q.parties(e))
            for (const std::uint32_t b : q.parties(e)) {
                if (a >= b || !q.emergence_actors.contains(a) || !q.emergence_actors.contains(b))
                    continue;
                const Date& start = q.data.partnerships.rows[e].start;
                bool certain = false, perhaps = false;
                for (const std::uint32_t f : q.all_partnerships) {
                    if (f == e || !q.parties(f).contains(a) || !q.parties(f).contains(b)) continue;
                    const Date& date = q.data.partnerships.rows[f].start;
                    const bool first_by_id =
                        q.data.partnerships.rows[f].id < q.data.partnerships.rows[e].id;
                    if (!date.known() || date.last() < start.first())
                        certain = true;
                    else if (date == start)
                        certain = certain || first_by_id;
                    else if (date.first() < start.last())
                        perhaps = true;
                }
                ++occurrences;
                repeats += certain ? 1 : 0;
                undetermined += !certain && perhaps ? 1 : 0;
            }
    std::optional<double> share;
    if (occurrences > 0) share = repeats / occurrences;
    Answers answers{{{"emergence_repeat_pair_share", ""}, share}};
    if (undetermined > 0)
        answers[{"emergence_repeat_pair_share", "measure=undetermined"}] = undetermined;
    return answers;
}

}  // namespace maillage::reference
