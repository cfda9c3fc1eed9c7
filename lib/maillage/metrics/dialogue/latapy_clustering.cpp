#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <maillage/graph/shared_relations.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_latapy_clustering",
    .dynamic = Dynamic::dialogue,
    .tier = 2,
    .nature = FigureNature::compared,
    .unit = "share",
    .title = {"Toujours les mêmes ensemble", "Always the same together"},
    .question = {"Toujours les mêmes ensemble ?", "Always the same together?"},
    .definition = {"Pour deux participants qui se sont vus, rencontres communes sur rencontres de "
                   "l’un ou de l’autre ; moyenne sur ceux qu’un participant a vus, puis sur les "
                   "participants. measure=min, max : communes sur les rencontres de celui qui est "
                   "venu le moins, le plus. En détail, une ligne par acteur. Indéfini pour qui n’a "
                   "vu personne, et laissé hors de la moyenne. À côté : ce que donnent les mêmes "
                   "présences redistribuées par coïncidence.",
                   "For two attendees who met, shared meetings over meetings of either; mean over "
                   "those an attendee met, then over attendees. measure=min, max: shared over the "
                   "meetings of the one who came less, more. In detail, one row per actor. "
                   "Undefined for who met nobody, and left out of the mean. Beside: what the same "
                   "attendance gives when dealt out again by coincidence."},
    .reading = {"1 : ceux qui se voient viennent toujours ensemble.",
                "1: those who meet always come together."},
    .limits = {"Qui ne vient qu’une fois tire min vers 1. Croît d’elle-même quand peu viennent à "
               "beaucoup de rencontres.",
               "Who comes once draws min to 1. Grows by itself when few come to many "
               "meetings."},
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

/// Means over the actors who met somebody.
struct Means {
    std::int64_t actors = 0;
    Overlap sum{};

    [[nodiscard]] double of(std::size_t variant) const {
        return actors > 0 ? sum[variant] / static_cast<double>(actors) : 0;
    }
};

Means means_of(const std::vector<Company>& companies) {
    Means means;
    for (const Company& company : companies) {
        if (company.others == 0) continue;
        ++means.actors;
        for (std::size_t i = 0; i < variants; ++i)
            means.sum[i] += company.sum[i] / static_cast<double>(company.others);
    }
    return means;
}

graph::Incidence without(const graph::Incidence& meetings, std::size_t left_out) {
    graph::Incidence::Builder builder(meetings.vertices());
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting) {
        if (meeting != left_out)
            for (const graph::Vertex actor : meetings.members(meeting)) builder.push(actor);
        builder.close_row();
    }
    return std::move(builder).finish();
}

/// Every meeting left out in turn is a pass over all pairs: not for large tables.
std::array<LeaveOneOut, variants> ranges_of(const graph::Incidence& meetings) {
    constexpr std::uint64_t most_pairs = 100'000'000;
    std::array<LeaveOneOut, variants> ranges;
    std::uint64_t pairs = 0;
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting)
        pairs += meetings.members(meeting).size() * meetings.members(meeting).size();
    if (pairs * meetings.relations() > most_pairs) return ranges;
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting) {
        const Means means = means_of(companies_in(without(meetings, meeting)));
        if (means.actors == 0) continue;
        for (std::size_t i = 0; i < variants; ++i) ranges[i].see(means.of(i));
    }
    return ranges;
}

/// The key of a variant, of one actor when it is named.
Estimate& write(Results& results, std::size_t variant, const std::string& actor,
                std::optional<double> value, std::string_view reason) {
    const KeyParts headline{};
    const KeyParts measure{{KeyName::measure, measures[variant]}};
    const KeyParts of_actor{{KeyName::actor, actor}};
    const KeyParts both{{KeyName::measure, measures[variant]}, {KeyName::actor, actor}};
    const KeyParts& short_key = actor.empty() ? headline : of_actor;
    const KeyParts& long_key = actor.empty() ? measure : both;
    const KeyParts& key = variant == 0 ? short_key : long_key;
    return value ? results.value(id, key, *value) : results.undefined(id, key, reason);
}

void write_actors(Results& results, const std::vector<Company>& companies) {
    const std::vector<std::string> labels = results.attendee_labels();
    for (std::size_t person = 0; person < labels.size(); ++person)
        for (std::size_t variant = 0; variant < variants; ++variant) {
            const Company& company = companies[person];
            std::optional<double> value;
            if (company.others > 0)
                value = company.sum[variant] / static_cast<double>(company.others);
            Estimate& row = write(results, variant, labels[person], value, "isolate");
            row.n = company.others;
            row.nature = FigureNature::counted;
        }
}

void compute_latapy(const Scope& scope, Results& results) {
    const std::vector<Company> companies = companies_in(scope.meetings());
    const Means means = means_of(companies);
    const std::string_view reason = scope.events.relations.empty() ? "no_event" : "no_edges";
    const Coincidence& chance = scope.meetings_by_chance();
    auto draws =
        chance.statistics(variants, [](const graph::Incidence& table, std::span<double> figures) {
            const Means drawn = means_of(companies_in(table));
            for (std::size_t i = 0; i < variants; ++i) figures[i] = drawn.of(i);
        });
    const std::array<LeaveOneOut, variants> ranges = ranges_of(scope.meetings());
    for (std::size_t variant = 0; variant < variants; ++variant) {
        std::optional<double> value;
        if (means.actors > 0) value = means.of(variant);
        Estimate& row = write(results, variant, {}, value, reason);
        row.n = means.actors;
        row.n_effective = static_cast<std::int64_t>(scope.events.relations.size());
        if (value) ranges[variant].write(row);
        chance.compare(results, row, std::move(draws[variant]));
    }
    write_actors(results, companies);
}

}  // namespace

extern const Entry dialogue_latapy_clustering;
const Entry dialogue_latapy_clustering{"D9", metrics_of_entry, tables, compute_latapy};

}  // namespace maillage::metrics
