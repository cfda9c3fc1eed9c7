#include <algorithm>
#include <array>

#include <maillage/graph/shared_relations.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_latapy_clustering",
    .dynamic = Dynamic::dialogue,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Toujours les mêmes ensemble", "Always the same together"},
    .question = {"Toujours les mêmes ensemble ?", "Always the same together?"},
    .definition = {"Pour deux participants qui se sont vus, rencontres communes sur rencontres de "
                   "l’un ou de l’autre ; moyenne sur ceux qu’un participant a vus, puis sur les "
                   "participants. measure=min, max : communes sur les rencontres de celui qui est "
                   "venu le moins, le plus. En détail, une ligne par acteur. Indéfini pour qui n’a "
                   "vu personne, et laissé hors de la moyenne.",
                   "For two attendees who met, shared meetings over meetings of either; mean over "
                   "those an attendee met, then over attendees. measure=min, max: shared over the "
                   "meetings of the one who came less, more. In detail, one row per actor. "
                   "Undefined for who met nobody, and left out of the mean."},
    .reading = {"1 : ceux qui se voient viennent toujours ensemble.",
                "1: those who meet always come together."},
    .limits = {"Qui ne vient qu’une fois tire min vers 1. Pas encore comparé au hasard.",
               "Who comes once draws min to 1. Not compared with coincidence yet."},
    .source = "Latapy, Magnien & Del Vecchio 2008, doi:10.1016/j.socnet.2007.04.006"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_latapy_clustering";

/// Shared meetings over those of either, of the one who came less, and of the one who came more.
constexpr std::size_t variants = 3;
using Overlap = std::array<double, variants>;
constexpr std::array<std::string_view, variants> measures{"", "min", "max"};

struct Company {
    std::int64_t others = 0;
    Overlap sum{};
};

std::vector<Company> companies_in(const graph::Incidence& meetings) {
    std::vector<Company> companies(meetings.vertices());
    graph::for_each_pair(meetings, [&](graph::Vertex a, graph::Vertex b, auto both) {
        const auto shared = static_cast<double>(both.size());
        const auto of_a = static_cast<double>(meetings.relations_of(a).size());
        const auto of_b = static_cast<double>(meetings.relations_of(b).size());
        const Overlap overlap{shared / (of_a + of_b - shared), shared / std::min(of_a, of_b),
                              shared / std::max(of_a, of_b)};
        for (const graph::Vertex person : {a, b}) {
            ++companies[person].others;
            for (std::size_t i = 0; i < variants; ++i) companies[person].sum[i] += overlap[i];
        }
    });
    return companies;
}

/// `actor` is empty for the summary.
Estimate& write(Results& results, std::size_t variant, const std::string& actor, double sum,
                std::int64_t count, std::string_view reason) {
    const KeyParts headline{};
    const KeyParts measure{{KeyName::measure, measures[variant]}};
    const KeyParts of_actor{{KeyName::actor, actor}};
    const KeyParts both{{KeyName::measure, measures[variant]}, {KeyName::actor, actor}};
    const KeyParts& short_key = actor.empty() ? headline : of_actor;
    const KeyParts& long_key = actor.empty() ? measure : both;
    const KeyParts& key = variant == 0 ? short_key : long_key;
    Estimate& row = count > 0 ? results.value(id, key, sum / static_cast<double>(count))
                              : results.undefined(id, key, reason);
    row.n = count;
    return row;
}

void compute_latapy(const Scope& scope, Results& results) {
    const std::vector<Company> companies = companies_in(scope.meetings());
    const std::vector<std::string> labels = results.attendee_labels();
    const std::string_view reason = scope.events.relations.empty() ? "no_event" : "no_edges";
    for (std::size_t variant = 0; variant < variants; ++variant) {
        double sum = 0;
        std::int64_t count = 0;
        for (std::size_t person = 0; person < companies.size(); ++person) {
            const Company& company = companies[person];
            if (!labels.empty())
                write(results, variant, labels[person], company.sum[variant], company.others,
                      "isolate");
            if (company.others == 0) continue;
            sum += company.sum[variant] / static_cast<double>(company.others);
            ++count;
        }
        write(results, variant, {}, sum, count, reason).n_effective =
            static_cast<std::int64_t>(scope.events.relations.size());
    }
}

}  // namespace

extern const Entry dialogue_latapy_clustering;
const Entry dialogue_latapy_clustering{"D9", metrics_of_entry, tables, compute_latapy};

}  // namespace maillage::metrics
