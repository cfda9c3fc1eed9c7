#include <array>

#include <maillage/formats/vocabulary.hpp>

namespace maillage::formats {

namespace {

constexpr WordGroup level[] = {
    {"commune", "", ""},
    {"epci", "intercommunalite", ""},
    {"department", "departement", ""},
    {"region", "", ""},
    {"country", "pays", ""},
    {"custom", "autre", "bassin|petr|quartier"},
};

constexpr WordGroup kind[] = {
    {"public", "public",
     "collectivite|mairie|commune|ville|agglomeration|intercommunalite|departement|region|etat|"
     "prefecture|service public|etablissement public|hopital|bailleur public|ccas|petr|"
     "syndicat mixte|cci|chambre de metiers|chambre d'agriculture|pnr|ehpad|college|caf|msa"},
    {"company", "entreprise|firm",
     "societe|sas|sarl|sa|eurl|tpe|pme|eti|cooperative|scop|banque|mutuelle|gaec|"
     "exploitation agricole|commercant|artisan"},
    {"association", "association|asso",
     "fondation|fonds de dotation|ong|ngo|non-profit|fonds|club|centre social|mjc|foyer rural|"
     "comite des fetes|mfr|cpie|esat|gal"},
    {"citizen", "citoyen", "citoyenne|habitant|habitante|particulier|benevole|resident",
     Hint::person},
    {"academic", "academique",
     "recherche|universite|laboratoire|ecole|lycee|enseignement superieur|hes|rec"},
    {"other", "autre", "syndicat|media|intermediaire"},
    {"company", "", "auto-entrepreneur", Hint::person},
    {"citizen", "", "collectif|collectif citoyen|conseil citoyen|comite d'habitants", Hint::group},
    {"association", "", "mission locale|office de tourisme|tiers-lieu|cpts", Hint::doubtful},
    {"public", "", "regie|conseil de developpement", Hint::doubtful},
    {"company", "", "scic", Hint::doubtful},
};

constexpr WordGroup sphere[] = {
    {"political", "politique", ""},
    {"organisation", "organisation", ""},
    {"citizen", "citoyenne", ""},
};

constexpr WordGroup domain[] = {
    {"economic", "economique", ""},
    {"social", "social", ""},
    {"societal", "societal", ""},
    {"environmental", "environnemental", ""},
};

constexpr WordGroup function[] = {
    {"partnership_director", "directeur_partenariats", ""},
    {"catalyst", "catalyseur", ""},
    {"mediator", "mediateur", ""},
};

constexpr WordGroup scale[] = {{"local", "local", ""}, {"national", "national", ""}};

constexpr WordGroup partnership_type[] = {
    {"sponsorship", "mecenat", "parrainage"},
    {"responsible_practice", "pratique responsable", "rse|achat responsable"},
    {"economic_cooperation", "cooperation economique", "co-traitance"},
    {"societal_innovation", "innovation societale", ""},
    {"public_agreement", "convention publique", "convention|accord"},
    {"grant", "subvention", "dotation|aide"},
    {"contract", "marche", "marche public|contrat|dsp"},
    {"other", "autre", ""},
};

constexpr WordGroup intensity[] = {
    {"information", "1", ""},
    {"coordination", "2", ""},
    {"cooperation", "3", ""},
    {"co_construction", "4", ""},
};

constexpr WordGroup role[] = {
    {"lead", "porteur", ""},           {"partner", "partenaire", ""},
    {"funder", "financeur", ""},       {"beneficiary", "beneficiaire", ""},
    {"deployment", "deploiement", ""}, {"evaluator", "evaluateur", ""},
};

constexpr WordGroup contribution[] = {
    {"money", "argent", ""},
    {"skills", "competences", ""},
    {"in_kind", "nature", ""},
    {"network", "reseau", ""},
    {"governance", "gouvernance", ""},
    {"time", "temps", ""},
    {"employees", "salaries", ""},
    {"volunteers", "benevoles", ""},
    {"civic_service", "service_civique", ""},
    {"skills_sponsorship", "mecenat_competences", ""},
};

constexpr WordGroup objective[] = {
    {"stakeholder_dialogue", "dialogue_parties", ""},
    {"cohesion", "cohesion", ""},
    {"innovation", "innovation", ""},
    {"costs", "couts", ""},
    {"public_contracts", "marches_publics", ""},
    {"new_markets", "nouveaux_marches", ""},
    {"resources", "ressources", ""},
    {"multiply", "demultiplier", ""},
    {"territory_needs", "besoins_territoire", ""},
    {"attractiveness", "attractivite", ""},
    {"quality_of_life", "qualite_de_vie", ""},
};

constexpr WordGroup attendance_role[] = {
    {"convenor", "organisateur", ""},
    {"speaker", "intervenant", ""},
    {"participant", "participant", ""},
    {"invited_absent", "invite_absent", ""},
};

constexpr WordGroup nature[] = {
    {"initiative", "initiative", ""},
    {"invention", "invention", ""},
    {"innovation", "innovation", ""},
};

constexpr WordGroup taken_up[] = {
    {"public_policy", "politique_publique", ""},
    {"market", "marche", ""},
    {"both", "les_deux", ""},
};

constexpr WordGroup stage[] = {
    {"conception", "conception", ""},
    {"experimentation", "experimentation", ""},
    {"modelling", "modelisation", ""},
    {"spreading", "essaimage", ""},
    {"industrialisation", "industrialisation", ""},
    {"abandoned", "abandon", ""},
    {"merged", "fusion", ""},
};

constexpr WordGroup need[] = {
    {"opinions", "avis", ""}, {"money", "argent", ""},     {"people", "personnes", ""},
    {"time", "temps", ""},    {"spread", "diffusion", ""}, {"take_up", "reprise", ""},
};

constexpr WordGroup lever[] = {
    {"funding", "financement", ""},
    {"expertise_network", "expertise_reseau", ""},
    {"advice_governance", "conseil_gouvernance", ""},
    {"evaluation", "evaluation", ""},
};

constexpr WordGroup evaluation_mode[] = {
    {"performance", "performance", ""},
    {"relevance", "pertinence", ""},
    {"partnership", "partenariat", ""},
};

constexpr WordGroup impact[] = {
    {"performance", "performance", ""},
    {"innovation", "innovation", ""},
    {"trust", "confiance", ""},
};

constexpr WordGroup sub_impact[] = {
    {"csr", "rse", ""},
    {"hybrid_model", "modele_hybride", ""},
    {"public_policy", "politique_publique", ""},
    {"territorial", "territorial", ""},
    {"societal", "societal", ""},
    {"people", "personnes", ""},
    {"territories", "territoires", ""},
};

constexpr WordGroup funding_source[] = {
    {"public", "public", ""},
    {"private", "prive", ""},
    {"earned", "activite", ""},
    {"membership", "cotisation", ""},
};

constexpr WordGroup stake[] = {
    {"economic_model", "modele_economique", ""},
    {"digitalisation", "digitalisation", ""},
    {"skills", "competences", ""},
    {"evaluation", "evaluation", ""},
};

constexpr WordGroup rating_item[] = {
    {"reliability", "fiabilite", ""},   {"mission", "mission", ""},
    {"openness", "ouverture", ""},      {"influence", "influence", ""},
    {"involvement", "implication", ""}, {"resources", "ressources", ""},
};

constexpr WordGroup engagement_mean[] = {
    {"awareness", "sensibilisation", ""},
    {"inside", "interne", ""},
    {"outside", "externe", ""},
};

constexpr WordGroup engagement_motor[] = {
    {"common_good", "bien_commun", ""},
    {"fulfilment", "epanouissement", ""},
};

/// In the order of `Vocabulary`.
constexpr std::array<std::span<const WordGroup>, 26> all{{
    {},
    level,
    kind,
    sphere,
    domain,
    function,
    scale,
    partnership_type,
    intensity,
    role,
    contribution,
    objective,
    attendance_role,
    nature,
    taken_up,
    stage,
    need,
    lever,
    evaluation_mode,
    impact,
    sub_impact,
    funding_source,
    stake,
    rating_item,
    engagement_mean,
    engagement_motor,
}};

}  // namespace

std::span<const WordGroup> groups_of(Vocabulary vocabulary) {
    return all[static_cast<std::size_t>(vocabulary)];
}

}  // namespace maillage::formats
