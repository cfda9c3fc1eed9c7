// What is being looked at, kept in the fragment of the address so that it can be shared.
import type { Lang } from './words';

export const views = ['essentials', 'network', 'territories', 'trends', 'projects', 'method'] as const;
export type ViewName = (typeof views)[number];

export interface State {
  view: ViewName;
  lang: Lang;
  from: number; // Years, both included.
  to: number;
  hiddenKinds: number; // Bits.
  families: number; // Bits of Family: what is drawn.
  isolated: boolean;
  territory: number; // -1: all; likewise theme, stage.
  theme: number;
  stage: number;
  size: number; // 0: one size; 1, 2, 3: by alliances, meetings, projects.
  fragile: boolean;
  actor: number;
  relation: number;
  as: 'picture' | 'table';
  metric: string; // Of the map of territories.
  level: number; // -1: all.
  group: string; // Which trends: 'main', or the number of a dynamic.
  place: number; // Whose trends.
}

const numbers = ['from', 'to', 'hiddenKinds', 'families', 'territory', 'theme', 'stage', 'size', 'actor', 'relation', 'level', 'place'] as const;

export function readState(hash: string, start: State): State {
  const read = new URLSearchParams(hash.replace(/^#/, ''));
  const state = { ...start };
  for (const name of numbers) {
    const value = read.get(name);
    if (value !== null && /^-?\d{1,9}$/.test(value)) state[name] = Number(value);
  }
  const view = read.get('view');
  if (views.includes(view as ViewName)) state.view = view as ViewName;
  const lang = read.get('lang');
  if (lang === 'fr' || lang === 'en') state.lang = lang;
  if (read.get('as') === 'table') state.as = 'table';
  if (read.get('isolated') === '0') state.isolated = false;
  if (read.get('fragile') === '1') state.fragile = true;
  state.metric = read.get('metric') ?? start.metric;
  state.group = read.get('group') ?? start.group;
  return state;
}

export function writeState(state: State, start: State): string {
  const write = new URLSearchParams();
  write.set('view', state.view);
  for (const name of numbers) if (state[name] !== start[name]) write.set(name, String(state[name]));
  if (state.lang !== start.lang) write.set('lang', state.lang);
  if (state.as !== start.as) write.set('as', state.as);
  if (!state.isolated) write.set('isolated', '0');
  if (state.fragile) write.set('fragile', '1');
  if (state.metric !== start.metric) write.set('metric', state.metric);
  if (state.group !== start.group) write.set('group', state.group);
  return '#' + write.toString();
}
