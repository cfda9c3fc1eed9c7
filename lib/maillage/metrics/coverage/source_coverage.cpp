#include <algorithm>
#include <array>
#include <map>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "source_coverage",
    .dynamic = Dynamic::coverage,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Rencontres, alliances et projets datés", "Dated meetings, alliances and projects"},
    .question = {"Que savons-nous de ce que nous avons noté ?",
                 "What do we know of what we noted?"},
    .definition =
        {"Part des rencontres, alliances et projets du territoire dont la date de début "
         "est connue. Part des alliances sans fin ni nouvelles (measure=without_end), des "
         "acteurs sans siège (measure=without_seat) ou de nature « autre » "
         "(measure=without_kind), et de chaque source (source=). Indéfini sans rien.",
         "Share of the meetings, alliances and projects of the territory whose start is "
         "known. Share of alliances without end nor news (measure=without_end), of "
         "actors without seat (measure=without_seat) or of kind \"other\" "
         "(measure=without_kind), and of each source (source=). Undefined without any."},
    .reading = {"{0} des rencontres, alliances et projets sont datés.",
                "{0} of meetings, alliances and projects are dated."},
    .limits = {"Ce qui n’a pas été noté du tout ne se voit pas ici.",
               "What was not noted at all does not show here."},
    .source = "ours"}};

constexpr std::array<model::Table, 0> tables{};

/// What the rows of one family say, and who said it.
struct Told {
    std::int64_t rows = 0, dated = 0;
    std::map<std::uint32_t, std::int64_t> by_source;

    template <class Row, class Member>
    void see(const model::RelationTable<Row, Member>& table,
             const std::vector<std::uint32_t>& relations) {
        for (const std::uint32_t relation : relations) {
            ++rows;
            dated += table.rows[relation].start.known();
            for (const model::SourceId source : table.sources[relation]) ++by_source[source.index];
        }
    }
};

void write_actors(const Scope& scope, Results& results) {
    std::int64_t actors = 0, no_seat = 0, no_kind = 0;
    scope.view.seats.for_each([&](std::uint32_t actor) {
        ++actors;
        no_seat += !scope.data.actors[actor].seat.known();
        no_kind += scope.data.actors[actor].kind == model::Kind::other;
    });
    results.share("source_coverage", {{KeyName::measure, "without_seat"}}, no_seat, actors,
                  "no_registry");
    results.share("source_coverage", {{KeyName::measure, "without_kind"}}, no_kind, actors,
                  "no_registry");
}

void compute_source_coverage(const Scope& scope, Results& results) {
    Told told;
    told.see(scope.data.events, scope.view.events.relations);
    told.see(scope.data.partnerships, scope.view.partnerships.relations);
    told.see(scope.data.experiments, scope.view.experiments.relations);
    results.share("source_coverage", {}, told.dated, told.rows, "zero_total");
    const auto& alliances = scope.view.partnerships.relations;
    const auto no_end = std::ranges::count_if(alliances, [&](std::uint32_t relation) {
        const model::Partnership& row = scope.data.partnerships.rows[relation];
        return !row.end.known() && !row.last_seen.known();
    });
    results.share("source_coverage", {{KeyName::measure, "without_end"}}, no_end,
                  static_cast<std::int64_t>(alliances.size()), "no_relation");
    write_actors(scope, results);
    for (const auto& [source, rows] : told.by_source)
        results.share("source_coverage", {{KeyName::source, scope.data.sources[source].id}}, rows,
                      told.rows, "zero_total");
}

}  // namespace

extern const Entry coverage_source_coverage;
const Entry coverage_source_coverage{"C1", metrics_of_entry, tables, compute_source_coverage};

}  // namespace maillage::metrics
