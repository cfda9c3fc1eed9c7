#include <fmt/format.h>

#include <maillage/base/error.hpp>
#include <maillage/simulation/simulate.hpp>
#include <maillage/simulation/tables.hpp>

namespace maillage::simulation {

namespace {

constexpr std::string_view settings_text = R"(# Données simulées par : {command}
# Lien planté : deux acteurs qui se sont déjà rencontrés s’allient {factor} fois plus souvent que
# s’ils ne s’étaient pas rencontrés. Explications dans README.md.

[dataset]
title = "Pays simulé"
lang = "fr"
as_of = "{as_of}"
simulated = true
source = "données simulées, graine {seed}"

[perimetre]
rule = "registry"
date = "{as_of}"
by = "simulation"
)";

constexpr std::string_view readme_text = R"(# Pays simulé

**Données simulées : aucun acteur, aucun lieu, aucun fait n’est réel.** Tout est inventé par

```
{command}
```

La même commande redonne les mêmes octets. Les noms de lieux finissent par « en-Fable » ; les coordonnées sont en mer.

{actors} acteurs, {meetings} rencontres, {alliances} alliances et {projects} expérimentations, du {first} au {as_of}.

## Le lien planté

Des alliances sont proposées à des paires d’acteurs à un rythme constant, selon leur activité et leur distance. Une paire qui s’est déjà rencontrée accepte ; une paire qui ne s’est pas rencontrée accepte une fois sur {factor}. Pour une paire donnée, le rythme des alliances est donc multiplié par **{factor}** à partir du lendemain de sa première rencontre. Le troisième membre et les suivants acceptent ou non de la même façon, d’après leur lien avec le premier.

L’activité est log-normale : les plus actifs se rencontrent davantage *et* s’allient davantage. Comparer sans précaution les paires qui se sont rencontrées et les autres donne donc un autre nombre que {factor}.

## L’argent planté

Jusqu’à l’expérimentation, un projet vit de 70 à 90 % d’argent public. Deux projets sur trois passent ensuite à 40 à 60 % pendant la modélisation, puis à 10 à 30 % une fois essaimés ; le troisième reste où il était.

Les cibles (qui devrait être à la table, par nature) sont inventées, elles aussi.

## Les deux listes plantées

L’enquête cite 75 % des alliances et le registre 60 %, l’une sans égard à l’autre. Une alliance sur dix n’est citée par aucun des deux : sa case `source` est vide. D’après le seul recoupement des deux listes, `est_chapman` doit retrouver combien d’alliances il y a en tout.

## Ce que les structures disent

Rien ici ne vient d’un habitant seul, ni ne parle de lui.

- Une structure sur deux dit ses leviers. Les acteurs publics offrent surtout des locaux et du financement, les entreprises des compétences ; les associations et les collectifs en ont besoin. « véhicules » est demandé et n’est offert par personne.
- Un impact est écrit pour 30 % des alliances et des projets nés depuis dix-huit mois, 60 % de ceux nés depuis cinq ans, aucun des plus jeunes ; pour toutes les parties (trois fois sur dix), pour la moitié d’entre elles (cinq fois) ou seulement pour le bien commun (deux fois). Un impact daté vaut nouvelle de l’alliance : il ne l’est jamais après la vraie fin.
- Parmi les structures qui portent des alliances avec trois partenaires ou plus, une sur trois est notée par trois à cinq d’entre eux, et une sur dix par deux, trop peu pour que sa note soit dite.
- Une entreprise sur quatre engage ses salariés, à partir d’une année. 60 % des engagés d’une année le sont encore la suivante ; d’autres les rejoignent. Une année sur sept n’est pas notée.
- Une partie sur dix ne dit pas son objectif ; la moitié des apports dits ont une valeur. Le domaine manque à une structure sur huit, l’échelle à une sur douze.
- **Les repères de `benchmarks.csv` ne viennent d’aucune étude** : ce sont des valeurs simulées, et chacun le dit.

## Les trous, laissés exprès

- Un quart des fins d’alliance n’est pas noté ; de certaines alliances, personne n’a de nouvelles.
- Les entreprises viennent moins aux rencontres.
- « logement » est cité par des acteurs et n’est le thème d’aucune rencontre ; « numérique » est discuté, presque sans alliance.
- Les appuis manquent surtout après l’expérimentation ; plusieurs projets n’ont pas de partenaire de déploiement.
- Quelques entreprises n’ont pas de siège connu.
)";

std::string command_of(const Recipe& recipe) {
    std::string command =
        fmt::format("maillage simulate -o DOSSIER --actors {} --years {} --seed {}", recipe.actors,
                    recipe.years, recipe.seed);
    if (recipe.memberships != Recipe::usual_memberships(recipe.actors))
        command += fmt::format(" --memberships {}", recipe.memberships);
    return command;
}

Recipe checked(Recipe recipe) {
    if (recipe.actors < Recipe::fewest_actors || recipe.years < 1 || recipe.years > 200 ||
        recipe.meeting_factor < 1)
        throw base::UsageError({"U040", {std::to_string(Recipe::fewest_actors)}, {}});
    if (recipe.memberships == 0) recipe.memberships = Recipe::usual_memberships(recipe.actors);
    return recipe;
}

}  // namespace

std::vector<TextFile> simulate(const Recipe& asked) {
    const Recipe recipe = checked(asked);
    const Country country = make_country(recipe);
    const History history = live(country, recipe);
    const std::vector<Project> projects = make_projects(country, history, recipe);
    std::vector<TextFile> files = write_tables(country, history, projects, recipe);
    const auto fill = [&](std::string_view text) {
        return fmt::format(fmt::runtime(text), fmt::arg("command", command_of(recipe)),
                           fmt::arg("factor", recipe.meeting_factor), fmt::arg("seed", recipe.seed),
                           fmt::arg("actors", country.actors.size()),
                           fmt::arg("meetings", history.meetings.size()),
                           fmt::arg("alliances", history.alliances.size()),
                           fmt::arg("projects", projects.size()),
                           fmt::arg("first", base::iso(history.first)),
                           fmt::arg("as_of", base::iso(history.as_of)));
    };
    files.push_back({"maillage.toml", fill(settings_text)});
    files.push_back({"README.md", fill(readme_text)});
    return files;
}

}  // namespace maillage::simulation
