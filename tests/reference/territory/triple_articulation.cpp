#include <cmath>

#include "reference/projects.hpp"

namespace maillage::reference {

namespace {

using Cell = std::pair<std::string, std::string>;  // side_scale, domain

struct Seen {
    std::map<Cell, double> cells;
    Members unknown_domain, unknown_side, unknown_scale;
    double relations = 0;
};

std::string side_of(const Question& q, std::uint32_t actor) {
    const std::string_view kind = q.kind(actor);
    if (kind == "public") return "public";
    return kind == "academic" || kind == "other" ? "" : "private";
}

void see(const Question& q, const Members& parties, model::WordSet<model::Domain> own, Seen& seen) {
    std::set<Cell> held;
    for (const std::uint32_t party : parties) {
        const auto& actor = q.data.actors[party];
        const auto domains = own.empty() ? actor.domains : own;
        const std::string side = side_of(q, party);
        if (domains.empty()) seen.unknown_domain.insert(party);
        if (side.empty()) seen.unknown_side.insert(party);
        if (!actor.scale) seen.unknown_scale.insert(party);
        if (side.empty() || !actor.scale) continue;
        const std::string scale = *actor.scale == model::Scale::local ? "local" : "national";
        for (std::size_t d = 0; d < 4; ++d)
            if (domains.has(static_cast<model::Domain>(d)))
                held.emplace(side + "_" + scale, std::string(model::domain_words[d].code));
    }
    for (const Cell& cell : held) ++seen.cells[cell];
    ++seen.relations;
}

}  // namespace

Answers territory_triple_articulation(const Question& q) {
    Seen seen;
    for (const std::uint32_t i : q.partnerships)
        if (q.runs_in_window(i)) see(q, q.parties(i), {}, seen);
    for (const std::uint32_t i : projects_of_window(q))
        see(q, q.members(i), q.data.experiments.rows[i].domains, seen);
    const std::string id = "triple_articulation_coverage";
    Answers answers;
    for (const char* corner :
         {"public_local", "public_national", "private_local", "private_national"})
        for (const char* domain : {"economic", "social", "societal", "environmental"})
            answers[{id, std::string("measure=") + corner + ";domain=" + domain}] =
                seen.cells.contains({corner, domain}) ? seen.cells.at({corner, domain}) : 0;
    double total = 0, entropy = 0;
    for (const auto& [cell, count] : seen.cells) total += count;
    for (const auto& [cell, count] : seen.cells) entropy -= count / total * std::log(count / total);
    answers[{id, ""}] = seen.relations > 0
                            ? std::optional(static_cast<double>(seen.cells.size()) / 16)
                            : std::nullopt;
    answers[{id, "measure=evenness"}] =
        total > 0 ? std::optional(entropy / std::log(16.0)) : std::nullopt;
    answers[{id, "measure=unknown_domain"}] = static_cast<double>(seen.unknown_domain.size());
    answers[{id, "measure=unknown_side"}] = static_cast<double>(seen.unknown_side.size());
    answers[{id, "measure=unknown_scale"}] = static_cast<double>(seen.unknown_scale.size());
    return answers;
}

}  // namespace maillage::reference
