#include <span>

#include <maillage/simulation/names.hpp>

namespace maillage::simulation {

namespace {

// Every first part begins with a consonant: « Mairie de » needs no elision.
constexpr std::array<std::string_view, 24> first_parts{
    "Brume", "Clair",   "Roche",  "Vau",   "Lande", "Chante",  "Vert",  "Font",
    "Haute", "Belle",   "Pierre", "Grand", "Saule", "Bruyère", "Merle", "Gué",
    "Noire", "Blanche", "Lune",   "Tour",  "Combe", "Pont",    "Mare",  "Feuille"};
constexpr std::array<std::string_view, 16> second_parts{
    "val",   "mont",   "bois", "lac",    "pré",   "ville", "court", "rive",
    "champ", "source", "lieu", "plaine", "garde", "fort",  "plan",  "puy"};
constexpr std::array<std::string_view, 5> third_parts{"", "-le-Haut", "-le-Bas", "-le-Vieux",
                                                      "-la-Neuve"};

constexpr std::array<std::string_view, 5> public_bodies{"Centre communal d’action sociale",
                                                        "Hôpital", "Collège", "Office de l’habitat",
                                                        "Bibliothèque"};
constexpr std::array<std::string_view, 12> companies{
    "Menuiserie", "Boulangerie", "Transports",       "Imprimerie", "Maçonnerie",  "Librairie",
    "Garage",     "Fromagerie",  "Cabinet d’études", "Pépinière",  "Électricité", "Filature"};
constexpr std::array<std::string_view, 12> associations{
    "Les Amis", "Atelier", "Entraide",   "Foyer", "Ressourcerie",         "Chorale",
    "Jardins",  "Théâtre", "Tiers-lieu", "Club",  "Épicerie associative", "Radio"};
constexpr std::array<std::string_view, 3> citizens{"Collectif d’habitants", "Conseil des habitants",
                                                   "Comité de quartier"};
constexpr std::array<std::string_view, 4> academics{"Lycée", "Laboratoire", "École d’ingénieurs",
                                                    "Université"};
constexpr std::array<std::string_view, 12> complements{
    "du Tilleul",     "des Trois Ponts", "de la Combe",      "du Vieux Lavoir",
    "de l’Aubépine",  "du Grand Pré",    "des Sources",      "du Merle Bleu",
    "de la Lanterne", "du Moulin Rond",  "des Quatre Vents", "de l’Écluse"};

std::span<const std::string_view> words_for(model::Kind kind) {
    switch (kind) {
        case model::Kind::public_body:
            return public_bodies;
        case model::Kind::company:
            return companies;
        case model::Kind::association:
            return associations;
        case model::Kind::academic:
            return academics;
        default:
            return citizens;
    }
}

void append_round(std::string& name, std::uint32_t round) {
    if (round > 0) name.append(" ").append(std::to_string(round + 1));
}

}  // namespace

std::string commune_name(std::uint32_t n) {
    // Steps prime to the lengths: neighbours share neither part.
    const auto first = n * std::size_t{7} % first_parts.size();
    const auto turn = n / static_cast<std::uint32_t>(first_parts.size());
    const auto second = (turn + n * std::size_t{5}) % second_parts.size();
    const auto third = turn / second_parts.size() % third_parts.size();
    const std::uint32_t round =
        turn / static_cast<std::uint32_t>(second_parts.size() * third_parts.size());
    std::string name(first_parts[first]);
    name.append(second_parts[second]).append(third_parts[third]).append("-en-Fable");
    append_round(name, round);
    return name;
}

std::string body_name(model::Kind kind, std::uint32_t n, std::string_view place) {
    const auto words = words_for(kind);
    const auto length = static_cast<std::uint32_t>(words.size());
    std::string name(words[n % length]);
    const std::uint32_t turn = n / length;
    name.append(" ").append(complements[(turn + n % length * 5) % complements.size()]);
    append_round(name, turn / static_cast<std::uint32_t>(complements.size()));
    return name.append(", ").append(place);
}

}  // namespace maillage::simulation
