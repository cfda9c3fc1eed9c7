// Codes of the records in the words of people.

#include <algorithm>
#include <array>

#include <maillage/report/figures.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;

struct CodeWords {
    std::string_view code;
    Words words;
};

template <std::size_t n>
std::string_view words_of(const std::array<CodeWords, n>& table, std::string_view code,
                          Language language) {
    const auto found = std::ranges::find(table, code, &CodeWords::code);
    return found == table.end() ? std::string_view() : found->words.in(language);
}

template <std::size_t n>
std::string word_of(const std::array<model::Word, n>& table, std::string_view code,
                    Language language) {
    const auto found = std::ranges::find(table, code, &model::Word::code);
    return std::string(found == table.end() ? code : found->plural.in(language));
}

std::string measure_in_words(std::string_view code, Language language) {
    static constexpr auto measures = std::to_array<CodeWords>({
        {"new", {"pour la première fois", "for the first time"}},
        {"outside", {"venus d’ailleurs", "from elsewhere"}},
        {"planned", {"annoncées", "announced"}},
        {"accompanied", {"accompagnées", "accompanied"}},
        {"once", {"venus une seule fois", "came once only"}},
        {"components", {"groupes séparés", "separate groups"}},
        {"giant_share", {"part du plus grand groupe", "share of the largest group"}},
        {"giant_share_of_eligible",
         {"plus grand groupe parmi la liste", "largest group among the list"}},
        {"relations", {"alliances concernées", "alliances concerned"}},
        {"hill1", {"mondes en moyenne", "worlds on average"}},
        {"hill2", {"mondes, inverse de Simpson", "worlds, inverse Simpson"}},
        {"blau", {"diversité de Blau", "Blau diversity"}},
        {"blau_unbiased", {"diversité de Blau corrigée", "unbiased Blau diversity"}},
        {"iqv", {"diversité rapportée à son maximum", "diversity over its maximum"}},
        {"shannon", {"entropie de Shannon", "Shannon entropy"}},
        {"evenness", {"équirépartition", "evenness"}},
        {"events", {"rencontres", "meetings"}},
        {"partnerships", {"alliances nées", "alliances born"}},
        {"experiments", {"expérimentations", "experiments"}},
        {"citing", {"acteurs qui le citent", "actors citing it"}},
        {"kinds_present", {"natures présentes", "kinds present"}},
        {"kinds_absent", {"natures absentes", "kinds absent"}},
        {"composition",
         {"ce que donnerait la seule composition", "what composition alone would give"}},
        {"connectedness",
         {"encore reliés sans ses rencontres", "still linked without its meetings"}},
        {"finite_size", {"corrigé du petit nombre", "corrected for few"}},
        {"actors", {"du côté des acteurs", "seen from the actors"}},
        {"attendances", {"présences", "attendances"}},
        {"max", {"sur celui qui vient le plus", "over the one who comes more"}},
        {"min", {"sur celui qui vient le moins", "over the one who comes less"}},
        {"without_anyone", {"sujets sans personne", "subjects without anyone"}},
        {"attendees", {"participants", "attendees"}},
        {"registered", {"acteurs de la liste", "actors of the list"}},
        {"registry", {"contre la liste des acteurs", "against the list of actors"}},
        {"betweenness", {"intermédiarité", "betweenness"}},
        {"closeness", {"proximité", "closeness"}},
        {"largest", {"le plus grand", "the largest"}},
        {"lift", {"alliées plus souvent que d’autres, en fois", "allied more often, in times"}},
        {"without_event", {"enjeux sans rencontre", "stakes without meeting"}},
        {"innermost", {"acteurs du rang le plus haut", "actors of the highest rank"}},
        {"without_end", {"alliances sans fin ni nouvelles", "alliances without end nor news"}},
        {"without_seat", {"acteurs sans siège", "actors without seat"}},
        {"without_kind", {"acteurs de nature « autre »", "actors of kind other"}},
        {"coverage", {"part vue", "share seen"}},
        {"shared", {"alliances communes", "alliances shared"}},
        {"kinds_known", {"natures connues", "kinds known"}},
        {"sphere_assumed", {"sphère supposée", "sphere assumed"}},
        {"supports", {"soutiens", "supports"}},
        {"undetermined", {"dates trop vagues pour trancher", "dates too vague to tell"}},
        {"without_deployment", {"sans partenaire pour se déployer", "without a partner to deploy"}},
        {"without_public_deployment",
         {"sans acteur public pour se déployer", "without a public body to deploy"}},
        {"without_company_deployment",
         {"sans entreprise pour se déployer", "without a company to deploy"}},
        {"cited_never_met",
         {"enjeux cités, absents des rencontres", "stakes cited, absent from meetings"}},
        {"met_no_alliance",
         {"enjeux discutés, sans alliance", "stakes discussed, without alliance"}},
        {"alliance_no_experiment",
         {"enjeux avec alliance, sans projet", "stakes with alliances, without project"}},
        {"taken_up", {"reprises", "taken up"}},
        {"adjusted_p", {"p ajusté", "adjusted p"}},
        {"pairs_met", {"paires qui se sont vues", "pairs that met"}},
        {"pairs", {"paires suivies", "pairs followed"}},
        {"confirmed", {"déjà alliées à leur première rencontre", "already allied when first met"}},
        {"washed_out", {"vues dans les premiers mois, non suivies", "met early on, not followed"}},
        {"exit", {"dont un membre ferme avant", "one of which closes before"}},
        {"silent_ended",
         {"les silencieuses finies à leur dernier signe", "silent ones ended at their last sign"}},
        {"median", {"durée médiane", "median duration"}},
        {"over_before", {"finies avant d’être observées", "over before they were observed"}},
        {"imprecise", {"dates au mois ou à l’année", "dates to the month or year"}},
        {"same_kind", {"de même nature", "of one kind"}},
        {"cross_kind", {"de natures différentes", "of two kinds"}},
        {"gain", {"de plus qu’avec tous", "more than with everyone"}},
        {"sets", {"choix qui font autant", "choices that do as much"}},
        {"sole", {"seul financeur", "only funder"}},
        {"fragmentation", {"paires sans chemin s’il part", "pairs without way if it leaves"}},
        {"everyone", {"avec tous", "with everyone"}},
        {"catalysts", {"catalyseurs", "catalysts"}},
        {"kept",
         {"tirages sans un dixième des alliances", "draws without a tenth of the alliances"}},
        {"cut_off", {"détachés du plus grand groupe", "cut off from the largest group"}},
        {"random", {"dans un ordre tiré au sort", "in an order drawn at random"}},
        {"coordinator", {"au sein d’une nature (aaa)", "within one kind (aaa)"}},
        {"itinerant", {"par une autre nature (aba)", "by another kind (aba)"}},
        {"gatekeeper_representative",
         {"d’une nature vers une autre (aab)", "from one kind to another (aab)"}},
        {"liaison", {"par une troisième nature (abc)", "by a third kind (abc)"}},
        {"coordinator_composition", {"aaa, par la seule composition", "aaa, by composition alone"}},
        {"itinerant_composition", {"aba, par la seule composition", "aba, by composition alone"}},
        {"gatekeeper_representative_composition",
         {"aab, par la seule composition", "aab, by composition alone"}},
        {"liaison_composition", {"abc, par la seule composition", "abc, by composition alone"}},
        {"coordinator_by_sphere", {"au sein d’une sphère (aaa)", "within one sphere (aaa)"}},
        {"itinerant_by_sphere", {"par une autre sphère (aba)", "by another sphere (aba)"}},
        {"gatekeeper_representative_by_sphere",
         {"d’une sphère vers une autre (aab)", "from one sphere to another (aab)"}},
        {"liaison_by_sphere", {"par une troisième sphère (abc)", "by a third sphere (abc)"}},
        {"powerhouse", {"relient beaucoup, souvent seuls", "join much, often alone"}},
        {"connector", {"relient beaucoup, rarement seuls", "join much, seldom alone"}},
        {"linchpin", {"relient peu, souvent seuls", "join little, often alone"}},
        {"sideliner", {"relient peu, rarement seuls", "join little, seldom alone"}},
        {"all", {"pour chaque partenaire", "for every partner"}},
        {"some", {"pour certains partenaires", "for some partners"}},
        {"none", {"pour aucun partenaire", "for no partner"}},
        {"common_good", {"pour le bien commun", "for the common good"}},
        {"projects", {"du côté des projets", "on the side of projects"}},
        {"two_modes", {"selon deux modes ou plus", "by two modes or more"}},
        {"observable", {"assez anciennes pour le voir", "old enough to see it"}},
        {"too_early", {"trop récentes", "too recent"}},
        {"with_impact",
         {"objectifs suivis d’un impact écrit", "objectives with an impact written"}},
        {"top_share", {"part du plus grand apport", "share of the largest contribution"}},
        {"top_source_share", {"part de la première source", "share of the first source"}},
        {"earned_share", {"part gagnée par l’activité", "share earned"}},
        {"earned_majority", {"gagnent plus de la moitié", "earn more than half"}},
        {"days_meeting_to_partnership",
         {"jours de la rencontre à l’alliance", "days from meeting to alliance"}},
        {"days_partnership_to_start",
         {"jours de l’alliance au projet", "days from alliance to project"}},
        {"prior_dialogue", {"déjà vues en rencontre", "met before"}},
        {"new_pairs", {"paires nouvelles l’une à l’autre", "pairs new to each other"}},
        {"deployment", {"avec un partenaire pour déployer", "with a partner to deploy"}},
        {"dimensions", {"dimensions nouvelles", "new dimensions"}},
        {"double_purpose", {"double finalité", "double purpose"}},
        {"evaluation_modes", {"modes d’évaluation", "modes of evaluation"}},
        {"unknown_dimensions", {"dimensions inconnues", "dimensions unknown"}},
        {"unknown_double_purpose", {"double finalité inconnue", "double purpose unknown"}},
        {"initiative", {"initiatives", "initiatives"}},
        {"invention", {"inventions", "inventions"}},
        {"innovation", {"innovations", "innovations"}},
        {"disagreement", {"nature déclarée autre", "declared otherwise"}},
        {"evaluations", {"évaluations", "evaluations"}},
        {"sites", {"sites", "sites"}},
        {"sites_run_by_others", {"sites tenus par d’autres", "sites run by others"}},
        {"territories_of_others", {"territoires d’autres opérateurs", "territories of others"}},
        {"unknown_inventor", {"inventeur inconnu", "inventor unknown"}},
        {"uses", {"usages distincts", "distinct uses"}},
        {"stopped", {"arrêtés avant", "stopped before"}},
        {"first_quartile", {"premier quart", "first quarter"}},
        {"third_quartile", {"trois premiers quarts", "first three quarters"}},
        {"valley", {"dans la vallée", "in the valley"}},
        {"csr", {"responsabilité des entreprises", "corporate responsibility"}},
        {"hybrid_model", {"modèle hybride", "hybrid model"}},
        {"public_policy", {"politique publique", "public policy"}},
        {"territorial", {"territoriale", "territorial"}},
        {"societal", {"sociétale", "societal"}},
        {"people", {"confiance des personnes", "trust of people"}},
        {"territories", {"confiance des territoires", "trust of territories"}},
        {"worlds", {"mondes des membres", "worlds of members"}},
        {"cut_off",
         {"acteurs qu’un seul relie au reste", "actors that one alone joins to the rest"}},
        {"few_sites", {"en essaimage sur moins de deux sites", "spreading on fewer than 2 sites"}},
        {"inventor_alone",
         {"en industrialisation, inventeur seul", "industrialised by the inventor alone"}},
        {"hours", {"heures", "hours"}},
        {"fulfilment", {"pour l’épanouissement", "for fulfilment"}},
        {"returning", {"déjà engagées avant", "engaged before"}},
        {"change", {"de plus que l’année d’avant", "more than the year before"}},
        {"amounts", {"part des montants", "share of amounts"}},
        {"reciprocity_gap", {"écart dans les paires qui se notent", "gap in pairs that rate"}},
        {"response_rate", {"part de ceux qui notent", "share of those that rate"}},
        {"cronbach_alpha", {"cohérence des trois critères", "consistency of the three items"}},
        {"across_relations", {"d’une alliance à une autre", "from one alliance to another"}},
        {"matched", {"paires qui se répondent", "pairs that meet a need"}},
        {"complementary", {"deux parties se complètent", "two parties complete each other"}},
        {"shared_stake", {"deux parties citent un même enjeu", "two parties cite one stake"}},
        {"performance_written", {"performance écrite", "performance written"}},
        {"unknown_complementarity", {"leviers non dits", "levers not said"}},
        {"unknown_stakes", {"enjeux non dits", "stakes not said"}},
        {"unknown_domain", {"parties sans domaine", "parties without domain"}},
        {"unknown_side", {"parties ni publiques ni privées", "parties of no known side"}},
        {"unknown_scale", {"parties sans échelle", "parties without scale"}},
        {"public_local", {"public, local", "public, local"}},
        {"public_national", {"public, national", "public, national"}},
        {"private_local", {"privé, local", "private, local"}},
        {"private_national", {"privé, national", "private, national"}},
        {"miller_madow", {"corrigé du petit nombre", "corrected for few"}},
        {"between_territories", {"entre territoires", "between territories"}},
        {"within_territories", {"au sein d’un territoire", "within a territory"}},
    });
    constexpr std::string_view missing = "missing_";
    if (code.starts_with(missing))
        return (language == Language::french ? "manque : " : "missing: ") +
               (code == "missing_other"
                    ? (language == Language::french ? "autre besoin" : "another need")
                    : word_of(model::project_needs, code.substr(missing.size()), language));
    std::string words(words_of(measures, code, language));
    if (!words.empty()) return words;
    words = code;
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::string kinds_in_words(std::string_view codes, Language language) {
    std::string words;
    while (!codes.empty()) {
        const std::size_t end = std::min(codes.find('|'), codes.size());
        if (!words.empty()) words += " × ";
        words += word_of(model::kinds, codes.substr(0, end), language);
        codes.remove_prefix(std::min(end + 1, codes.size()));
    }
    return words;
}

/// A mode of evaluation, or a means of engagement.
std::string mode_in_words(std::string_view code, Language language) {
    const std::string words = word_of(model::evaluation_modes, code, language);
    return words == code ? word_of(model::engagement_means, code, language) : words;
}

std::string part_in_words(metrics::KeyName name, const std::string& value, Language language) {
    const bool french = language == Language::french;
    switch (name) {
        case metrics::KeyName::measure:
            return measure_in_words(value, language);
        case metrics::KeyName::kind:
        case metrics::KeyName::kinds:
            return kinds_in_words(value, language);
        case metrics::KeyName::kinds_at_least:
            return value + (french ? " natures et plus" : " kinds or more");
        case metrics::KeyName::sphere:
            return word_of(model::spheres, value, language);
        case metrics::KeyName::size:
            return (french ? "à " : "of ") + value;
        case metrics::KeyName::stage:
        case metrics::KeyName::stage_to:
            if (value == "unknown") return french ? "étape inconnue" : "unknown stage";
            return word_of(model::stages, value, language);
        case metrics::KeyName::phase:
            if (value == "rnd") return french ? "recherche et essai" : "research and trial";
            if (value == "proof") return french ? "preuve de concept" : "proof of concept";
            return french ? "déploiement" : "deployment";
        case metrics::KeyName::horizon_months:
            return value + (french ? " mois après" : " months after");
        case metrics::KeyName::lever:
            return word_of(model::support_levers, value, language);
        case metrics::KeyName::domain:
            return word_of(model::domain_words, value, language);
        case metrics::KeyName::impact:
            return word_of(model::impact_kinds, value, language);
        case metrics::KeyName::objective:
            return word_of(model::objectives, value, language);
        case metrics::KeyName::mode:
            return mode_in_words(value, language);
        default:
            return value;
    }
}

}  // namespace

std::string_view reason_in_words(std::string_view code, Language language) {
    static constexpr auto reasons = std::to_array<CodeWords>({
        {"isolate", {"sans lien", "no tie"}},
        {"degree_below_2", {"moins de deux liens", "fewer than two ties"}},
        {"fewer_than_2_nodes", {"moins de deux acteurs", "fewer than two actors"}},
        {"fewer_than_3_nodes", {"moins de trois acteurs", "fewer than three actors"}},
        {"no_edges", {"aucun lien", "no tie"}},
        {"no_2path", {"aucun lien indirect", "no indirect tie"}},
        {"single_kind", {"une seule nature d’acteurs", "only one kind of actor"}},
        {"zero_null_variance",
         {"le hasard ne donne qu’une valeur", "coincidence gives one value only"}},
        {"single_attendee", {"un seul présent", "only one attendee"}},
        {"no_pair_at_risk", {"aucune paire à suivre", "no pair to follow"}},
        {"too_many_pairs", {"trop de paires à suivre", "too many pairs to follow"}},
        {"beyond_follow_up", {"pas assez de recul", "not enough past or future"}},
        {"survival_reached_zero", {"toutes sont finies", "all have ended"}},
        {"cif_below_half", {"moins de la moitié", "fewer than half"}},
        {"empty_risk_set", {"personne à suivre", "nobody to follow"}},
        {"zero_total", {"total nul", "total of zero"}},
        {"both_sets_empty", {"personne aux deux périodes", "nobody in either period"}},
        {"no_needs", {"aucun besoin connu", "no known need"}},
        {"no_registry",
         {"pas de liste d’acteurs pour comparer", "no list of actors to compare with"}},
        {"no_population", {"population inconnue", "unknown population"}},
        {"unknown_dates", {"dates inconnues", "unknown dates"}},
        {"fewer_than_4_events", {"moins de quatre rencontres", "fewer than four meetings"}},
        {"no_between_variance",
         {"aucune différence entre territoires", "no difference between territories"}},
        {"no_relation", {"rien à compter ici", "nothing to count here"}},
        {"no_event", {"aucune rencontre", "no meeting"}},
        {"table_absent", {"pas encore renseigné", "not yet recorded"}},
        {"column_absent", {"colonne pas encore renseignée", "column not yet recorded"}},
        {"below_minimum", {"trop peu de données", "too few data"}},
        {"multi_party", {"alliances à plus de deux", "alliances of more than two"}},
        {"not_comparable", {"non comparable", "not comparable"}},
        {"persons_merged", {"habitants réunis", "citizens merged"}},
        {"too_much_data", {"long à calculer", "takes long"}},
        {"below_80_percent", {"dans moins de 80 % des tirages", "in under 80% of the draws"}},
        {"no_main_role", {"aucune place au-dessus de la moitié", "no role above one half"}},
        {"no_such_role", {"rôle non noté pour cet acteur", "role not recorded for this actor"}},
        {"by_name",
         {"beaucoup de données\u202f: à demander par --metric", "much data: ask by --metric"}},
        {"not_rated", {"noté par moins de trois", "rated by fewer than three"}},
        {"not_lapsed", {"venu depuis peu, ou jamais", "came lately, or never"}},
        {"other_sphere", {"n’est pas une organisation", "no organisation"}},
        {"seated_elsewhere", {"siège ailleurs", "seated elsewhere"}},
        {"no_seat", {"siège inconnu", "seat unknown"}},
        {"small_cell", {"secret statistique", "statistical secret"}},
        {"dominance", {"secret statistique", "statistical secret"}},
        {"secondary", {"secret statistique", "statistical secret"}},
    });
    const std::string_view words = words_of(reasons, code, language);
    return words.empty() ? code : words;
}

std::string_view unit_in_words(std::string_view unit, Language language) {
    static constexpr auto units = std::to_array<CodeWords>({
        {"worlds", {"mondes", "worlds"}},
        {"days", {"jours", "days"}},
        {"months", {"mois", "months"}},
        {"bits", {"bit", "bit"}},
        {"people", {"personnes", "people"}},
        {"hours", {"heures", "hours"}},
        {"score", {"sur 4", "of 4"}},
        {"points", {"points", "points"}},
    });
    return words_of(units, unit, language);
}

std::string key_in_words(std::string_view key, Language language) {
    std::string words;
    for (std::size_t i = 0; i < metrics::key_names.size(); ++i) {
        const auto name = static_cast<metrics::KeyName>(i);
        const auto value = metrics::key_part(key, name);
        if (!value) continue;
        if (!words.empty()) words += ", ";
        words += part_in_words(name, *value, language);
    }
    return words;
}

}  // namespace maillage::report
