// Every word of the page that does not come with the data: French, English.
import type { Pair } from './data';

export type Lang = 'fr' | 'en';

const table = {
  skip: ['Aller au contenu', 'Skip to content'],
  language: ['Langue', 'Language'],
  views: ['Vues', 'Views'],
  essentials: ['L’essentiel', 'Essentials'],
  network: ['Réseau', 'Network'],
  territories: ['Territoires', 'Territories'],
  trends: ['Tendances', 'Trends'],
  projects: ['Projets', 'Projects'],
  method: ['Méthode et sources', 'Method and sources'],
  print: ['Imprimer', 'Print'],
  simulated: ['Données simulées', 'Simulated data'],
  dataOf: ['données au {0}', 'data of {0}'],
  picture: ['Image', 'Picture'],
  table: ['Tableau', 'Table'],
  show: ['Voir sous forme de', 'See as'],
  search: ['Chercher un acteur', 'Find an actor'],
  searchHint: ['Nom d’une structure…', 'Name of an organisation…'],
  found: ['{0} acteur trouvé|{0} acteurs trouvés', '{0} actor found|{0} actors found'],
  firstOf: ['les {0} premiers sont listés', 'the first {0} are listed'],
  who: ['Qui', 'Who'],
  ties: ['Ce qui les relie', 'What links them'],
  meetings: ['Rencontres', 'Meetings'],
  alliances: ['Alliances', 'Alliances'],
  experiments: ['Expérimentations', 'Experiments'],
  keep: ['Garder seulement', 'Keep only'],
  territory: ['Territoire', 'Territory'],
  theme: ['Thème', 'Theme'],
  stage: ['Étape du projet', 'Stage of the project'],
  all: ['Tous', 'All'],
  allF: ['Toutes', 'All'],
  size: ['Taille des symboles', 'Size of symbols'],
  sizeOne: ['La même pour tous', 'The same for all'],
  sizeAlliances: ['Selon leurs alliances', 'By their alliances'],
  sizeMeetings: ['Selon leurs rencontres', 'By their meetings'],
  sizeProjects: ['Selon leurs projets', 'By their projects'],
  isolated: ['Montrer les acteurs sans lien', 'Show actors without ties'],
  fragile: ['Passages uniques', 'Only passages'],
  fragileWhy: [
    'Cernés de rouge : ces acteurs relient seuls des parties du réseau d’alliances, dans au moins 80 tirages sur 100 où un dixième des alliances est oublié.',
    'Ringed in red: these actors alone join parts of the network of alliances, in at least 80 draws of 100 in which a tenth of the alliances is forgotten.'],
  fragileOne: [
    'Relie seul {0} parties du réseau d’alliances ; vrai dans {1} tirages sur 100 où un dixième des alliances est oublié.',
    'Alone joins {0} parts of the network of alliances; true in {1} draws of 100 in which a tenth of the alliances is forgotten.'],
  reset: ['Tout remettre', 'Reset'],
  fit: ['Tout voir', 'See all'],
  zoomIn: ['Agrandir', 'Zoom in'],
  zoomOut: ['Réduire', 'Zoom out'],
  period: ['Période', 'Period'],
  from: ['De', 'From'],
  to: ['à', 'to'],
  play: ['Dérouler', 'Play'],
  pause: ['Arrêter', 'Pause'],
  before: ['Année précédente', 'Previous year'],
  after: ['Année suivante', 'Next year'],
  undated: ['sans date', 'undated'],
  shownActors: ['{0} acteur|{0} acteurs', '{0} actor|{0} actors'],
  shownMeetings: ['{0} rencontre|{0} rencontres', '{0} meeting|{0} meetings'],
  shownAlliances: ['{0} alliance|{0} alliances', '{0} alliance|{0} alliances'],
  shownProjects: ['{0} projet|{0} projets', '{0} project|{0} projects'],
  nothing: ['Rien ne répond à ces choix.', 'Nothing answers these choices.'],
  lines: ['États', 'States'],
  active: ['en cours', 'running'],
  silent: ['sans nouvelles depuis {0} mois', 'without news for {0} months'],
  ended: ['terminée', 'ended'],
  untied: ['creux : aucun lien connu de nous', 'hollow: no tie known to us'],
  elsewhere: ['en pointillé : partenaire d’ailleurs', 'dashed: partner from elsewhere'],
  howTitle: ['Comment lire', 'How to read'],
  how: [
    'Chaque symbole est un acteur ; forme et couleur disent sa nature. Un losange jaune est une alliance, un fanion un projet, joints à leurs membres. Être proche sur l’image veut dire avoir des partenaires en commun, rien de plus. Un point isolé : aucun lien n’est connu de nous.',
    'Each symbol is an actor; shape and colour say its kind. A yellow diamond is an alliance, a pennant a project, joined to their members. To be near on the picture means to have partners in common, nothing more. A point alone: no tie is known to us.'],
  howChoose: [
    'Cliquez sur un acteur, ou cherchez son nom, pour voir sa fiche et ses partenaires.',
    'Click an actor, or search its name, to see its card and its partners.'],
  canvas: [
    'Image du réseau : {0}. Les flèches déplacent, + et − agrandissent ; le tableau et la recherche disent la même chose en mots.',
    'Picture of the network: {0}. Arrows move, + and − zoom; the table and the search say the same in words.'],
  card: ['Fiche', 'Card'],
  close: ['Fermer', 'Close'],
  catalyst: ['catalyseur', 'catalyst'],
  personsMerged: ['{0} personne, sans son nom|{0} personnes, sans leurs noms', '{0} person, not named|{0} persons, not named'],
  personMergedWhy: [
    'Les personnes sont réunies par territoire : leurs noms ne sont pas dans ce fichier.',
    'Persons are merged by territory: their names are not in this file.'],
  pseudonymWhy: ['Personne sous un pseudonyme.', 'Person under a pseudonym.'],
  outsider: ['Hors de la liste du territoire.', 'Not on the list of the territory.'],
  noSeat: ['siège inconnu', 'unknown seat'],
  with: ['avec', 'with'],
  noTie: ['Aucun lien connu de nous sur la période.', 'No tie known to us in the period.'],
  more: ['et {0} de plus', 'and {0} more'],
  moreRows: ['Montrer plus', 'Show more'],
  csv: ['Télécharger ce tableau (CSV)', 'Download this table (CSV)'],
  name: ['Nom', 'Name'],
  kind: ['Nature', 'Kind'],
  members: ['Membres', 'Members'],
  dates: ['Dates', 'Dates'],
  tableNetwork: ['Acteurs montrés et nombre de leurs liens sur la période', 'Actors shown and the number of their ties in the period'],
  since: ['depuis {0}', 'since {0}'],
  until: ['jusqu’à {0}', 'until {0}'],
  nodesMany: [
    '{0} symboles : ce navigateur les dessine sans les liens pendant les mouvements.',
    '{0} symbols: while it moves, the picture leaves the ties out.'],
  groupsFirst: [
    'Plus de 10 000 symboles : l’image commence par les territoires. Choisissez-en un pour voir ses acteurs.',
    'More than 10,000 symbols: the picture begins with territories. Choose one to see its actors.'],
  backToGroups: ['Revenir aux territoires', 'Back to territories'],
  group: ['Groupe', 'Group'],
  actors: ['Acteurs', 'Actors'],
  inside: ['Alliances et projets entre les siens', 'Alliances and projects among its own'],
  between: ['Avec d’autres groupes', 'With other groups'],
  tableGroups: ['Groupes d’acteurs, et ce qui les relie sur la période', 'Groups of actors, and what links them in the period'],
  notDrawn: ['{0} alliance ou projet d’un autre assemblage n’est pas dessiné|{0} alliances ou projets d’autres assemblages ne sont pas dessinés', '{0} alliance or project of another combination is not drawn|{0} alliances or projects of other combinations are not drawn'],
  chainTitle: ['De la rencontre à l’expérimentation', 'From meeting to experiment'],
  chainWhy: [
    'Trois dynamiques et leurs passages, dans l’ordre du temps. Deux choses vues ensemble ne sont pas cause l’une de l’autre.',
    'Three dynamics and their passages, in order of time. Two things seen together are not the cause of one another.'],
  metBefore: ['dont des membres s’étaient déjà croisés', 'of which members had already met'],
  fromAllies: ['paires de membres déjà alliées, en moyenne', 'pairs of members already allied, on average'],
  born: ['Alliances nées', 'Alliances born'],
  byStake: ['Par enjeu', 'By stake'],
  stake: ['Enjeu', 'Stake'],
  remark: ['À noter', 'To note'],
  notSaid: ['Ce que cette page ne dit pas', 'What this page does not say'],
  toDiscuss: ['À débattre', 'To discuss'],
  meet: ['Se rencontrer', 'Meeting'],
  ally: ['S’allier', 'Allying'],
  experiment: ['Expérimenter', 'Experimenting'],
  counted: ['compté dans nos fichiers', 'counted in our files'],
  compared: ['comparé au hasard', 'compared with chance'],
  estimated: ['estimé, avec ses bornes', 'estimated, with its bounds'],
  metric: ['Mesure', 'Metric'],
  value: ['Valeur', 'Value'],
  bounds: ['Bornes', 'Bounds'],
  chance: ['Au hasard', 'By chance'],
  reading: ['Lecture', 'Reading'],
  units: ['n', 'n'],
  note: ['Méthode de « {0} »', 'Method of “{0}”'],
  definition: ['Calcul', 'Computation'],
  limits: ['Limites', 'Limits'],
  question: ['Question', 'Question'],
  mapBy: ['Colorer par', 'Colour by'],
  mapTitle: ['{0}, par territoire', '{0}, by territory'],
  tilesWhy: [
    'Une case par territoire, rangées par nom : sans contours, ce n’est pas une carte. Ce n’est pas un classement.',
    'One tile for each territory, by name: without outlines this is no map. It is no ranking.'],
  mapWhy: ['Cinq classes au plus, de même effectif. Ce n’est pas un classement.', 'Five classes at most, of equal numbers. It is no ranking.'],
  hatched: ['pas de valeur : la raison est dans le tableau', 'no value: the table says why'],
  level: ['Niveau', 'Level'],
  tableTerritories: ['Valeurs par territoire, avec leurs bornes', 'Values by territory, with their bounds'],
  wholeDataset: ['Ensemble', 'Whole'],
  noTerritory: ['Les données ne disent pas de territoires.', 'The data name no territory.'],
  trendsWhy: [
    'Une courbe par mesure, année par année ; la bande montre ses bornes. Une courbe s’interrompt là où la mesure n’a pas de valeur.',
    'One curve for each metric, year by year; the band shows its bounds. A curve breaks where the metric has no value.'],
  noYears: ['Les données ne couvrent pas deux années : il n’y a pas de tendance à montrer.', 'The data do not cover two years: there is no trend to show.'],
  showing: ['Montrer', 'Show'],
  headlines: ['Les principales', 'The main ones'],
  tableTrends: ['Valeurs année par année', 'Values year by year'],
  riverTitle: ['Où en sont les projets, à la fin de chaque année', 'Where projects stand, at the end of each year'],
  riverWhy: [
    'Chaque colonne est une année ; la hauteur d’un bloc est le nombre de projets à cette étape, les bandes sont ceux qui passent de l’une à l’autre. Cliquez sur un bloc pour les lister.',
    'Each column is a year; the height of a block is the number of projects in that stage, the bands are those that pass from one to another. Click a block to list them.'],
  noProjects: ['Aucun projet dont l’étape est datée.', 'No project with a dated stage.'],
  tableRiver: ['Projets à chaque étape, à la fin de l’année', 'Projects in each stage, at the end of the year'],
  listProjects: ['Projets', 'Projects'],
  listIn: ['{0}, fin {1}', '{0}, end of {1}'],
  lastStage: ['Dernière étape', 'Latest stage'],
  unknownStage: ['étape inconnue', 'unknown stage'],
  methodWhy: [
    'Chaque chiffre de cette page est celui de « maillage report » sur les mêmes fichiers. Cliquez sur son nom, partout, pour lire sa méthode.',
    'Each figure of this page is that of “maillage report” on the same files. Click its name, anywhere, to read its method.'],
  sources: ['Sources', 'Sources'],
  publisher: ['Éditeur', 'Publisher'],
  licence: ['Licence', 'Licence'],
  retrieved: ['Obtenu le', 'Retrieved'],
  files: ['Fichiers lus', 'Files read'],
  file: ['Fichier', 'File'],
  rows: ['Lignes', 'Rows'],
  refused: ['Laissées de côté', 'Left out'],
  perimeter: ['Périmètre : {0}', 'Perimeter: {0}'],
  hidden: ['Ce qui n’est pas montré', 'What is not shown'],
  hiddenLone: ['{0} alliance dont moins de deux parties sont connues|{0} alliances dont moins de deux parties sont connues', '{0} alliance with fewer than two known parties|{0} alliances with fewer than two known parties'],
  hiddenLegal: ['{0} subvention ou marché, lien légal|{0} subventions et marchés, liens légaux', '{0} grant or contract, a legal tie|{0} grants and contracts, legal ties'],
  hiddenPlanned: ['{0} rencontre, alliance ou projet annoncé après la date des données|{0} rencontres, alliances ou projets annoncés après la date des données', '{0} meeting, alliance or project announced after the date of the data|{0} meetings, alliances or projects announced after the date of the data'],
  hiddenPersons: ['le nom de {0} personne|les noms de {0} personnes', 'the name of {0} person|the names of {0} persons'],
  hiddenErrors: ['{0} ligne laissée de côté, en défaut|{0} lignes laissées de côté, en défaut', '{0} row left out, with a defect|{0} rows left out, with a defect'],
  notes: ['Notes', 'Notes'],
  madeBy: ['maillage {0}', 'maillage {0}'],
  seed: ['{0} tirages, graine {1}', '{0} draws, seed {1}'],
  filterNotes: ['Chercher une mesure', 'Find a metric'],
  unnamed: ['sans nom', 'unnamed'],
} satisfies Record<string, Pair>;

export type Word = keyof typeof table;

let lang: Lang = 'fr';
export function setLang(next: Lang) { lang = next; }
export function getLang(): Lang { return lang; }

// French sets a narrow no-break space before high punctuation and inside its quotes.
const typeset = (text: string) => lang === 'fr'
  ? text.replace(/ ([:;?!»])/g, '\u202f$1').replace(/« /g, '«\u202f') : text;
export function pick(pair: readonly [string, string]): string { return typeset(pair[lang === 'fr' ? 0 : 1]); }

export function t(word: Word, ...args: (string | number)[]): string {
  const text = pick(table[word] as Pair);
  return text.replace(/\{(\d)\}/g, (_, i) => String(args[Number(i)] ?? ''));
}

/** What stands between a name and its value. */
export function colon(): string { return lang === 'fr' ? '\u202f: ' : ': '; }

export function count(value: number): string {
  const digits = String(Math.round(value));
  return digits.replace(/\B(?=(\d{3})+$)/g, lang === 'fr' ? '\u202f' : ',');
}

/** "1 acteur", "3 acteurs": the words of a number. French has one below two, English at one. */
export function many(word: Word, value: number): string {
  const [one, more] = pick(table[word] as Pair).split('|');
  const single = lang === 'fr' ? value < 2 : value === 1;
  return (single || !more ? one : more).replace('{0}', count(value));
}

const months: Record<Lang, string[]> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

export function yearOf(day: number): number { return new Date(day * 864e5).getUTCFullYear(); }
export function firstDay(year: number): number { return Math.round(Date.UTC(year, 0, 1) / 864e5); }

/** A day, or the month or year that an interval of days is. */
export function dateWords(first: number, last: number): string {
  const a = new Date(first * 864e5);
  const year = a.getUTCFullYear();
  if (last - first > 40) return String(year);
  const month = months[lang][a.getUTCMonth()];
  if (last > first) return `${month} ${year}`;
  const day = a.getUTCDate();
  return `${lang === 'fr' && day === 1 ? '1er' : day} ${month} ${year}`;
}

/** Without accents and capitals, for search. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
    .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/[’']/g, ' ');
}

export function compare(a: string, b: string): number {
  return a.localeCompare(b, lang, { numeric: true });
}
