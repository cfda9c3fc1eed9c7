#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <maillage/base/language.hpp>

// The closed vocabularies of the dataset format. Each has a table with, in the order of its
// enumerators, the word written in files and the words shown to people.
namespace maillage::model {

using base::Words;

struct Word {
    std::string_view code;  ///< As in files: `public`, `deployment`.
    Words label;            ///< One of them: "acteur public".
    Words plural;           ///< Several: "acteurs publics".
};

enum class Kind : std::uint8_t { public_body, company, association, citizen, academic, other };
inline constexpr std::array<Word, 6> kinds{{
    {"public", {"acteur public", "public body"}, {"acteurs publics", "public bodies"}},
    {"company", {"entreprise", "company"}, {"entreprises", "companies"}},
    {"association", {"association", "association"}, {"associations", "associations"}},
    {"citizen", {"habitant", "citizen"}, {"habitants", "citizens"}},
    {"academic",
     {"établissement d’enseignement ou de recherche", "academic body"},
     {"enseignement et recherche", "academic bodies"}},
    {"other", {"autre structure", "other body"}, {"autres structures", "other bodies"}},
}};

enum class Level : std::uint8_t { commune, epci, department, region, country, custom };
inline constexpr std::array<Word, 6> levels{{
    {"commune", {"commune", "commune"}, {"communes", "communes"}},
    {"epci",
     {"intercommunalité", "inter-communal body"},
     {"intercommunalités", "inter-communal bodies"}},
    {"department", {"département", "department"}, {"départements", "departments"}},
    {"region", {"région", "region"}, {"régions", "regions"}},
    {"country", {"pays", "country"}, {"pays", "countries"}},
    {"custom", {"territoire", "territory"}, {"territoires", "territories"}},
}};

enum class Sphere : std::uint8_t { political, organisation, citizen };
inline constexpr std::array<Word, 3> spheres{{
    {"political", {"élus et institutions", "political sphere"}, {"élus", "political"}},
    {"organisation", {"organisations", "organisations"}, {"organisations", "organisations"}},
    {"citizen", {"habitants", "citizens"}, {"habitants", "citizens"}},
}};

enum class PartnershipType : std::uint8_t {
    sponsorship,
    responsible_practice,
    economic_cooperation,
    societal_innovation,
    public_agreement,
    grant,
    contract,
    other
};
inline constexpr std::array<Word, 8> partnership_types{{
    {"sponsorship", {"mécénat", "sponsorship"}, {"mécénats", "sponsorships"}},
    {"responsible_practice",
     {"pratique responsable", "responsible practice"},
     {"pratiques responsables", "responsible practices"}},
    {"economic_cooperation",
     {"coopération économique", "economic cooperation"},
     {"coopérations économiques", "economic cooperations"}},
    {"societal_innovation",
     {"innovation sociétale", "societal innovation"},
     {"innovations sociétales", "societal innovations"}},
    {"public_agreement",
     {"convention publique", "public agreement"},
     {"conventions publiques", "public agreements"}},
    {"grant", {"subvention", "grant"}, {"subventions", "grants"}},
    {"contract", {"marché", "contract"}, {"marchés", "contracts"}},
    {"other", {"autre alliance", "other alliance"}, {"autres alliances", "other alliances"}},
}};

/// Grants and contracts are legal ties, not co-construction by themselves.
[[nodiscard]] constexpr bool is_legal_tie(PartnershipType type) {
    return type == PartnershipType::grant || type == PartnershipType::contract;
}

/// Roles of parties and members; a set of them is a bit mask (see RoleSet).
enum class Role : std::uint8_t { lead, partner, funder, beneficiary, deployment, evaluator };
inline constexpr std::array<Word, 6> roles{{
    {"lead", {"porteur", "lead"}, {"porteurs", "leads"}},
    {"partner", {"partenaire", "partner"}, {"partenaires", "partners"}},
    {"funder", {"financeur", "funder"}, {"financeurs", "funders"}},
    {"beneficiary", {"bénéficiaire", "beneficiary"}, {"bénéficiaires", "beneficiaries"}},
    {"deployment", {"déploiement", "deployment"}, {"déploiement", "deployment"}},
    {"evaluator", {"évaluateur", "evaluator"}, {"évaluateurs", "evaluators"}},
}};

enum class AttendanceRole : std::uint8_t { convenor, speaker, participant, invited_absent };
inline constexpr std::array<Word, 4> attendance_roles{{
    {"convenor", {"organisateur", "convenor"}, {"organisateurs", "convenors"}},
    {"speaker", {"intervenant", "speaker"}, {"intervenants", "speakers"}},
    {"participant", {"participant", "participant"}, {"participants", "participants"}},
    {"invited_absent",
     {"invité absent", "invited, absent"},
     {"invités absents", "invited, absent"}},
}};

enum class Stage : std::uint8_t {
    conception,
    experimentation,
    modelling,
    spreading,
    industrialisation,
    abandoned,
    merged
};
inline constexpr std::array<Word, 7> stages{{
    {"conception", {"conception", "conception"}, {"conception", "conception"}},
    {"experimentation",
     {"expérimentation", "experimentation"},
     {"expérimentation", "experimentation"}},
    {"modelling", {"modélisation", "modelling"}, {"modélisation", "modelling"}},
    {"spreading", {"essaimage", "spreading"}, {"essaimage", "spreading"}},
    {"industrialisation",
     {"industrialisation", "industrialisation"},
     {"industrialisation", "industrialisation"}},
    {"abandoned", {"abandon", "abandoned"}, {"abandon", "abandoned"}},
    {"merged", {"fusion", "merged"}, {"fusion", "merged"}},
}};

enum class Lever : std::uint8_t { funding, expertise_network, advice_governance, evaluation };
inline constexpr std::array<Word, 4> support_levers{{
    {"funding", {"financement", "funding"}, {"financements", "funding"}},
    {"expertise_network",
     {"expertise et réseau", "expertise and network"},
     {"expertise et réseau", "expertise and network"}},
    {"advice_governance",
     {"conseil et gouvernance", "advice and governance"},
     {"conseil et gouvernance", "advice and governance"}},
    {"evaluation", {"évaluation", "evaluation"}, {"évaluation", "evaluation"}},
}};

enum class Nature : std::uint8_t { initiative, invention, innovation };
inline constexpr std::array<Word, 3> natures{{
    {"initiative", {"initiative", "initiative"}, {"initiatives", "initiatives"}},
    {"invention", {"invention", "invention"}, {"inventions", "inventions"}},
    {"innovation", {"innovation", "innovation"}, {"innovations", "innovations"}},
}};

/// Who takes a project up for good.
enum class TakenUp : std::uint8_t { public_policy, market, both };
inline constexpr std::array<Word, 3> taken_up_words{{
    {"public_policy",
     {"politique publique", "public policy"},
     {"politiques publiques", "public policies"}},
    {"market", {"marché", "market"}, {"marchés", "markets"}},
    {"both", {"les deux", "both"}, {"les deux", "both"}},
}};

enum class Domain : std::uint8_t { economic, social, societal, environmental };
inline constexpr std::array<Word, 4> domain_words{{
    {"economic", {"économique", "economic"}, {"économiques", "economic"}},
    {"social", {"social", "social"}, {"sociaux", "social"}},
    {"societal", {"sociétal", "societal"}, {"sociétaux", "societal"}},
    {"environmental", {"environnemental", "environmental"}, {"environnementaux", "environmental"}},
}};

enum class EvaluationMode : std::uint8_t { performance, relevance, partnership };
inline constexpr std::array<Word, 3> evaluation_modes{{
    {"performance", {"performance", "performance"}, {"performance", "performance"}},
    {"relevance", {"pertinence", "relevance"}, {"pertinence", "relevance"}},
    {"partnership", {"partenariat", "partnership"}, {"partenariat", "partnership"}},
}};

enum class FundingSource : std::uint8_t { public_money, private_money, earned, membership };
inline constexpr std::array<Word, 4> funding_sources{{
    {"public", {"fonds publics", "public money"}, {"fonds publics", "public money"}},
    {"private", {"fonds privés", "private money"}, {"fonds privés", "private money"}},
    {"earned", {"activité", "earned income"}, {"activité", "earned income"}},
    {"membership", {"cotisations", "membership fees"}, {"cotisations", "membership fees"}},
}};

/// What a project may need (table `needs`, and the standard needs of each phase).
enum class Need : std::uint8_t { opinions, money, people, time, spread, take_up };
inline constexpr std::array<Word, 6> project_needs{{
    {"opinions", {"des avis", "opinions"}, {"des avis", "opinions"}},
    {"money", {"de l’argent", "money"}, {"de l’argent", "money"}},
    {"people",
     {"des personnes et un réseau", "people and a network"},
     {"des personnes et un réseau", "people and a network"}},
    {"time",
     {"du temps pour modéliser", "time to model"},
     {"du temps pour modéliser", "time to model"}},
    {"spread",
     {"un réseau pour essaimer", "a network to spread"},
     {"un réseau pour essaimer", "a network to spread"}},
    {"take_up",
     {"un partenaire public ou privé pour déployer", "a public or private partner to deploy"},
     {"un partenaire public ou privé pour déployer", "a public or private partner to deploy"}},
}};

/// Where an actor acts.
enum class Scale : std::uint8_t { local, national };
inline constexpr std::array<Word, 2> scales{{
    {"local", {"local", "local"}, {"locaux", "local"}},
    {"national", {"national", "national"}, {"nationaux", "national"}},
}};

/// What a party brings to a partnership.
enum class Contribution : std::uint8_t {
    money,
    skills,
    in_kind,
    network,
    governance,
    time,
    employees,
    volunteers,
    civic_service,
    skills_sponsorship
};
inline constexpr std::array<std::string_view, 10> contribution_codes{
    "money", "skills",    "in_kind",    "network",       "governance",
    "time",  "employees", "volunteers", "civic_service", "skills_sponsorship"};

/// What a party comes to a partnership for.
enum class Objective : std::uint8_t {
    stakeholder_dialogue,
    cohesion,
    innovation,
    costs,
    public_contracts,
    new_markets,
    resources,
    multiply,
    territory_needs,
    attractiveness,
    quality_of_life
};
inline constexpr std::array<Word, 11> objectives{{
    {"stakeholder_dialogue",
     {"dialogue avec les parties prenantes", "dialogue with stakeholders"},
     {"dialogue avec les parties prenantes", "dialogue with stakeholders"}},
    {"cohesion", {"cohésion", "cohesion"}, {"cohésion", "cohesion"}},
    {"innovation", {"innovation", "innovation"}, {"innovation", "innovation"}},
    {"costs", {"coûts", "costs"}, {"coûts", "costs"}},
    {"public_contracts",
     {"marchés publics", "public contracts"},
     {"marchés publics", "public contracts"}},
    {"new_markets", {"nouveaux marchés", "new markets"}, {"nouveaux marchés", "new markets"}},
    {"resources", {"ressources", "resources"}, {"ressources", "resources"}},
    {"multiply", {"démultiplier", "multiply"}, {"démultiplier", "multiply"}},
    {"territory_needs",
     {"besoins du territoire", "needs of the territory"},
     {"besoins du territoire", "needs of the territory"}},
    {"attractiveness", {"attractivité", "attractiveness"}, {"attractivité", "attractiveness"}},
    {"quality_of_life",
     {"qualité de vie", "quality of life"},
     {"qualité de vie", "quality of life"}},
}};

/// The three impacts of an alliance of general interest, and what makes each of them up.
enum class ImpactKind : std::uint8_t { performance, innovation, trust };
inline constexpr std::array<Word, 3> impact_kinds{{
    {"performance", {"performance", "performance"}, {"performance", "performance"}},
    {"innovation", {"innovation", "innovation"}, {"innovation", "innovation"}},
    {"trust", {"confiance", "trust"}, {"confiance", "trust"}},
}};
enum class SubImpact : std::uint8_t {
    csr,
    hybrid_model,
    public_policy,
    territorial,
    societal,
    people,
    territories
};
inline constexpr std::array<std::string_view, 7> sub_impact_codes{
    "csr", "hybrid_model", "public_policy", "territorial", "societal", "people", "territories"};

enum class RatingItem : std::uint8_t {
    reliability,
    mission,
    openness,
    influence,
    involvement,
    resources
};
inline constexpr std::array<std::string_view, 6> rating_item_codes{
    "reliability", "mission", "openness", "influence", "involvement", "resources"};

enum class EngagementMean : std::uint8_t { awareness, inside, outside };
inline constexpr std::array<Word, 3> engagement_means{{
    {"awareness", {"sensibilisation", "awareness"}, {"sensibilisation", "awareness"}},
    {"inside", {"dans la structure", "inside the body"}, {"dans la structure", "inside the body"}},
    {"outside",
     {"hors de la structure", "outside the body"},
     {"hors de la structure", "outside the body"}},
}};
enum class EngagementMotor : std::uint8_t { common_good, fulfilment };
inline constexpr std::array<Word, 2> engagement_motors{{
    {"common_good", {"bien commun", "common good"}, {"bien commun", "common good"}},
    {"fulfilment", {"épanouissement", "fulfilment"}, {"épanouissement", "fulfilment"}},
}};

template <class Enumeration, std::size_t n>
[[nodiscard]] constexpr std::string_view code_of(const std::array<Word, n>& table,
                                                 Enumeration value) {
    return table[static_cast<std::size_t>(value)].code;
}

/// A set of enumerators of one vocabulary, as bits.
template <class Enumeration>
struct WordSet {
    std::uint16_t bits = 0;

    constexpr WordSet() = default;
    constexpr WordSet(Enumeration value) : bits(static_cast<std::uint16_t>(1U << index(value))) {}

    [[nodiscard]] constexpr bool has(Enumeration value) const {
        return ((bits >> index(value)) & 1U) != 0;
    }
    [[nodiscard]] constexpr bool empty() const { return bits == 0; }
    constexpr WordSet& operator|=(WordSet other) {
        bits = static_cast<std::uint16_t>(bits | other.bits);
        return *this;
    }
    friend constexpr bool operator==(const WordSet&, const WordSet&) = default;

  private:
    static constexpr unsigned index(Enumeration value) { return static_cast<unsigned>(value); }
};

}  // namespace maillage::model
