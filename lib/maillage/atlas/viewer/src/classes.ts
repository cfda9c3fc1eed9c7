// A few classes of equal numbers, one hue growing darker.
export const shades = ['#e3eef6', '#b5d3e7', '#7ab1d3', '#226f9e', '#004b78'];
export const inks = ['#1a1a1a', '#1a1a1a', '#1a1a1a', '#ffffff', '#ffffff'];

export interface Classes { of(value: number): number; count: number; members: number[][] }

/** Quantiles of the distinct values: equal values are never parted. NaN belongs to none (-1). */
export function classes(values: number[], most = 5): Classes {
  const sorted = values.filter((v) => !Number.isNaN(v)).sort((a, b) => a - b);
  const starts: number[] = [];
  for (let i = 0; i < most && sorted.length; i++) {
    const value = sorted[Math.floor((i * sorted.length) / most)];
    if (!starts.length || value > starts[starts.length - 1]) starts.push(value);
  }
  const of = (value: number) => {
    if (Number.isNaN(value)) return -1;
    let at = 0;
    while (at + 1 < starts.length && value >= starts[at + 1]) at++;
    return at;
  };
  const members: number[][] = starts.map(() => []);
  values.forEach((value, i) => { const at = of(value); if (at >= 0) members[at].push(i); });
  return { of, count: starts.length, members };
}

/** Shades for so many classes, the darkest always last. */
export function shadeOf(at: number, total: number): { fill: string; ink: string } {
  const i = total === 1 ? 2 : Math.round((at * (shades.length - 1)) / (total - 1));
  return { fill: shades[i], ink: inks[i] };
}
