#include <array>
#include <span>

#include <maillage/simulation/traits.hpp>

namespace maillage::simulation {

using model::Kind;
using model::Objective;

namespace {

std::span<const Objective> objectives_for(Kind kind) {
    static constexpr std::array of_company{Objective::stakeholder_dialogue, Objective::cohesion,
                                           Objective::innovation,           Objective::costs,
                                           Objective::public_contracts,     Objective::new_markets};
    static constexpr std::array of_public{Objective::territory_needs, Objective::attractiveness,
                                          Objective::quality_of_life};
    static constexpr std::array of_general_interest{Objective::resources, Objective::multiply};
    if (kind == Kind::company) return of_company;
    if (kind == Kind::public_body) return of_public;
    return of_general_interest;
}

bool is_institution(const SimulatedActor& actor) {
    return actor.catalyst ||
           (actor.kind == Kind::public_body && actor.subkind != "établissement public");
}

}  // namespace

std::string domains_of(const SimulatedActor& actor, RandomStream& stream) {
    constexpr std::array<std::array<double, 4>, model::kinds.size()> of_kind{
        {{0.2, 0.35, 0.2, 0.25},    // public
         {0.7, 0.05, 0.1, 0.15},    // company
         {0.1, 0.4, 0.35, 0.15},    // association
         {0.05, 0.35, 0.35, 0.25},  // citizen
         {0.3, 0.2, 0.3, 0.2},      // academic
         {0.25, 0.25, 0.25, 0.25}}};
    if (actor.person || chance(stream, 0.12)) return "";
    const auto& weights = of_kind[static_cast<std::size_t>(actor.kind)];
    const std::size_t first = pick(stream, weights);
    std::string domains(model::domain_words[first].code);
    if (!chance(stream, 0.3)) return domains;
    const std::size_t second = pick(stream, weights);
    if (second != first) domains.append("|").append(model::domain_words[second].code);
    return domains;
}

std::string_view scale_of(const SimulatedActor& actor, RandomStream& stream) {
    constexpr std::array<double, model::kinds.size()> national{0.05, 0.15, 0.08, 0, 0.3, 0};
    if (actor.person || chance(stream, 0.08)) return "";
    const bool far = chance(stream, national[static_cast<std::size_t>(actor.kind)]);
    return code_of(model::scales,
                   far && !is_institution(actor) ? model::Scale::national : model::Scale::local);
}

std::string objectives_of(const SimulatedActor& actor, RandomStream& stream) {
    if (actor.person || chance(stream, 0.1)) return "";
    const auto of_kind = objectives_for(actor.kind);
    const auto draw = [&] {
        return of_kind[stream.below(static_cast<std::uint32_t>(of_kind.size()))];
    };
    const Objective first = draw();
    std::string said(code_of(model::objectives, first));
    if (!chance(stream, 0.3)) return said;
    const Objective second = draw();
    if (second != first) said.append("|").append(code_of(model::objectives, second));
    return said;
}

std::string value_of(const SimulatedActor& actor, std::string_view contribution,
                     RandomStream& stream) {
    if (actor.person || contribution.empty() || !chance(stream, 0.5)) return "";
    return std::to_string(100 * between(stream, 2, 60));
}

std::string_view cited_by(RandomStream& stream) {
    const bool by_survey = chance(stream, 0.75);
    const bool by_register = chance(stream, 0.6);
    if (by_survey) return by_register ? "enquete|registre" : "enquete";
    return by_register ? "registre" : "";
}

}  // namespace maillage::simulation
