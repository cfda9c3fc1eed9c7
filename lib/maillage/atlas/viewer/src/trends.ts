// Trends: small curves of one size, year by year, with the bounds of each value.
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { App, View } from './app';
import { h, s, type Child } from './dom';
import { legendOfMarks, mark } from './essentials';
import { metricButton } from './method';
import { pictureOrTable, selector, table } from './tables';
import { capital } from './names';
import { colon, compare, count, getLang, pick, t } from './words';

const main = ['actor_count', 'dialogue_event_count', 'dialogue_reach', 'dialogue_renewal', 'dialogue_lapsed', 'dialogue_three_sphere_share', 'dialogue_cohesion',
  'emergence_new_count', 'emergence_active_count', 'emergence_cross_kind_share', 'emergence_seededness', 'emergence_cohesion', 'experiments_count', 'kind_diversity_registry'];

interface Point { year: number; row: number; value: number; low: number; high: number }

function pointsOf(app: App, metric: number, place: number): Point[] {
  return app.figures.years.map(({ period, year }) => {
    const row = app.figures.find(metric, place, period);
    const value = app.figures.value(row);
    // What coincidence alone would give is no bound of the value.
    const bounded = row >= 0 && pick(app.data.said[app.data.figures.saidBounds[row]]) !== '–';
    const wide = app.data.figures.natures[row] === 2;
    return { year, row, value, low: bounded || wide ? app.figures.low(row) : NaN, high: bounded || wide ? app.figures.high(row) : NaN };
  });
}

function axisText(value: number, unit: string): string {
  if (unit === 'share') return count(100 * value) + (getLang() === 'fr' ? ' %' : '%');
  const text = Math.abs(value) >= 10 || Number.isInteger(value) ? count(value) : value.toFixed(1);
  return getLang() === 'fr' ? text.replace('.', ',') : text;
}

function chart(app: App, metric: number, place: number): HTMLElement {
  const points = pointsOf(app, metric, place);
  const { unit } = app.data.metrics[metric];
  const width = 330, height = 150, left = 40, right = 12, top = 12, bottom = 22;
  const values = points.flatMap((p) => [p.value, p.low, p.high]).filter((v) => !Number.isNaN(v));
  const x = scaleLinear([points[0].year, points[points.length - 1].year], [left, width - right]);
  const y = scaleLinear([Math.min(0, ...values), Math.max(...values, unit === 'share' ? 0.05 : 1)], [height - bottom, top]).nice(3);
  const at = (v: number) => v.toFixed(1);
  const band = area<Point>().defined((p) => !Number.isNaN(p.low) && !Number.isNaN(p.high)).x((p) => x(p.year)).y0((p) => y(p.low)).y1((p) => y(p.high));
  const curve = line<Point>().defined((p) => !Number.isNaN(p.value)).x((p) => x(p.year)).y((p) => y(p.value));
  const grid = y.ticks(3).flatMap((tick) => [
    s('line', { x1: left, x2: width - right, y1: at(y(tick)), y2: at(y(tick)), class: tick === 0 ? 'zero' : 'grid' }),
    s('text', { x: left - 6, y: at(y(tick) + 3.5), class: 'tick end' }, axisText(tick, unit))]);
  const every = Math.ceil(points.length / 6);
  const years = points.filter((_, i) => i % every === 0 || i === points.length - 1).map((p) => s('text', { x: at(x(p.year)), y: height - 6, class: 'tick' }, String(p.year)));
  const dots = points.filter((p) => !Number.isNaN(p.value)).map((p) => s('circle', { cx: at(x(p.year)), cy: at(y(p.value)), r: 3, class: 'dot' },
    s('title', {}, `${p.year} · ${app.figures.said(p.row)}${app.figures.bounds(p.row) !== '–' ? ` (${app.figures.bounds(p.row)})` : ''}`)));
  const last = [...points].reverse().find((p) => !Number.isNaN(p.value))!;
  const title = pick(app.data.metrics[metric].title);
  return h('figure', { class: 'chart' },
    h('figcaption', {}, h('span', {}, mark(app.figures.mark(last.row)), metricButton(app, app.data.metrics[metric].id, title)),
      h('span', { class: 'last' }, h('strong', {}, app.figures.said(last.row)), ` ${last.year}`)),
    s('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${title}${colon()}${points[0].year} – ${points[points.length - 1].year}` },
      ...grid, s('path', { d: band(points) ?? '', class: 'band' }), s('path', { d: curve(points) ?? '', class: 'curve' }), ...dots, ...years) as unknown as HTMLElement);
}

export function trends(app: App): View {
  const { data, state, figures } = app;
  if (figures.years.length < 2) return { element: h('article', { class: 'sheet' }, h('h2', { class: 'lead' }, t('trends')), h('p', {}, t('noYears'))) };
  const home = data.figures.territories[0];
  const places = new Set<number>();
  const years = new Set(figures.years.map((year) => year.period));
  for (let i = 0; i < data.figures.periods.length; i++) if (years.has(data.figures.periods[i])) places.add(data.figures.territories[i]);
  const place = places.has(state.place) ? state.place : home;
  const can = (metric: number, of: number) => pointsOf(app, metric, of).filter((p) => !Number.isNaN(p.value)).length >= 2;
  const order = data.metrics.map((_, i) => i).sort((a, b) => data.metrics[a].rank - data.metrics[b].rank);
  const isMain = (metric: number) => main.includes(data.metrics[metric].id);
  const shown = order.filter((metric) => (state.group === 'main' ? isMain(metric) : String(data.metrics[metric].dynamic) === state.group) && can(metric, place));
  const groups: [string, string][] = [['main', t('headlines')], ...data.dynamics.map((words, i): [string, string] => [String(i), pick(words)])
    .filter(([i]) => order.some((metric) => String(data.metrics[metric].dynamic) === i && can(metric, home)))];
  const name = (of: number) => (of < 0 ? t('wholeDataset') : data.territories.names[of]);
  const sorted = [...places].sort((a, b) => (a === home ? -1 : b === home ? 1 : data.territories.levels[b] - data.territories.levels[a] || compare(name(a), name(b))));
  const content: Child = state.as === 'picture' ? h('div', { class: 'charts' }, ...shown.map((metric) => chart(app, metric, place))) : table<number>({
    caption: `${t('tableTrends')} · ${name(place)}`, file: 'tendances.csv', rows: shown,
    columns: [{ head: t('metric'), cell: (metric) => metricButton(app, data.metrics[metric].id), text: (metric) => capital(pick(data.metrics[metric].title)) },
      ...figures.years.map(({ period, year }) => {
        const row = (metric: number) => figures.find(metric, place, period);
        return {
          head: String(year), figure: true, number: (metric: number) => figures.value(row(metric)), text: (metric: number) => figures.said(row(metric)),
          cell: (metric: number) => h('span', { title: figures.reading(row(metric)) }, figures.said(row(metric)), figures.bounds(row(metric)) !== '–' ? h('small', {}, figures.bounds(row(metric))) : null),
        };
      })],
  });
  return {
    element: h('article', { class: 'sheet wide' },
      h('div', { class: 'bar' }, h('h2', { class: 'lead' }, t('trends')), pictureOrTable(state.as, (as) => app.set({ as }, true))),
      h('p', { class: 'soft' }, t('trendsWhy')),
      h('div', { class: 'controls' }, selector<string>(t('showing'), state.group, groups, (group) => app.set({ group }, true)),
        sorted.length > 1 ? selector<number>(t('territory'), place, sorted.map((of): [number, string] => [of, name(of)]), (of) => app.set({ place: of }, true)) : null),
      content, legendOfMarks()),
  };
}
