// Territories: a map where outlines are known, else tiles by name; and the table of their values.
import type { App, View } from './app';
import { classes, shadeOf, type Classes } from './classes';
import { h, type Child } from './dom';
import { mark, legendOfMarks } from './essentials';
import { metricButton } from './method';
import { outlinesMap } from './outlines';
import { pictureOrTable, selector, table, type Column } from './tables';
import { capital, } from './names';
import { compare, count, pick, t } from './words';

const always = ['actor_count', 'dialogue_event_count', 'emergence_active_count', 'experiments_count'];

/** Territories that have figures, by level then name. */
function rowsOf(app: App, level: number): number[] {
  const { figures, territories } = app.data;
  const found = new Set<number>();
  for (let i = 0; i < figures.territories.length; i++) if (figures.territories[i] >= 0) found.add(figures.territories[i]);
  return [...found].filter((place) => level < 0 || territories.levels[place] === level)
    .sort((a, b) => territories.levels[b] - territories.levels[a] || compare(territories.names[a], territories.names[b]));
}

/** Metrics that have a headline for some territory. */
export function metricsOf(app: App, rows: number[]): number[] {
  return app.data.metrics.map((_, i) => i)
    .filter((metric) => rows.some((place) => !Number.isNaN(app.figures.value(app.figures.find(metric, place, app.figures.whole)))))
    .sort((a, b) => app.data.metrics[a].rank - app.data.metrics[b].rank);
}

function legend(app: App, made: Classes, rows: number[], row: (place: number) => number, empty: boolean): HTMLElement {
  const items = made.members.map((members, at) => {
    const values = members.map((i) => rows[i]).sort((a, b) => app.figures.value(row(a)) - app.figures.value(row(b)));
    const low = app.figures.said(row(values[0])), high = app.figures.said(row(values[values.length - 1]));
    const swatch = h('span', { class: 'swatch' });
    swatch.style.background = shadeOf(at, made.count).fill;
    return h('li', {}, swatch, low === high ? low : `${low} – ${high}`, h('span', { class: 'tally' }, count(members.length)));
  });
  if (empty) items.push(h('li', {}, h('span', { class: 'swatch hatched' }), t('hatched')));
  return h('ul', { class: 'classes plain-list' }, ...items);
}

function tiles(app: App, made: Classes, rows: number[], row: (place: number) => number): HTMLElement {
  return h('ul', { class: 'tiles plain-list' }, ...rows.map((place) => {
    const record = row(place), at = made.of(app.figures.value(record));
    const tile = h('li', { class: at < 0 ? 'hatched' : '' }, h('span', { class: 'place' }, app.data.territories.names[place]),
      h('span', { class: 'value' }, app.figures.said(record)));
    if (at >= 0) {
      const { fill, ink } = shadeOf(at, made.count);
      tile.style.background = fill;
      tile.style.color = ink;
    } else tile.title = app.figures.reading(record);
    return tile;
  }));
}

function territoryTable(app: App, rows: number[], chosen: number): HTMLElement {
  const { data, figures } = app;
  const all = [-1, ...rows];
  const one = (id: string): Column<number> | null => {
    const metric = figures.metricOf.get(id);
    if (metric === undefined) return null;
    const row = (place: number) => figures.find(metric, place, figures.whole);
    return {
      head: pick(data.metrics[metric].title), figure: true, number: (place) => figures.value(row(place)), text: (place) => figures.said(row(place)),
      cell: (place) => h('span', { title: figures.reading(row(place)) }, figures.said(row(place)), figures.bounds(row(place)) !== '–' ? h('small', {}, figures.bounds(row(place))) : null),
    };
  };
  const own = chosen >= 0 && !always.includes(data.metrics[chosen].id);
  const row = (place: number) => figures.find(chosen, place, figures.whole);
  const more: Column<number>[] = own ? [
    { head: pick(data.metrics[chosen].title), figure: true, number: (p) => figures.value(row(p)), text: (p) => figures.said(row(p)), cell: (p): Child => h('span', {}, mark(figures.mark(row(p))), ' ' + figures.said(row(p))) },
    { head: t('bounds'), figure: true, cell: (p) => figures.bounds(row(p)), number: (p) => figures.low(row(p)) },
    { head: t('reading'), cell: (p) => figures.reading(row(p)) }] : [];
  return table<number>({
    caption: t('tableTerritories'), file: 'territoires.csv', rows: all, most: 60, isHead: (place) => place < 0,
    columns: [
      { head: t('territory'), cell: (place) => (place < 0 ? t('wholeDataset') : data.territories.names[place]) },
      { head: t('level'), cell: (place) => (place < 0 ? '' : capital(pick(data.levels[data.territories.levels[place]].label))) },
      ...always.map(one).filter(Boolean) as Column<number>[], ...more],
  });
}

export function territories(app: App): View {
  const { data, state, figures } = app;
  const every = rowsOf(app, -1);
  if (!every.length) return { element: h('article', { class: 'sheet' }, h('h2', { class: 'lead' }, t('territories')), h('p', {}, t('noTerritory'))) };
  const levels = [...new Set(every.map((place) => data.territories.levels[place]))].sort((a, b) => b - a);
  const level = levels.includes(state.level) ? state.level : levels.length > 1 ? levels[levels.length - 1] : -1;
  const rows = rowsOf(app, level);
  const metrics = metricsOf(app, rows);
  const metric = metrics.find((i) => data.metrics[i].id === state.metric) ?? metrics[0] ?? -1;
  const row = (place: number) => figures.find(metric, place, figures.whole);
  const values = rows.map((place) => figures.value(row(place)));
  const made = classes(values);
  const outlined = outlinesMap(app, rows, made, row);
  const groups = data.dynamics.map((words, dynamic): [string, [number, string][]] => [pick(words), metrics.filter((i) => data.metrics[i].dynamic === dynamic).map((i): [number, string] => [i, pick(data.metrics[i].title)])]);
  return {
    element: h('article', { class: 'sheet wide' },
      h('div', { class: 'bar' }, h('h2', { class: 'lead' }, metric >= 0 ? t('mapTitle', pick(data.metrics[metric].title)) : t('territories')), pictureOrTable(state.as, (as) => app.set({ as }, true))),
      h('div', { class: 'controls' },
        selector<number>(t('mapBy'), metric, groups, (i) => app.set({ metric: data.metrics[i].id }, true)),
        levels.length > 1 ? selector<number>(t('level'), level, levels.map((l): [number, string] => [l, capital(pick(data.levels[l].plural))]), (l) => app.set({ level: l }, true)) : null,
        metric >= 0 ? h('p', { class: 'soft ask' }, mark(figures.mark(row(rows[0]))), ' ', metricButton(app, data.metrics[metric].id, pick(data.metrics[metric].question))) : null),
      state.as === 'picture' ? h('div', { class: 'map-and-table' },
        h('div', {}, outlined ?? tiles(app, made, rows, row), legend(app, made, rows, row, values.some(Number.isNaN)), h('p', { class: 'soft' }, outlined ? t('mapWhy') : t('tilesWhy')))) : null,
      territoryTable(app, rows, metric), legendOfMarks()),
  };
}
