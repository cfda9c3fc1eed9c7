#include <maillage/base/message.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

using base::Language;

/// French counts none in the singular, English in the plural.
bool is_one(std::int64_t count, Language language) {
    return language == Language::french ? count < 2 : count == 1;
}

}  // namespace

std::string say(const base::Words& words, Language language,
                const std::vector<std::string>& arguments) {
    return base::fill(words.in(language), arguments);
}

std::string say(const Phrase& phrase, std::int64_t count, Language language,
                const std::vector<std::string>& others) {
    std::vector<std::string> arguments{base::readable(count, language)};
    arguments.insert(arguments.end(), others.begin(), others.end());
    return say(is_one(count, language) ? phrase.one : phrase.many, language, arguments);
}

std::string counted(std::int64_t count, const model::Word& word, Language language) {
    const base::Words& form = is_one(count, language) ? word.label : word.plural;
    return base::readable(count, language) + " " + std::string(form.in(language));
}

namespace words {

const base::Words in_year{"En {0}, ", "In {0}, "};
const base::Words on_day{"Au {0}, ", "On {0}, "};
const Phrase link_some{{"{0} alliance relie {1} de nos {2} ; pour {3}, nous n’en connaissons "
                        "aucune.",
                        "{0} alliance links {1} of our {2}; for {3}, we know of none."},
                       {"{0} alliances relient {1} de nos {2} ; pour {3}, nous n’en connaissons "
                        "aucune.",
                        "{0} alliances link {1} of our {2}; for {3}, we know of none."}};
const Phrase link_all{{"{0} alliance relie nos {2}.", "{0} alliance links our {2}."},
                      {"{0} alliances relient nos {2}.", "{0} alliances link our {2}."}};
const Phrase no_alliance{{"nous ne connaissons aucune alliance entre nos {1}.",
                          "we know of no alliance between our {1}."},
                         {"nous ne connaissons aucune alliance entre nos {1}.",
                          "we know of no alliance between our {1}."}};
const Phrase bodies{{"{0} structure", "{0} organisation"}, {"{0} structures", "{0} organisations"}};
const Phrase actors{{"{0} acteur", "{0} actor"}, {"{0} acteurs", "{0} actors"}};

const base::Words period{"du {0} au {1}", "from {0} to {1}"};
const base::Words as_of{"données au {0}", "data of {0}"};
const base::Words simulated{"DONNÉES SIMULÉES", "SIMULATED DATA"};
const base::Words to_correct{"Carte à corriger ensemble", "A map to correct together"};

const base::Words kinds_heading{"Qui", "Who"};
const base::Words states_heading{"Alliances", "Alliances"};
const base::Words hidden_heading{"Ce qui n’est pas dessiné", "What is not drawn"};
const base::Words index_heading{"Qui est où", "Who is where"};
const base::Words elsewhere_heading{"D’ailleurs", "From elsewhere"};
const base::Words alliances_heading{"Les alliances", "The alliances"},
    silent_heading{"Sans nouvelles", "Without news"};
const base::Words still_alive{"vit encore ?", "still alive?"};
const base::Words yes{"oui", "yes"}, no{"non", "no"};
const base::Words missing_heading{"Ce qui manque sur cette carte", "What is missing on this map"};
const base::Words stakes_heading{"Enjeux du territoire", "Stakes of the territory"};

const Phrase isolated{
    {"{0} isolé : aucune alliance connue de nous", "{0} isolated: no alliance known to us"},
    {"{0} isolés : aucune alliance connue de nous", "{0} isolated: no alliance known to us"}};
const Phrase elsewhere{{"{0} partenaire d’ailleurs", "{0} partner from elsewhere"},
                       {"{0} partenaires d’ailleurs", "{0} partners from elsewhere"}};
const Phrase active{{"{0} en cours", "{0} running"}, {"{0} en cours", "{0} running"}};
const Phrase undated{{"{0} connue, sans date", "{0} known, without dates"},
                     {"{0} connues, sans dates", "{0} known, without dates"}};
const Phrase silent{{"{0} sans nouvelles depuis {1} mois", "{0} without news for {1} months"},
                    {"{0} sans nouvelles depuis {1} mois", "{0} without news for {1} months"}};
const Phrase ended{{"{0} terminée dans la période", "{0} ended in the period"},
                   {"{0} terminées dans la période", "{0} ended in the period"}};
const Phrase born{{"{0} née en {1} : bord épais", "{0} born in {1}: bold rim"},
                  {"{0} nées en {1} : bord épais", "{0} born in {1}: bold rim"}};
const Phrase past{
    {"{0} acteur n’a plus que des alliances terminées", "{0} actor has ended alliances only"},
    {"{0} acteurs n’ont plus que des alliances terminées", "{0} actors have ended alliances only"}};
const base::Words several{"un chiffre dans un losange : tant d’alliances entre les mêmes",
                          "a figure in a diamond: so many alliances of the same parties"};

const Phrase met{{"{0} paire s’est rencontrée, sans alliance connue",
                  "{0} pair has met, without a known alliance"},
                 {"{0} paires se sont rencontrées, sans alliance connue",
                  "{0} pairs have met, without a known alliance"}};
const Phrase merged_persons{{"{0} personne, sans son nom", "{0} person, not named"},
                            {"{0} personnes réunies sans leur nom (symboles : {1})",
                             "{0} persons merged without their names (symbols: {1})"}};
const Phrase pseudonyms{{"{0} personne, sous un pseudonyme", "{0} person, under a pseudonym"},
                        {"{0} personnes, sous un pseudonyme", "{0} persons, under pseudonyms"}};
const Phrase legal{
    {"{0} subvention ou marché, lien légal", "{0} grant or contract, a legal tie"},
    {"{0} subventions et marchés, liens légaux", "{0} grants and contracts, legal ties"}};
const Phrase planned{
    {"{0} alliance annoncée après cette date", "{0} alliance announced after this date"},
    {"{0} alliances annoncées après cette date", "{0} alliances announced after this date"}};
const Phrase lone{{"{0} alliance dont moins de deux parties sont connues",
                   "{0} alliance with fewer than two known parties"},
                  {"{0} alliances dont moins de deux parties sont connues",
                   "{0} alliances with fewer than two known parties"}};
const Phrase refused{{"{0} défaut des fichiers : la ligne est laissée de côté",
                      "{0} defect of the files: the row is left out"},
                     {"{0} défauts des fichiers : les lignes sont laissées de côté",
                      "{0} defects of the files: the rows are left out"}};

const Phrase more_alliances{{"et {0} autre, faute de place", "and {0} more, for want of room"},
                            {"et {0} autres, faute de place", "and {0} more, for want of room"}};
const Phrase more_isolated{{"{0} isolé n’est pas nommé, faute de place",
                            "{0} isolated actor is not named, for want of room"},
                           {"{0} isolés ne sont pas nommés, faute de place",
                            "{0} isolated actors are not named, for want of room"}};

const Phrase other_alliances{{"{0} alliance, faute de place", "{0} alliance, for want of room"},
                             {"{0} alliances, faute de place", "{0} alliances, for want of room"}};

const Phrase merged_by_territory{
    {"{0} acteur par territoire", "{0} actor by territory"},
    {"{0} acteurs réunis par territoire : un par un, ils ne seraient plus lisibles",
     "{0} actors, merged by territory: one by one, they could not be read"}};
const Phrase merged_by_kind{
    {"{0} acteur par nature", "{0} actor by kind"},
    {"{0} acteurs réunis par nature : un par un, ils ne seraient plus lisibles",
     "{0} actors, merged by kind: one by one, they could not be read"}};
const Phrase other_territories{{"{0} autre territoire", "{0} other territory"},
                               {"{0} autres territoires", "{0} other territories"}};
const Phrase between_territories{{"{0} entre territoires", "{0} between territories"},
                                 {"{0} entre territoires", "{0} between territories"}};
const Phrase between_kinds{{"{0} entre natures", "{0} between kinds"},
                           {"{0} entre natures", "{0} between kinds"}};
const Phrase inside_territory{{"{0} dans un seul territoire", "{0} within one territory"},
                              {"{0} dans un seul territoire", "{0} within one territory"}};
const Phrase inside_kind{{"{0} dans une seule nature", "{0} within one kind"},
                         {"{0} dans une seule nature", "{0} within one kind"}};
const Phrase other_bundles{{"{0} alliance d’un autre assemblage, faute de place",
                            "{0} alliance of another combination, for want of room"},
                           {"{0} alliances d’autres assemblages, faute de place",
                            "{0} alliances of other combinations, for want of room"}};
const base::Words bundles{"le chiffre d’un losange : tant d’alliances qui joignent les mêmes",
                          "the figure of a diamond: so many alliances that join the same"};
const base::Words percent_of{"{0}\u202f% · {1}", "{0}% · {1}"};
const base::Words no_seat{"Sans siège connu", "Without a known seat"};
const base::Words card_title{"{0} : {1} acteurs, {2} alliances entre eux",
                             "{0}: {1} actors, {2} alliances among them"};

const Phrase reading{
    {"Lecture : sur {1} acteurs suivis, {0} est partie à une alliance au moins, en cours ou sans "
     "nouvelles.",
     "Reading: of {1} actors followed, {0} is a party to some alliance, running or without news."},
    {"Lecture : sur {1} acteurs suivis, {0} sont parties à une alliance au moins, en cours ou sans "
     "nouvelles.",
     "Reading: of {1} actors followed, {0} are parties to some alliance, running or without "
     "news."}};
const base::Words diamonds{"Un losange est une alliance, jointe à chacune de ses parties.",
                           "A diamond is an alliance, joined to each of its parties."};
const base::Words scope{"Champ : acteurs de la liste, rattachés {0}.",
                        "Scope: actors of the list, attributed {0}."};
const base::Words perimeter{"Périmètre : {0}.", "Perimeter: {0}."};
const base::Words source{"Source : {0}", "Source: {0}"};
const base::Words made_by{"maillage {0}, graine {1}", "maillage {0}, seed {1}"};
const base::Words and_word{" et ", " and "};
const base::Words seat{"par leur siège", "by their seat"};
const base::Words place{"par le lieu", "by place"};
const base::Words either{"par leur siège ou par le lieu", "by their seat or by place"};
const base::Words nothing_known{"Aucune alliance connue de nous", "No alliance known to us"};
const base::Words off_map{"Hors carte : trop loin, ou lieu inconnu de nous",
                          "Off the map: too far, or place unknown to us"};
const base::Words description{
    "Carte du réseau d’alliances. Chaque symbole est un acteur, sa forme et sa couleur disent sa "
    "nature ; chaque losange jaune est une alliance, jointe à ses parties.",
    "Map of the network of alliances. Each symbol is an actor, shape and colour say its kind; each "
    "yellow diamond is an alliance, joined to its parties."};

}  // namespace words

}  // namespace maillage::drawing
