#include <array>

#include <maillage/report/sentences.hpp>

namespace maillage::report {

namespace {

using enum metrics::FigureNature;

// Conditions beside "every figure is known".
constexpr auto came_from_list = [](const Facts& f) {
    return f["meetings"] > 0 && f["eligible"] > 1;
};
constexpr auto came_without_list = [](const Facts& f) {
    return f["meetings"] > 0 && f["eligible"] <= 1;
};
constexpr auto no_meeting = [](const Facts& f) { return f["meetings"] == 0; };
constexpr auto some_came = [](const Facts& f) { return f["came"] > 0; };
constexpr auto several_sheets = [](const Facts& f) { return f["with_sheet"] > 1; };
constexpr auto some_lapsed = [](const Facts& f) { return f["lapsed"] > 0 && f["lapsed_of"] > 1; };
constexpr auto some_seeded = [](const Facts& f) {
    return f["seeded"] > 0 && f["seeded_of"] > 1 && !f.has("seeded_verdict");
};
constexpr auto seeded_and_judged = [](const Facts& f) {
    return f["seeded"] > 0 && f["seeded_of"] > 1;
};
constexpr auto none_seeded = [](const Facts& f) { return f["seeded"] == 0 && f["seeded_of"] > 1; };
constexpr auto several_alliances = [](const Facts& f) { return f["cross_of"] > 1; };
constexpr auto several_alive = [](const Facts& f) {
    return f.known("ends_with_data") && f.known("active_low") && f["active"] > 1;
};
constexpr auto one_alive = [](const Facts& f) {
    return f.known("ends_with_data") && f.known("active_low") && f["active"] == 1;
};
constexpr auto alive_then = [](const Facts& f) { return !f.known("ends_with_data"); };
constexpr auto nobody_silent = [](const Facts& f) {
    return f.known("years") && f["active"] > 0 && !f.known("active_low");
};
// What hangs on one actor is said when it is much: three actors or more, a tenth of the allied.
constexpr auto many_hang_on_one = [](const Facts& f) {
    return f["cut_off"] >= 3 && 10 * f["cut_off"] >= f["with_allies"];
};
constexpr auto a_taker_is_missing = [](const Facts& f) { return f["undeployed"] > 0; };
constexpr auto no_taker_is_missing = [](const Facts& f) { return f["undeployed"] == 0; };
constexpr auto some_projects = [](const Facts& f) { return f["projects"] > 0; };
constexpr auto some_linked = [](const Facts& f) {
    return f["linked_of"] >= 10 && f["only_convened"] > 0 && f["only_convened"] < 10;
};
constexpr auto some_accompanied = [](const Facts& f) { return f["accompanied"] > 0; };
constexpr auto few_relations = [](const Facts& f) { return f["meetings"] < 10 && f["born"] < 10; };
constexpr auto some_actors = [](const Facts& f) { return f["actors"] > 0; };
constexpr auto unknown_list = [](const Facts& f) { return f["actors"] > 0 && !f.has("perimeter"); };
constexpr auto every_sheet = [](const Facts& f) { return f["with_sheet"] == f["meetings"]; };
constexpr auto a_sheet_is_missing = [](const Facts& f) { return f["with_sheet"] < f["meetings"]; };
constexpr auto rows_left_out = [](const Facts& f) { return f["refused_rows"] > 0; };
constexpr auto under_a_generation = [](const Facts& f) {
    return f.known("years") && f["years"] < 28;
};
constexpr auto without_dates = [](const Facts& f) { return !f.known("years"); };
constexpr auto a_third_silent = [](const Facts& f) {
    return f["silent"] > 0 && 3 * f["silent"] >= f["not_ended"];
};

constexpr auto table = std::to_array<Sentence>({
    // The opening: at most one sentence for each dynamic.
    {"reach",
     Part::opening,
     counted,
     came_from_list,
     {"{came/eligible?Aucune|Une seule|#|Chacune} de nos {eligible} structures "
      "{came/eligible?n’est venue à une rencontre|est venue à une rencontre|sont venues au "
      "moins une fois à une rencontre|est venue au moins une fois à une "
      "rencontre}[{newcomers?|, dont une pour la première fois|, dont # pour la première "
      "fois}][ ; {low_reach}].",
      "{came/eligible?None|Only one|#|Each} of our {eligible} actors {came/eligible?has "
      "come to a meeting|has come to a meeting|have come to at least one meeting|has come "
      "to at least one meeting}[{newcomers?|, one for the first time|, # for the first "
      "time}][; {low_reach}]."}},
    {"came",
     Part::opening,
     counted,
     came_without_list,
     {"{came?Aucune structure n’est venue|Une structure est venue|# structures sont venues} "
      "aux rencontres[{newcomers?|, dont une pour la première fois|, dont # pour la "
      "première fois}].",
      "{came?No actor has|One actor has|# actors have} come to the meetings[{newcomers?|, "
      "one for the first time|, # for the first time}]."}},
    {"no_meeting",
     Part::opening,
     counted,
     no_meeting,
     {"{meetings?Aucune rencontre n’est notée|Une rencontre est notée|# rencontres sont "
      "notées} dans cette période.",
      "{meetings?No meeting is|One meeting is|# meetings are} recorded in this period."}},
    {"born",
     Part::opening,
     counted,
     nullptr,
     {"{born?Aucune alliance n’est née|Une alliance est née|# alliances sont nées}[ "
      "({born_before?aucune|une|#} en {year_before})][{born_accompanied?|, dont une "
      "accompagnée|, dont # accompagnées}][{planned?| ; une autre est annoncée| ; # autres sont "
      "annoncées}].",
      "{born?No alliance was|One alliance was|# alliances were} born[ ({born_before?none|one|#} in "
      "{year_before})][{born_accompanied?|, one of them accompanied|, # of them "
      "accompanied}][{planned?|; another one is announced|; # others are announced}]."}},
    {"undated",
     Part::opening,
     counted,
     without_dates,
     {"{active?Aucune alliance n’est connue|Une alliance est connue, sans date|# alliances sont "
      "connues, sans date}.",
      "{active?No alliance is known|One alliance is known, without date|# alliances are known, "
      "without dates}."}},
    {"waiting",
     Part::opening,
     counted,
     a_taker_is_missing,
     {"{undeployed?Aucun projet arrivé|Un projet arrivé|# projets arrivés} à la modélisation ou "
      "plus loin {undeployed?n’est|n’a|n’ont} {undeployed?sans|pas de|pas de} partenaire public ou "
      "privé pour se déployer.",
      "{undeployed?No project that has|One project that has|# projects that have} reached "
      "modelling or gone further {undeployed?is without|has no|have no} public or private partner "
      "to deploy."}},
    {"projects",
     Part::opening,
     counted,
     no_taker_is_missing,
     {"{projects?Aucune expérimentation n’est connue|Une expérimentation est connue|# "
      "expérimentations sont connues}.",
      "{projects?No experiment is|One experiment is|# experiments are} known."}},

    // 1. Meeting.
    {"kinds",
     Part::meeting,
     counted,
     some_came,
     {"Sont venus au moins une fois : {reach_by_kind}.", "Came at least once: {reach_by_kind}."}},
    {"spheres",
     Part::meeting,
     counted,
     several_sheets,
     {"Élus, habitants et organisations {three_spheres/with_sheet?n’étaient ensemble dans "
      "aucune|étaient ensemble dans une seule|étaient ensemble dans #|étaient ensemble dans "
      "chacune} des {with_sheet} rencontres dont les présents sont notés.",
      "Public officials, citizens and organisations were together in "
      "{three_spheres/with_sheet?none|only one|#|each} of the {with_sheet} meetings whose "
      "attendance is recorded."}},
    {"convened",
     Part::meeting,
     counted,
     some_linked,
     {"Sur {tenths} liens noués en rencontre, {only_convened?aucun ne l’a|un ne l’a|# ne l’ont} "
      "été qu’à l’appel d’une même structure[ (de {only_convened_low} à {only_convened_high} sans "
      "l’une des rencontres)].",
      "Of {tenths} ties made at meetings, {only_convened?none was|one was|# were} made only at the "
      "call of one actor[ (from {only_convened_low} to {only_convened_high} without one of the "
      "meetings)]."}},
    {"lapsed",
     Part::meeting,
     counted,
     some_lapsed,
     {"Parmi les {lapsed_of} structures déjà venues, {lapsed/lapsed_of?toutes ont|une n’a pas|# "
      "n’ont pas|aucune n’a} été {lapsed/lapsed_of?revues|revue|revues|revue} au cours des "
      "{lapsed_months} derniers mois.",
      "Among the {lapsed_of} actors that ever came, {lapsed/lapsed_of?all have|one has not|# have "
      "not|none has} been seen again in the last {lapsed_months} months."}},

    // 2. Allying.
    {"seeded",
     Part::allying,
     counted,
     some_seeded,
     {"{seeded/seeded_of?Aucune|Une|#|Chacune} des {seeded_of} nouvelles alliances "
      "{seeded/seeded_of?ne réunit|réunit|réunissent|réunit} des structures qui s’étaient déjà "
      "croisées dans nos rencontres.",
      "{seeded/seeded_of?None|One|#|Each} of the {seeded_of} new alliances "
      "{seeded/seeded_of?joins|joins|join|joins} actors that had met before at our meetings."}},
    {"seeded_judged",
     Part::allying,
     compared,
     seeded_and_judged,
     {"{seeded/seeded_of?Aucune|Une|#|Chacune} des {seeded_of} nouvelles alliances "
      "{seeded/seeded_of?ne réunit|réunit|réunissent|réunit} des structures qui s’étaient déjà "
      "croisées dans nos rencontres. {seeded_verdict}",
      "{seeded/seeded_of?None|One|#|Each} of the {seeded_of} new alliances "
      "{seeded/seeded_of?joins|joins|join|joins} actors that had met before at our meetings. "
      "{seeded_verdict}"}},
    {"unseeded",
     Part::allying,
     counted,
     none_seeded,
     {"{seeded?Aucune|Une|#} des {seeded_of} nouvelles alliances {seeded?ne "
      "réunit|réunit|réunissent} des structures qui s’étaient déjà croisées dans une rencontre "
      "notée.",
      "{seeded?None|One|#} of the {seeded_of} new alliances {seeded?joins|joins|join} actors that "
      "had met before at a recorded meeting."}},
    {"alive",
     Part::allying,
     estimated,
     several_alive,
     {"De {active_low} à {active} alliances vivent encore : {silent/active?pour aucune|pour l’une "
      "d’elles|pour # d’entre elles|pour toutes}, personne n’a eu de nouvelles depuis plus de "
      "{silent_months} mois. Il suffit de demander.",
      "Between {active_low} and {active} alliances are still alive: of {silent/active?none|one of "
      "them|# of them|all of them}, nobody has had news for more than {silent_months} months. "
      "Asking is enough."}},
    {"alive_one",
     Part::allying,
     estimated,
     one_alive,
     {"Une alliance vit peut-être encore : personne n’a eu de nouvelles depuis plus de "
      "{silent_months} mois. Il suffit de demander.",
      "One alliance may still be alive: nobody has had news for more than {silent_months} months. "
      "Asking is enough."}},
    {"alive_then",
     Part::allying,
     estimated,
     alive_then,
     {"De {active_low} à {active} alliances vivaient à la fin de la période, selon que l’on "
      "compte ou non celles dont on n’a plus de nouvelles.",
      "Between {active_low} and {active} alliances were alive at the end of the period, with or "
      "without those of which there is no news."}},
    {"running",
     Part::allying,
     counted,
     nobody_silent,
     {"{active?Aucune alliance n’est|Une alliance est|# alliances sont} en cours.",
      "{active?No alliance is|One alliance is|# alliances are} running."}},
    {"hanging",
     Part::allying,
     counted,
     many_hang_on_one,
     {"Parmi nos {with_allies} structures alliées, une seule en relie {cut_off} aux autres : "
      "qu’elle "
      "parte, et ce chemin est perdu.",
      "Of our {with_allies} allied actors, one alone joins {cut_off} to the others: should it "
      "leave, "
      "that way is lost."}},
    {"conversion",
     Part::allying,
     estimated,
     nullptr,
     {"Sur {met_of} paires qui se sont rencontrées, de {allied_low} à {allied_high} sont devenues "
      "partenaires en deux ans.",
      "Of {met_of} pairs that met, between {allied_low} and {allied_high} became partners within "
      "two years."}},
    {"survival",
     Part::allying,
     estimated,
     nullptr,
     {"Sur {tenths} alliances nées, de {lasting_low} à {lasting_high} vivent encore au bout de "
      "trois ans.",
      "Of {tenths} alliances born, between {lasting_low} and {lasting_high} are still alive after "
      "three years."}},
    {"cross",
     Part::allying,
     counted,
     several_alliances,
     {"Sur {cross_of} alliances{of_period}, {cross/cross_of?aucune ne réunit|une seule réunit|# "
      "réunissent|toutes réunissent} des structures de natures différentes[{cross_three?|, "
      "une au moins trois natures|, # au moins trois natures}].",
      "Of {cross_of} alliances{of_period}, {cross/cross_of?none joins|only one joins|# join|all "
      "join} "
      "actors of different kinds[{cross_three?|, one of at least three kinds|, # of at "
      "least three kinds}]."}},

    // 3. Experimenting.
    {"stages",
     Part::experimenting,
     counted,
     some_projects,
     {"Étape atteinte : {projects_by_stage}.", "Stage reached: {projects_by_stage}."}},
    {"missing",
     Part::experimenting,
     counted,
     nullptr,
     {"Il manque aujourd’hui : {missing_by_need}.", "Missing today: {missing_by_need}."}},
    {"spreading",
     Part::experimenting,
     estimated,
     nullptr,
     {"Sur {tenths} projets, de {spread_low} à {spread_high} sont arrivés à l’essaimage en trois "
      "ans.",
      "Of {tenths} projects, between {spread_low} and {spread_high} came to spreading within three "
      "years."}},
    {"accompanied",
     Part::experimenting,
     counted,
     some_accompanied,
     {"{accompanied/projects?Aucun projet n’est accompagné|Un projet est accompagné|# "
      "projets sont accompagnés|Tous les projets sont accompagnés} par un catalyseur.",
      "{accompanied/projects?No project is|One project is|# projects are|All projects are} "
      "accompanied by a catalyst."}},

    // What this page does not say.
    {"few",
     Part::limits,
     counted,
     few_relations,
     {"{meetings?Aucune rencontre|Une rencontre|# rencontres}[ et {born?aucune alliance née|une "
      "alliance née|# alliances nées}] : trop peu pour lire une tendance.",
      "{meetings?No meeting|One meeting|# meetings}[ and {born?no alliance born|one alliance "
      "born|# alliances born}]: too few to read a trend."}},
    {"list",
     Part::limits,
     counted,
     some_actors,
     {"{actors?Ces structures sont|Cette structure est|Ces # structures sont} notre liste[ "
      "({perimeter})], pas tout le territoire.",
      "{actors?These actors are|This actor is|These # actors are} our list[ ({perimeter})], "
      "not the whole territory."}},
    {"list_unknown",
     Part::limits,
     counted,
     unknown_list,
     {"Comment cette liste a été faite n’est pas noté.",
      "How this list was made is not recorded."}},
    {"written",
     Part::limits,
     counted,
     every_sheet,
     {"Nous comptons ce qui a été noté, rien d’autre.",
      "We count what was written down, nothing else."}},
    {"sheets",
     Part::limits,
     counted,
     a_sheet_is_missing,
     {"Nous comptons ce qui a été noté : {with_sheet?aucune|une seule|#} des {meetings} "
      "rencontres {with_sheet?n’a|a|ont} une feuille de présence.",
      "We count what was written down: {with_sheet?none|only one|#} of the {meetings} "
      "meetings {with_sheet?has|has|have} a list of attendance."}},
    {"left_out",
     Part::limits,
     counted,
     rows_left_out,
     {"{refused_rows?Aucune ligne des fichiers n’a été laissée|Une ligne des fichiers a été "
      "laissée|# lignes des fichiers ont été laissées} de côté, faute de pouvoir être "
      "{refused_rows?lue|lue|lues}.",
      "{refused_rows?No row|One row|# rows} of the files {refused_rows?was|was|were} left "
      "out because {refused_rows?it|it|they} could not be read."}},
    {"association",
     Part::limits,
     counted,
     nullptr,
     {"Deux choses vues ensemble ne sont pas cause l’une de l’autre.",
      "Of two things seen together, neither is the cause of the other."}},
    {"trust",
     Part::limits,
     counted,
     under_a_generation,
     {"Il est trop tôt pour parler de confiance : elle se lit sur une génération.",
      "It is too early to speak of trust: it is read over a generation."}},

    // Questions, one a rule.
    {"ask_kind",
     Part::question,
     counted,
     nullptr,
     {"Quel sujet ferait venir {missing_kind} ?", "Which subject would bring in {missing_kind}?"}},
    {"ask_taker",
     Part::question,
     counted,
     a_taker_is_missing,
     {"Qui peut porter plus loin {undeployed?les projets prêts|le projet prêt|les # projets "
      "prêts} ?",
      "Who can carry further the {undeployed?projects|project|# projects} that "
      "{undeployed?are|is|are} ready?"}},
    {"ask_stake",
     Part::question,
     counted,
     nullptr,
     {"Ouvrons-nous une table « {untabled_stake} » ?",
      "Shall we open a table on “{untabled_stake}”?"}},
    {"ask_silent",
     Part::question,
     counted,
     a_third_silent,
     {"Qui prend des nouvelles {silent?des alliances restées silencieuses|de l’alliance "
      "restée silencieuse|des # alliances restées silencieuses} ?",
      "Who asks after the {silent?silent alliances|silent alliance|# silent alliances}?"}},
});

}  // namespace

std::span<const Sentence> sentences() {
    return table;
}

}  // namespace maillage::report
