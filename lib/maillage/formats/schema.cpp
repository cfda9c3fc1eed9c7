// The format, as a table to be read: what the tables are called, which columns they have, under
// which names, and what the cells hold. docs/formats/tables.md says the same to users; a test
// holds the two together.

#include <array>

#include <maillage/formats/schema.hpp>

namespace maillage::formats {

namespace {

using Name = std::string_view;

constexpr double no_limit = std::numeric_limits<double>::infinity();

constexpr Column id(Name name, Name aliases) {
    return {name, aliases, Type::id, Required::yes};
}
constexpr Column label(Name name, Name aliases) {
    return {name, aliases, Type::name};
}
constexpr Column text(Name name, Name aliases = {}, Type type = Type::text) {
    return {name, aliases, type};
}
constexpr Column date(Name name, Name aliases) {
    return {name, aliases, Type::date};
}
constexpr Column yes_no(Name name, Name aliases) {
    return {name, aliases, Type::yes_no};
}
constexpr Column number(Name name, Name aliases, double low = -no_limit, double high = no_limit) {
    return {name, aliases, Type::number, Required::no, Vocabulary::none, Target::none, low, high};
}
constexpr Column integer(Name name, Name aliases, double low = 0, double high = no_limit) {
    return {name, aliases, Type::integer, Required::no, Vocabulary::none, Target::none, low, high};
}
constexpr Column word(Name name, Name aliases, Vocabulary words, Type type = Type::word) {
    return {name, aliases, type, Required::no, words};
}
constexpr Column words(Name name, Name aliases, Vocabulary vocabulary) {
    return word(name, aliases, vocabulary, Type::words);
}
constexpr Column one(Target target, Name name, Name aliases) {
    return {name, aliases, Type::reference, Required::no, Vocabulary::none, target};
}
constexpr Column some(Target target, Name name, Name aliases) {
    return {name, aliases, Type::references, Required::no, Vocabulary::none, target};
}
constexpr Column must(Column column) {
    column.required = Required::yes;
    return column;
}

constexpr Column amount(Name name, Name aliases) {
    return number(name, aliases, 0);
}
constexpr Column year() {
    return must(integer("year", "annee", 1800, 2200));
}
constexpr Column longitude = number("longitude", "longitude|lon|lng|x", -180, 180);
constexpr Column latitude = number("latitude", "latitude|lat|y", -90, 90);
constexpr Column source = some(Target::source, "source", "source|sources");
constexpr Column start = date("start", "debut|date_debut");
constexpr Column end = date("end", "fin|date_fin");
constexpr Column last_seen = date("last_seen", "dernieres_nouvelles");
constexpr Column themes = text("themes", "themes|thematiques|enjeux", Type::themes);
constexpr Column accompanied_by = some(Target::actor, "accompanied_by", "accompagne_par");
constexpr Column domains = words("domains", "domaines", Vocabulary::domain);
constexpr Column experiment = must(one(Target::experiment, "experiment", "experimentation|projet"));
constexpr Column actor = must(one(Target::actor, "actor", "acteur|membre|structure"));
constexpr Column stake = must(text("stake", "enjeu", Type::theme));
constexpr Column role = word("role", "role", Vocabulary::role);

constexpr Column territories[] = {
    id("id", "identifiant|code_territoire"),
    text("code", "code|code_insee|siren_epci"),
    must(label("name", "nom|libelle")),
    word("level", "niveau|echelon", Vocabulary::level),
    some(Target::territory, "parent", "parent|territoire_parent|rattachement"),
    integer("population", "population|habitants"),
    longitude,
    latitude,
    text("code_system", "nomenclature"),
    date("valid_from", "valide_du"),
    date("valid_to", "valide_au"),
};

constexpr Column actors[] = {
    id("id", "identifiant|code"),
    must(label("name", "nom|denomination|raison_sociale|structure|organisme|label")),
    must(word("kind", "nature|type|categorie|famille", Vocabulary::kind)),
    text("subkind", "sous_type|statut"),
    yes_no("person", "personne"),
    one(Target::territory, "territory", "territoire|code_commune|code_insee|commune|siege"),
    longitude,
    latitude,
    domains,
    word("sphere", "sphere", Vocabulary::sphere),
    yes_no("catalyst", "catalyseur|animateur"),
    words("functions", "fonctions", Vocabulary::function),
    word("scale", "echelle", Vocabulary::scale),
    text("siren", "siren", Type::siren),
    text("siret", "siret", Type::siret),
    text("rna", "numero_rna", Type::rna),
    date("created", "creation|date_creation"),
    date("closed", "fermeture|dissolution"),
    last_seen,
    text("website", "site|site_web|url", Type::url),
    source,
};

constexpr Column partnerships[] = {
    id("id", "identifiant"),
    label("name", "nom|intitule|titre"),
    word("type", "type|forme", Vocabulary::partnership_type),
    start,
    end,
    last_seen,
    themes,
    accompanied_by,
    word("intensity", "intensite", Vocabulary::intensity),
    text("end_reason", "motif_fin"),
    some(Target::territory, "territory", "territoire|territoires|lieu"),
    amount("amount", "montant"),
    some(Target::actor, "members", "membres|parties"),
    one(Target::actor, "from", "de|acteur_1"),
    one(Target::actor, "to", "vers|acteur_2|target"),
    source,
};

constexpr Column partnership_members[] = {
    must(one(Target::partnership, "partnership", "partenariat|alliance|convention")),
    actor,
    role,
    words("contribution", "apport", Vocabulary::contribution),
    words("objectives", "objectifs", Vocabulary::objective),
    amount("value", "valeur|montant"),
    date("joined", "arrivee"),
    date("left", "depart"),
};

constexpr Column events[] = {
    id("id", "identifiant"),
    label("name", "nom|intitule"),
    must(date("date", "date|debut")),
    end,
    some(Target::territory, "territory", "territoire|lieu|commune"),
    text("themes", "themes|thematiques|sujets", Type::themes),
    one(Target::actor, "convenor", "organisateur|animateur"),
    text("format", "format|forme"),
    source,
};

constexpr Column attendance[] = {
    must(one(Target::event, "event", "rencontre|evenement")),
    must(one(Target::actor, "actor", "acteur|participant|structure")),
    word("role", "role", Vocabulary::attendance_role),
    word("sphere", "sphere|qualite", Vocabulary::sphere),
    integer("headcount", "effectif|nombre"),
};

constexpr Column experiments[] = {
    id("id", "identifiant"),
    label("name", "nom|intitule|titre"),
    some(Target::territory, "territory", "territoire|territoires|lieu"),
    domains,
    one(Target::actor, "inventor", "inventeur|porteur"),
    yes_no("fragile_public", "public_fragile"),
    yes_no("new_solution", "nouvelle_solution"),
    yes_no("new_process", "nouveau_processus"),
    yes_no("new_model", "nouveau_modele"),
    word("declared_nature", "nature_declaree", Vocabulary::nature),
    start,
    end,
    last_seen,
    themes,
    accompanied_by,
    word("taken_up_as", "repris_comme", Vocabulary::taken_up),
    source,
};

constexpr Column experiment_members[] = {experiment, actor, role};

constexpr Column experiment_stages[] = {
    experiment,
    must(word("stage", "etape|stade", Vocabulary::stage)),
    must(date("date", "date")),
    text("evidence", "preuve"),
    one(Target::actor, "declared_by", "declare_par"),
};

constexpr Column experiment_sites[] = {
    experiment,
    must(one(Target::territory, "territory", "territoire|lieu|commune")),
    one(Target::actor, "operator", "operateur"),
    date("date", "date"),
    text("use", "usage"),
};

constexpr Column territory_stakes[] = {
    must(one(Target::territory, "territory", "territoire")),
    stake,
    text("label", "libelle"),
    text("priority", "priorite"),
    date("decided", "decide_le|date"),
    source,
};

constexpr Column needs[] = {
    experiment,
    must(word("need", "besoin", Vocabulary::need, Type::open_word)),
    date("since", "depuis"),
    one(Target::actor, "met_by", "repondu_par"),
    date("met_on", "repondu_le"),
};

constexpr Column targets[] = {
    word("kind", "nature", Vocabulary::kind),
    word("sphere", "sphere", Vocabulary::sphere),
    text("stake", "enjeu", Type::theme),
    number("share", "part", 0, 1),
    integer("count", "nombre"),
    text("decided_by", "decide_par"),
    date("date", "date"),
};

constexpr Column supports[] = {
    experiment,
    one(Target::actor, "provider", "apporteur"),
    must(word("lever", "levier", Vocabulary::lever)),
    word("stage", "etape|stade", Vocabulary::stage),
    date("date", "date"),
    amount("amount", "montant"),
    amount("days", "jours"),
};

constexpr Column funding[] = {
    must(one(Target::actor_or_experiment, "owner", "beneficiaire")),
    year(),
    must(word("source", "source", Vocabulary::funding_source)),
    must(amount("amount", "montant")),
};

constexpr Column stakes[] = {
    actor, stake, text("seeks", "cherche"), text("brings", "apporte"), text("priority", "priorite"),
};

constexpr Column levers[] = {
    actor,
    must(text("lever", "levier")),
    number("offer", "offre", 0, 4),
    number("need", "besoin", 0, 4),
};

constexpr Column evaluations[] = {
    must(one(Target::partnership_or_experiment, "object", "objet")),
    must(word("mode", "mode", Vocabulary::evaluation_mode)),
    date("date", "date"),
    text("approach", "approche"),
    one(Target::actor, "evaluator", "evaluateur"),
};

constexpr Column impacts[] = {
    must(one(Target::partnership_or_experiment, "object", "objet")),
    must(word("impact", "impact", Vocabulary::impact)),
    one(Target::actor, "actor", "acteur"),
    word("sub_impact", "sous_impact", Vocabulary::sub_impact),
    text("indicator", "indicateur"),
    number("value", "valeur"),
    date("date", "date"),
    text("evidence", "preuve"),
};

constexpr Column ratings[] = {
    must(one(Target::actor, "rater", "evaluateur")),
    must(one(Target::actor, "rated", "evalue")),
    must(word("item", "critere", Vocabulary::rating_item)),
    must(number("score", "note", 1, 4)),
    date("date", "date"),
};

constexpr Column engagements[] = {
    actor,
    year(),
    must(word("mean", "moyen", Vocabulary::engagement_mean)),
    word("motor", "moteur", Vocabulary::engagement_motor),
    integer("people", "personnes"),
    integer("returning", "deja_engages"),
    amount("hours", "heures"),
};

constexpr Column sources[] = {
    id("id", "identifiant"),
    label("name", "nom|titre"),
    text("publisher", "editeur"),
    text("licence", "licence"),
    text("retrieved", "recupere_le|date"),
};

constexpr Column benchmarks[] = {
    id("id", "identifiant"),      number("value", "valeur"),
    integer("n", "effectif"),     text("population", "population"),
    text("question", "question"), some(Target::source, "source", "source"),
    date("date", "date"),
};

constexpr Period start_end{"start", "end"};

constexpr std::array<TableSchema, model::table_count> tables{{
    {Table::territories, "territoires", territories, {"valid_from", "valid_to"}},
    {Table::actors, "acteurs|structures|organisations", actors, {"created", "closed"}},
    {Table::partnerships, "partenariats|alliances|conventions", partnerships, start_end},
    {Table::partnership_members,
     "membres_partenariat|membres_partenariats|membres|parties",
     partnership_members,
     {"joined", "left"}},
    {Table::events, "rencontres|evenements|dialogues", events, {"date", "end"}},
    {Table::attendance, "presences|participations", attendance, {}},
    {Table::experiments, "experimentations|projets", experiments, start_end},
    {Table::experiment_members,
     "membres_experimentation|membres_experimentations|membres_projet|membres_projets",
     experiment_members,
     {}},
    {Table::experiment_stages,
     "etapes_experimentation|etapes_experimentations|etapes|etapes_projet|etapes_projets",
     experiment_stages,
     {}},
    {Table::experiment_sites,
     "sites_experimentation|sites_experimentations|sites|sites_projet|sites_projets",
     experiment_sites,
     {}},
    {Table::territory_stakes, "enjeux_territoire|enjeux_territoires", territory_stakes, {}},
    {Table::needs, "besoins", needs, {"since", "met_on"}},
    {Table::targets, "cibles", targets, {}},
    {Table::supports, "appuis|soutiens", supports, {}},
    {Table::funding, "financements", funding, {}},
    {Table::stakes, "enjeux|enjeux_acteurs", stakes, {}},
    {Table::levers, "leviers", levers, {}},
    {Table::evaluations, "evaluations", evaluations, {}},
    {Table::impacts, "impacts", impacts, {}},
    {Table::ratings, "notations", ratings, {}},
    {Table::engagements, "engagements", engagements, {}},
    {Table::sources, "sources", sources, {}},
    {Table::benchmarks, "references", benchmarks, {}},
}};

}  // namespace

std::span<const TableSchema> schema() {
    return tables;
}

const TableSchema& schema_of(Table table) {
    return tables[static_cast<std::size_t>(table)];
}

}  // namespace maillage::formats
