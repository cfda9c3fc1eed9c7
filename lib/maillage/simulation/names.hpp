#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <maillage/model/words.hpp>

// Invented French names. A place always ends in « en-Fable », a body always bears its place.
namespace maillage::simulation {

/// A stake of the territory, what is done about it, and how often it is met, allied on and cited.
struct Stake {
    std::string_view key;
    std::string_view domains;
    double in_meetings, in_alliances, in_citations;
    std::array<std::string_view, 4> undertakings;
};

inline constexpr std::array<Stake, 8> stakes{{
    {"mobilité",
     "environmental|social",
     5,
     4,
     3,
     {"Navette partagée", "Covoiturage du quotidien", "Ateliers vélo", "Auto-école solidaire"}},
    {"alimentation",
     "economic|environmental",
     4,
     4,
     3,
     {"Circuit court des cantines", "Jardin nourricier", "Légumerie partagée",
      "Épicerie solidaire"}},
    {"emploi et compétences",
     "economic|social",
     3,
     3,
     3,
     {"Forum des métiers", "Tutorat croisé", "Groupement d’employeurs", "Chantier d’insertion"}},
    {"énergie",
     "environmental",
     3,
     3,
     2,
     {"Toits solaires partagés", "Chaufferie bois", "Conseil énergie", "Réemploi des matériaux"}},
    {"santé",
     "social",
     2,
     2,
     2,
     {"Maison de santé", "Sport sur ordonnance", "Répit des aidants", "Bus santé"}},
    {"culture",
     "societal",
     1.5,
     2,
     1,
     {"Festival des places", "Bibliothèque hors les murs", "Résidence d’artistes",
      "École de musique"}},
    {"numérique",
     "societal|economic",
     2.5,
     0.3,
     2,
     {"Accueil numérique", "Données ouvertes", "Fabrique numérique", "Prêt d’ordinateurs"}},
    {"logement",
     "social",
     0,
     0.2,
     4,
     {"Colocation des âges", "Rénovation groupée", "Bail glissant", "Habitat partagé"}},
}};

/// The n-th commune: « Brumeval-en-Fable ».
[[nodiscard]] std::string commune_name(std::uint32_t n);

/// The n-th body of its kind in a commune: « Menuiserie du Tilleul, Brumeval-en-Fable ».
[[nodiscard]] std::string body_name(model::Kind kind, std::uint32_t n, std::string_view place);

}  // namespace maillage::simulation
