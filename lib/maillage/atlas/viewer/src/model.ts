// What answers the filters: which actors and relations are shown, in which state.
import { Family, relationsOf, unknown, type Data } from './data';
import type { State } from './state';
import { firstDay, plain, yearOf } from './words';

export const enum Life { active, silent, ended }

export interface Shown {
  actors: Uint8Array; // 1: shown.
  relations: Uint8Array;
  lives: Uint8Array; // Per relation.
  ties: [Uint16Array, Uint16Array, Uint16Array]; // Per family, per actor: relations in the period.
  actorCount: number;
  familyCounts: [number, number, number];
  lifeCounts: [number, number, number]; // Of alliances.
}

export class Model {
  readonly byActor: { offsets: Uint32Array; relations: Uint32Array };
  readonly years: [number, number];
  readonly plainNames: string[];
  private readonly children: number[][];

  constructor(readonly data: Data) {
    this.byActor = relationsOf(data);
    const { first, last, asOf } = data.about;
    let low = first ?? Infinity, high = last ?? asOf ?? -Infinity;
    if (first === null)
      for (const day of data.relations.starts)
        if (day !== unknown) { low = Math.min(low, day); high = Math.max(high, day); }
    if (asOf !== null) high = Math.min(high, asOf);
    this.years = low <= high ? [yearOf(low), yearOf(high)] : [0, 0];
    this.plainNames = data.actors.names.map(plain);
    this.children = data.territories.names.map(() => []);
    data.territories.parents.forEach((parents, t) => parents.forEach((p) => this.children[p].push(t)));
  }

  /** A territory and all below it, by any parent. */
  below(territory: number): Uint8Array {
    const inside = new Uint8Array(this.children.length);
    const open = [territory];
    while (open.length) {
      const t = open.pop()!;
      if (inside[t]) continue;
      inside[t] = 1;
      open.push(...this.children[t]);
    }
    return inside;
  }

  relations(actor: number): Uint32Array {
    return this.byActor.relations.subarray(this.byActor.offsets[actor], this.byActor.offsets[actor + 1]);
  }
  members(relation: number): Uint32Array {
    const { offsets, members } = this.data.links;
    return members.subarray(offsets[relation], offsets[relation + 1]);
  }

  lastDay(to: number): number {
    const { asOf, last } = this.data.about;
    const end = this.years[1] === 0 ? unknown : firstDay(to + 1) - 1;
    return Math.min(end, asOf ?? end, last ?? end);
  }

  private over(relation: number, day: number): boolean {
    const { starts, ends, endsLast, startsLast } = this.data.relations;
    if (endsLast[relation] === unknown) return false;
    const sameDay = ends[relation] === starts[relation] && endsLast[relation] === startsLast[relation];
    return sameDay ? endsLast[relation] < day : endsLast[relation] <= day;
  }

  inPeriod(relation: number, state: State): boolean {
    const [low, high] = this.years;
    if (low === 0 || (state.from <= low && state.to >= high)) return true;
    const { starts, startsLast, families } = this.data.relations;
    const first = firstDay(state.from), last = this.lastDay(state.to);
    if (families[relation] === Family.meeting)
      return starts[relation] !== unknown && starts[relation] >= first && startsLast[relation] <= last;
    if (starts[relation] !== unknown && startsLast[relation] > last) return false;
    return !this.over(relation, first);
  }

  life(relation: number, to: number): Life {
    if (this.data.relations.families[relation] === Family.meeting || this.years[0] === 0) return Life.active;
    const last = this.lastDay(to);
    if (this.over(relation, last)) return Life.ended;
    const silent = this.data.relations.silent[relation];
    return silent !== unknown && silent <= last ? Life.silent : Life.active;
  }

  /** The stage of a project on the last day of a year; -1 when none is known. */
  stage(relation: number, to: number): number {
    const { offsets, stages, days } = this.data.steps;
    const last = this.years[0] === 0 ? Infinity : this.lastDay(to);
    let stage = -1;
    for (let i = offsets[relation]; i < offsets[relation + 1]; i++)
      if (days[i] === unknown || days[i] <= last) stage = stages[i];
    return stage;
  }

  private hasTheme(relation: number, theme: number): boolean {
    const { themeOffsets, themes } = this.data.relations;
    for (let i = themeOffsets[relation]; i < themeOffsets[relation + 1]; i++) if (themes[i] === theme) return true;
    return false;
  }

  shown(state: State): Shown {
    const { data } = this;
    const actorTotal = data.actors.names.length, relationTotal = data.relations.names.length;
    const inside = state.territory >= 0 ? this.below(state.territory) : null;
    const own = new Uint8Array(actorTotal), actors = new Uint8Array(actorTotal);
    for (let i = 0; i < actorTotal; i++)
      if (!((state.hiddenKinds >> data.actors.kinds[i]) & 1)) {
        const seat = data.actors.seats[i];
        own[i] = !inside || (seat >= 0 && inside[seat]) ? 1 : 0;
      }
    const relations = new Uint8Array(relationTotal), lives = new Uint8Array(relationTotal);
    const ties: Shown['ties'] = [new Uint16Array(actorTotal), new Uint16Array(actorTotal), new Uint16Array(actorTotal)];
    const familyCounts: Shown['familyCounts'] = [0, 0, 0], lifeCounts: Shown['lifeCounts'] = [0, 0, 0];
    for (let r = 0; r < relationTotal; r++) {
      const family = data.relations.families[r] as Family;
      if (!this.inPeriod(r, state)) continue;
      if (state.theme >= 0 && !this.hasTheme(r, state.theme)) continue;
      if (state.stage >= 0 && (family !== Family.project || this.stage(r, state.to) !== state.stage)) continue;
      const members = this.members(r);
      let mine = false;
      for (const a of members) mine ||= own[a] === 1;
      if (!mine) continue;
      lives[r] = this.life(r, state.to);
      for (const a of members) ties[family][a]++;
      if (!((state.families >> family) & 1)) continue;
      relations[r] = 1;
      familyCounts[family]++;
      if (family === Family.alliance) lifeCounts[lives[r]]++;
      for (const a of members) if (!((state.hiddenKinds >> data.actors.kinds[a]) & 1)) actors[a] = 1;
    }
    const narrowed = state.theme >= 0 || state.stage >= 0;
    let actorCount = 0;
    for (let i = 0; i < actorTotal; i++) {
      // A party from elsewhere is shown for its ties only.
      if (own[i] && state.isolated && !narrowed && (data.actors.flags[i] & 2)) actors[i] = 1;
      actorCount += actors[i];
    }
    return { actors, relations, lives, ties, actorCount, familyCounts, lifeCounts };
  }

  /** Actors whose name holds every word, best first: those that begin with it. */
  search(query: string): number[] {
    const words = plain(query).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const found: [number, number][] = [];
    this.plainNames.forEach((name, i) => {
      if (!name || !words.every((word) => name.includes(word))) return;
      const rank = name.startsWith(words[0]) ? 0 : name.includes(' ' + words[0]) ? 1 : 2;
      found.push([rank, i]);
    });
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return found.map(([, i]) => i);
  }
}
