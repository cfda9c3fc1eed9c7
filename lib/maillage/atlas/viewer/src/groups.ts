// A network too large to be drawn one by one begins with its territories: a box for each, a diamond
// for the alliances and projects that join the same ones.
import { select } from 'd3-selection';
import { zoom } from 'd3-zoom';
import type { App } from './app';
import { Family } from './data';
import { h, s } from './dom';
import { alliance, outline } from './shapes';
import { table } from './tables';
import { compare, count, many, pick, t } from './words';

const most = 10_000;

export function isGrouped(app: App): boolean {
  const { territory, theme, stage } = app.state;
  if (!app.data.groups || territory >= 0) return false;
  if (theme < 0 && stage < 0) return true;
  const shown = app.shown();
  return shown.actorCount + shown.familyCounts.reduce((a, b) => a + b, 0) > most;
}

interface Tally { actors: Uint32Array; inside: Uint32Array; between: Uint32Array; bundles: Uint32Array; notDrawn: number }

function tally(app: App): Tally {
  const groups = app.data.groups!;
  const shown = app.shown();
  const size = groups.names.length;
  const made: Tally = { actors: new Uint32Array(size), inside: new Uint32Array(size), between: new Uint32Array(size), bundles: new Uint32Array(groups.bundleX.length), notDrawn: 0 };
  const bundleOf = new Map<string, number>();
  for (let b = 0; b < groups.bundleX.length; b++) bundleOf.set(groups.members.subarray(groups.offsets[b], groups.offsets[b + 1]).join(' '), b);
  shown.actors.forEach((on, a) => { if (on) made.actors[groups.of[a]] += app.data.actors.persons[a] || 1; });
  shown.relations.forEach((on, r) => {
    if (!on || app.data.relations.families[r] === Family.meeting) return;
    const joined = [...new Set(Array.from(app.model.members(r), (a) => groups.of[a]))].sort((a, b) => a - b);
    if (joined.length === 1) { made.inside[joined[0]]++; return; }
    for (const group of joined) made.between[group]++;
    const bundle = bundleOf.get(joined.join(' '));
    if (bundle === undefined) made.notDrawn++; else made.bundles[bundle]++;
  });
  return made;
}

function open(app: App, group: number) {
  const { groups, kinds } = app.data;
  const territory = groups!.territories[group];
  if (territory >= 0) app.set({ territory }, true);
  // Kinds stand as groups where one seat is known: the others are hidden.
  else if (groups!.names.length === kinds.length) app.set({ hiddenKinds: ((1 << kinds.length) - 1) & ~(1 << group) }, true);
}

export function groupsPicture(app: App): HTMLElement {
  const groups = app.data.groups!, made = tally(app);
  const x = (v: number) => v.toFixed(1);
  const lines: SVGElement[] = [], diamonds: SVGElement[] = [];
  const largest = Math.max(1, ...made.bundles);
  made.bundles.forEach((total, b) => {
    if (!total) return;
    const bx = groups.bundleX[b], by = groups.bundleY[b];
    const members = Array.from(groups.members.subarray(groups.offsets[b], groups.offsets[b + 1]));
    for (const group of members)
      lines.push(s('line', { x1: x(bx), y1: x(by), x2: x(groups.x[group]), y2: x(groups.y[group]), stroke: '#5f6f7d', 'stroke-width': 1, opacity: (0.2 + 0.6 * Math.sqrt(total / largest)).toFixed(2) }));
    diamonds.push(s('g', { transform: `translate(${x(bx)} ${x(by)})` }, s('path', { d: 'M0-13L13 0L0 13L-13 0Z', fill: alliance, stroke: outline, 'stroke-width': 0.8 }),
      s('text', { y: 4, class: 'middle' }, count(total)), s('title', {}, members.map((group) => pick(groups.names[group])).join(' · ') + ' · ' + count(total))));
  });
  const boxes = groups.names.map((names, group) => {
    if (!made.actors[group]) return null;
    const name = pick(names), short = name.length > 18 ? name.slice(0, 17) + '…' : name;
    const go = () => open(app, group);
    return s('g', { transform: `translate(${x(groups.x[group])} ${x(groups.y[group])})`, role: 'button', tabindex: 0, class: 'block', 'aria-label': `${name}, ${many('shownActors', made.actors[group])}`,
      onclick: go, onkeydown: (e: Event) => { if (['Enter', ' '].includes((e as KeyboardEvent).key)) { e.preventDefault(); go(); } } },
      s('rect', { x: -62, y: -20, width: 124, height: 40, rx: 5, fill: '#ffffff', stroke: '#005b8f', 'stroke-width': 1.3 }),
      s('text', { y: -3, class: 'middle strong' }, short), s('text', { y: 13, class: 'middle' }, many('shownActors', made.actors[group])), s('title', {}, name));
  });
  const left = Math.min(...groups.x) - 70, top = Math.min(...groups.y) - 30, width = Math.max(...groups.x) - left + 70, height = Math.max(...groups.y) - top + 30;
  const moved = s('g', {}, ...lines, ...diamonds, ...boxes);
  const picture = s('svg', { viewBox: `${left} ${top} ${width} ${height}`, role: 'group', 'aria-label': t('tableGroups') }, moved);
  const zoomer = zoom<SVGSVGElement, unknown>().scaleExtent([0.8, 12]).on('zoom', (event) => moved.setAttribute('transform', event.transform.toString()));
  select(picture as unknown as SVGSVGElement).call(zoomer).on('dblclick.zoom', null);
  return h('div', { class: 'canvas groups' }, h('p', { class: 'aside' }, t('groupsFirst'), ' ', made.notDrawn ? many('notDrawn', made.notDrawn) + '.' : ''), picture as unknown as HTMLElement);
}

export function groupsTable(app: App): HTMLElement {
  const groups = app.data.groups!, made = tally(app);
  const rows = groups.names.map((_, i) => i).filter((i) => made.actors[i]).sort((a, b) => compare(pick(groups.names[a]), pick(groups.names[b])));
  const figure = (head: string, of: Uint32Array) => ({ head, figure: true, number: (i: number) => of[i], cell: (i: number) => count(of[i]) });
  return table<number>({
    caption: t('tableGroups'), file: 'groupes.csv', rows, columns: [
      { head: t('group'), cell: (i) => h('button', { type: 'button', class: 'link', onclick: () => open(app, i) }, pick(groups.names[i])), text: (i) => pick(groups.names[i]) },
      figure(t('actors'), made.actors), figure(t('inside'), made.inside), figure(t('between'), made.between)],
  });
}

