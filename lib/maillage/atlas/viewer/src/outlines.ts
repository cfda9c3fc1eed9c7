// The map of territories whose outlines came with the data, projected by the program.
import type { App } from './app';
import { shadeOf, type Classes } from './classes';
import { h, s } from './dom';

/** Rings of a shape as the path of an SVG. */
function pathOf(app: App, shape: number): string {
  const { shapeEnds, ringEnds, points } = app.data.outlines!;
  let d = '';
  for (let ring = shape ? shapeEnds[shape - 1] : 0; ring < shapeEnds[shape]; ring++) {
    for (let i = ring ? ringEnds[ring - 1] : 0, first = true; i < ringEnds[ring]; i += 2, first = false)
      d += `${first ? 'M' : 'L'}${points[i]} ${points[i + 1]}`;
    d += 'Z';
  }
  return d;
}

/** Nothing when no territory of the level has an outline. */
export function outlinesMap(app: App, rows: number[], made: Classes, row: (place: number) => number): HTMLElement | null {
  const { outlines } = app.data;
  if (!outlines) return null;
  const wanted = new Set(rows);
  const areas: SVGElement[] = [];
  outlines.territories.forEach((place, shape) => {
    if (!wanted.has(place)) return;
    const record = row(place), at = made.of(app.figures.value(record));
    areas.push(s('path', { d: pathOf(app, shape), fill: at < 0 ? 'url(#no-value)' : shadeOf(at, made.count).fill, class: 'area' },
      s('title', {}, `${app.data.territories.names[place]} · ${app.figures.said(record)} ${at < 0 ? app.figures.reading(record) : ''}`)));
  });
  if (!areas.length) return null;
  const unit = outlines.width / 100;
  const hatch = s('pattern', { id: 'no-value', width: unit, height: unit, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    s('rect', { width: unit, height: unit, fill: '#ffffff' }), s('rect', { width: unit / 3, height: unit, fill: '#b5b5b0' }));
  return h('div', { class: 'outlines' }, s('svg', { viewBox: `${-unit} ${-unit} ${outlines.width + 2 * unit} ${outlines.height + 2 * unit}`, role: 'img', 'aria-label': app.data.about.title },
    s('defs', {}, hatch), ...areas) as unknown as HTMLElement);
}
