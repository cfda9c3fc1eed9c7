#include "reference/reference.hpp"

namespace maillage::reference {

Answers coverage_source_coverage(const Question& q) {
    double rows = 0, dated = 0, no_end = 0, alliances = 0, no_seat = 0, no_kind = 0, actors = 0;
    std::map<std::string, double> by_source;
    const auto see = [&](const auto& table, const std::vector<std::uint32_t>& relations) {
        for (const std::uint32_t i : relations) {
            rows += 1;
            if (table.rows[i].start.known()) dated += 1;
            for (const auto source : table.sources[i])
                by_source[std::string(q.data.sources[source.index].id)] += 1;
        }
    };
    see(q.data.events, q.events);
    see(q.data.partnerships, q.partnerships);
    see(q.data.experiments, q.experiments);
    for (const std::uint32_t i : q.partnerships) {
        alliances += 1;
        const auto& row = q.data.partnerships.rows[i];
        if (!row.end.known() && !row.last_seen.known()) no_end += 1;
    }
    for (const std::uint32_t actor : q.seats) {
        actors += 1;
        if (!q.data.actors[actor].seat.known()) no_seat += 1;
        if (q.kind(actor) == "other") no_kind += 1;
    }
    const auto share = [](double part, double whole) {
        return whole > 0 ? std::optional(part / whole) : std::nullopt;
    };
    Answers answers{{{"source_coverage", ""}, share(dated, rows)},
                    {{"source_coverage", "measure=without_end"}, share(no_end, alliances)},
                    {{"source_coverage", "measure=without_seat"}, share(no_seat, actors)},
                    {{"source_coverage", "measure=without_kind"}, share(no_kind, actors)}};
    for (const auto& [source, count] : by_source)
        answers[{"source_coverage", "source=" + source}] = share(count, rows);
    return answers;
}

}  // namespace maillage::reference
