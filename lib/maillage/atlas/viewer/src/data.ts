// The data of the page, as lib/maillage/atlas wrote them: texts as JSON, numbers in quantity as
// typed arrays in base64, little-endian.

export type Pair = [string, string]; // French, English

export interface Kind { code: string; label: Pair; plural: Pair; shape: string; fill: string; ink: string; width: number; height: number }
export interface Word { code: string; label: Pair; plural: Pair }
export interface Metric {
  id: string; rank: number; dynamic: number; unit: string; unitWords: Pair; nature: number;
  title: Pair; question: Pair; definition: Pair; limits: Pair; source: Pair; page: string;
}
export interface PageOne {
  name: string; title: string; period: string; contents: string;
  opening: Pair[]; meeting: Pair[]; allying: Pair[]; experimenting: Pair[]; limits: Pair[]; questions: Pair[];
  toKnow: string[]; stakes: [string, number | null, number | null, number | null, string][];
  furtherStakes: number; notes: string[];
}
export interface About {
  version: string; title: string; source: string; language: 'fr' | 'en'; simulated: boolean;
  asOf: number | null; first: number | null; last: number | null; seed: number | null; replicates: number;
  silentMonths: number; mergesPersons: boolean; persons: number; lone: number; legal: number;
  planned: number[]; errors: number; warnings: number; yearsOfTerritories: boolean; perimeter: Pair;
}

export const unknown = -2147483648; // A day that is not known.
export const enum Family { meeting, alliance, project }

const little = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function bytes(text: string): Uint8Array {
  const raw = atob(text);
  const out = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) out[i] = raw.charCodeAt(i);
  return out;
}

// Typed arrays read numbers as the machine writes them: turned where that is the other way.
function ordered(text: string, size: number): ArrayBuffer {
  const raw = bytes(text);
  if (!little) for (let i = 0; i < raw.length; i += size) raw.subarray(i, i + size).reverse();
  return raw.buffer as ArrayBuffer;
}
const u16 = (text: string) => new Uint16Array(ordered(text, 2));
const u32 = (text: string) => new Uint32Array(ordered(text, 4));
const i32 = (text: string) => new Int32Array(ordered(text, 4));
const f32 = (text: string) => new Float32Array(ordered(text, 4));
const f64 = (text: string) => new Float64Array(ordered(text, 8));

export function decode(text: string) {
  const raw = JSON.parse(text);
  const { territories, actors, relations, links, steps, figures } = raw;
  return {
    about: raw.about as About,
    kinds: raw.kinds as Kind[],
    types: raw.types as Word[],
    stages: raw.stages as Word[],
    roles: raw.roles as Word[],
    attendanceRoles: raw.attendanceRoles as Word[],
    levels: raw.levels as Word[],
    themes: raw.themes as string[],
    territories: {
      names: territories.names as string[], codes: territories.codes as string[],
      levels: bytes(territories.levels), parents: territories.parents as number[][],
    },
    actors: {
      names: actors.names as string[], kinds: bytes(actors.kinds), flags: bytes(actors.flags),
      seats: i32(actors.seats), persons: u32(actors.persons), x: f32(actors.x), y: f32(actors.y),
    },
    relations: {
      names: relations.names as string[], families: bytes(relations.families), types: bytes(relations.types),
      starts: i32(relations.starts), startsLast: i32(relations.startsLast),
      ends: i32(relations.ends), endsLast: i32(relations.endsLast), silent: i32(relations.silent),
      themeOffsets: u32(relations.themeOffsets), themes: u16(relations.themes),
      x: f32(relations.x), y: f32(relations.y),
    },
    links: { offsets: u32(links.offsets), members: u32(links.members), roles: u16(links.roles) },
    steps: { offsets: u32(steps.offsets), stages: bytes(steps.stages), days: i32(steps.days) },
    dynamics: raw.dynamics as Pair[],
    metrics: raw.metrics as Metric[],
    keys: raw.keys as { code: string; words: Pair; rank: number }[],
    periods: raw.periods as { code: string; words: Pair }[],
    said: raw.said as Pair[],
    figures: {
      metrics: u16(figures.metrics), keys: u16(figures.keys), periods: u16(figures.periods),
      territories: i32(figures.territories), status: bytes(figures.status), natures: bytes(figures.natures),
      values: f64(figures.values), lows: f64(figures.lows), highs: f64(figures.highs), n: f64(figures.n),
      saidValues: u32(figures.saidValues), saidBounds: u32(figures.saidBounds),
      saidChances: u32(figures.saidChances), saidReadings: u32(figures.saidReadings),
    },
    pages: raw.pages as [PageOne, PageOne],
    fragile: raw.fragile as [number, number, number][],
    sources: raw.sources as [string, string, string, string, string][],
    files: raw.files as { label: Pair; file: string; sha256: string; rows: number; refused: number }[],
    groups: raw.groups ? {
      names: raw.groups.names as Pair[], territories: i32(raw.groups.territories), x: f32(raw.groups.x), y: f32(raw.groups.y), of: u16(raw.groups.of),
      offsets: u32(raw.groups.offsets), members: u16(raw.groups.members), bundleX: f32(raw.groups.bundleX), bundleY: f32(raw.groups.bundleY),
    } : null,
    outlines: raw.outlines ? {
      width: raw.outlines.width as number, height: raw.outlines.height as number, territories: u32(raw.outlines.territories),
      shapeEnds: u32(raw.outlines.shapeEnds), ringEnds: u32(raw.outlines.ringEnds), points: u16(raw.outlines.points),
    } : null,
  };
}
export type Data = ReturnType<typeof decode>;

/** The relations of each actor, the other way round of the links. */
export function relationsOf(data: Data): { offsets: Uint32Array; relations: Uint32Array } {
  const { offsets, members } = data.links;
  const counts = new Uint32Array(data.actors.names.length + 1);
  for (const member of members) counts[member + 1]++;
  for (let i = 1; i < counts.length; i++) counts[i] += counts[i - 1];
  const next = counts.slice();
  const relations = new Uint32Array(members.length);
  for (let r = 0; r + 1 < offsets.length; r++)
    for (let l = offsets[r]; l < offsets[r + 1]; l++) relations[next[members[l]]++] = r;
  return { offsets: counts, relations };
}
