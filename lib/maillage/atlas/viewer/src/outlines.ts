// The map of territories whose outlines came with the data.
import { geoMercator, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import type { App } from './app';
import { shadeOf, type Classes } from './classes';
import { h, s } from './dom';

export function outlinesMap(app: App, rows: number[], made: Classes, row: (place: number) => number): HTMLElement | null {
  const shown = app.data.outlines?.filter((outline) => rows.includes(outline.territory)) ?? [];
  if (!shown.length) return null;
  const width = 900, height = 620;
  const all = { type: 'GeometryCollection', geometries: shown.map((outline) => outline.geometry) } as GeoPermissibleObjects;
  const path = geoPath(geoMercator().fitExtent([[8, 8], [width - 8, height - 8]], all)).digits(1);
  const areas = shown.map((outline) => {
    const record = row(outline.territory), at = made.of(app.figures.value(record));
    return s('path', {
      d: path(outline.geometry as GeoPermissibleObjects) ?? '', fill: at < 0 ? 'url(#no-value)' : shadeOf(at, made.count).fill,
      stroke: '#ffffff', 'stroke-width': 0.8,
    }, s('title', {}, `${app.data.territories.names[outline.territory]} · ${app.figures.said(record)}`));
  });
  const hatch = s('pattern', { id: 'no-value', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    s('rect', { width: 6, height: 6, fill: '#ffffff' }), s('rect', { width: 2, height: 6, fill: '#b5b5b0' }));
  return h('div', { class: 'outlines' }, s('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': app.data.about.title }, s('defs', {}, hatch), ...areas) as unknown as HTMLElement);
}
