// The records of the report, found by metric, territory, period and key.
import type { Data } from './data';
import { pick } from './words';

const marks = ['●', '◐', '○'];

export class Figures {
  private readonly index = new Map<string, number>();
  readonly metricOf = new Map<string, number>();
  readonly keyOf = new Map<string, number>();
  /** The whole window, then the years, by code. */
  readonly years: { period: number; year: number }[] = [];
  readonly whole: number;

  constructor(private readonly data: Data) {
    const { figures } = data;
    for (let i = 0; i < figures.metrics.length; i++) {
      const at = this.code(figures.metrics[i], figures.territories[i], figures.periods[i], figures.keys[i]);
      if (!this.index.has(at)) this.index.set(at, i);
    }
    data.metrics.forEach((metric, i) => this.metricOf.set(metric.id, i));
    data.keys.forEach((key, i) => this.keyOf.set(key.code, i));
    this.whole = figures.periods.length ? figures.periods[0] : 0;
    data.periods.forEach((period, i) => {
      const [first, last] = period.code.split('/');
      // The whole window may be one year; a year may be cut by the date of the data.
      if (/^\d{4}/.test(first) && first.slice(0, 4) === (last ?? first).slice(0, 4) && i !== this.whole)
        this.years.push({ period: i, year: Number(first.slice(0, 4)) });
    });
    this.years.sort((a, b) => a.year - b.year);
  }

  private code(metric: number, territory: number, period: number, key: number): string {
    return `${metric} ${territory} ${period} ${key}`;
  }

  /** Row of a record; -1 when there is none. */
  find(metric: number, territory: number, period: number, key = this.keyOf.get('') ?? -1): number {
    return this.index.get(this.code(metric, territory, period, key)) ?? -1;
  }
  named(id: string, territory = -1, key = ''): number {
    const metric = this.metricOf.get(id), number = this.keyOf.get(key);
    return metric === undefined || number === undefined ? -1 : this.find(metric, territory, this.whole, number);
  }

  value(row: number): number { return row < 0 ? NaN : this.data.figures.values[row]; }
  low(row: number): number { return row < 0 ? NaN : this.data.figures.lows[row]; }
  high(row: number): number { return row < 0 ? NaN : this.data.figures.highs[row]; }
  said(row: number): string { return row < 0 ? '–' : pick(this.data.said[this.data.figures.saidValues[row]]); }
  bounds(row: number): string { return row < 0 ? '–' : pick(this.data.said[this.data.figures.saidBounds[row]]); }
  chance(row: number): string { return row < 0 ? '–' : pick(this.data.said[this.data.figures.saidChances[row]]); }
  reading(row: number): string { return row < 0 ? '' : pick(this.data.said[this.data.figures.saidReadings[row]]); }
  mark(row: number): string { return row < 0 ? '' : marks[this.data.figures.natures[row]]; }
  n(row: number): number { return row < 0 ? NaN : this.data.figures.n[row]; }
}
