// The shapes of the maps, on a canvas or as SVG paths, around 0 in a square of side 2.
import { Family, type Data, type Kind } from './data';
import { s } from './dom';

export const alliance = '#F0E442', project = '#D55E00', meeting = '#FFFFFF';
export const outline = '#333333', alarm = '#C00000';

function polygon(corners: number, from: number, w: number, h: number): [number, number][] {
  const points: [number, number][] = [];
  for (let i = 0; i < corners; i++) {
    const angle = from + (2 * Math.PI * i) / corners;
    points.push([w * Math.cos(angle), h * Math.sin(angle)]);
  }
  return points;
}

/** Corners of a shape; null for a round one. */
function corners(shape: string, w: number, h: number): [number, number][] | null {
  if (shape === 'box') return [[-w, -h], [w, -h], [w, h], [-w, h]];
  if (shape === 'diamond') return [[0, -h], [w, 0], [0, h], [-w, 0]];
  if (shape === 'hexagon') return [[-w, 0], [-w / 2, -h], [w / 2, -h], [w, 0], [w / 2, h], [-w / 2, h]];
  if (shape === 'pentagon') return polygon(5, -Math.PI / 2, w, h);
  if (shape === 'pennant') return [[-w * 0.8, -h], [w, -h * 0.35], [-w * 0.8, h * 0.3], [-w * 0.8, h], [-w * 0.8, -h]];
  return null;
}

export interface Look { shape: string; width: number; height: number; fill: string }

export function lookOfKind(kind: Kind): Look {
  return { shape: kind.shape, width: kind.width, height: kind.height, fill: kind.fill };
}
export function lookOfFamily(family: Family): Look {
  if (family === Family.alliance) return { shape: 'diamond', width: 1, height: 1, fill: alliance };
  if (family === Family.project) return { shape: 'pennant', width: 1.25, height: 1.25, fill: project };
  return { shape: 'circle', width: 0.75, height: 0.75, fill: meeting };
}

export function trace(context: CanvasRenderingContext2D, look: Look, x: number, y: number, radius: number) {
  const w = look.width * radius, h = look.height * radius;
  const points = corners(look.shape, w, h);
  context.beginPath();
  if (!points) context.ellipse(x, y, w, h, 0, 0, 2 * Math.PI);
  else {
    points.forEach(([px, py], i) => (i ? context.lineTo(x + px, y + py) : context.moveTo(x + px, y + py)));
    context.closePath();
  }
}

/** A symbol of the legend. */
export function glyph(look: Look, hollow = false): SVGElement {
  const points = corners(look.shape, look.width, look.height);
  const paint = { fill: hollow ? '#fff' : look.fill, stroke: hollow ? look.fill : outline, 'stroke-width': hollow ? 0.3 : 0.14 };
  const shape = points
    ? s('path', { d: 'M' + points.map((p) => p.map((v) => v.toFixed(3)).join(' ')).join('L') + 'Z', ...paint })
    : s('ellipse', { rx: look.width, ry: look.height, ...paint });
  return s('svg', { class: 'glyph', viewBox: '-1.5 -1.5 3 3', 'aria-hidden': 'true', focusable: 'false' }, shape);
}

export function glyphOfActor(data: Data, actor: number): SVGElement {
  return glyph(lookOfKind(data.kinds[data.actors.kinds[actor]]));
}
