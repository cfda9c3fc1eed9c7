// What things are called on the page.
import { Family, unknown, type Data } from './data';
import { dateWords, many, pick, t } from './words';

export function actorName(data: Data, actor: number): string {
  const persons = data.actors.persons[actor];
  if (persons === 0) return data.actors.names[actor] || t('unnamed');
  const seat = data.actors.seats[actor];
  const text = many('personsMerged', persons);
  return seat >= 0 ? `${text} (${data.territories.names[seat]})` : text;
}

export function kindName(data: Data, actor: number): string {
  return pick(data.kinds[data.actors.kinds[actor]].label);
}

export function seatName(data: Data, actor: number): string {
  const seat = data.actors.seats[actor];
  return seat >= 0 ? data.territories.names[seat] : t('noSeat');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function datesOf(data: Data, relation: number): string {
  const { starts, startsLast, ends, endsLast, families } = data.relations;
  const start = starts[relation] === unknown ? '' : dateWords(starts[relation], startsLast[relation]);
  const end = ends[relation] === unknown ? '' : dateWords(ends[relation], endsLast[relation]);
  if (families[relation] === Family.meeting) return start || t('undated');
  if (start && end) return start === end ? start : `${start} – ${end}`;
  if (start) return t('since', start);
  return end ? t('until', end) : t('undated');
}

export function typeName(data: Data, relation: number): string {
  const family = data.relations.families[relation];
  if (family === Family.alliance) return pick(data.types[data.relations.types[relation]].label);
  return '';
}

export function themesOf(data: Data, relation: number): string[] {
  const { themeOffsets, themes } = data.relations;
  return Array.from(themes.subarray(themeOffsets[relation], themeOffsets[relation + 1]), (theme) => data.themes[theme]);
}

export function rolesOf(data: Data, link: number, relation: number): string {
  const words = data.relations.families[relation] === Family.meeting ? data.attendanceRoles : data.roles;
  const bits = data.links.roles[link];
  return words.filter((_, i) => (bits >> i) & 1).map((word) => pick(word.label)).join(', ');
}
