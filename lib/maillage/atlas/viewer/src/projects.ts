// The river of projects: how many stand at each stage at the end of each year, and who moves.
import type { App, View } from './app';
import { Family } from './data';
import { h, s, type Child } from './dom';
import { relationButton } from './card';
import { capital, datesOf, themesOf } from './names';
import { pictureOrTable, table } from './tables';
import { colon, count, many, pick, t } from './words';

// One hue for the five stages, from pale to dark; greys for those that stopped.
const colours = ['#fbe3cf', '#f6bf8f', '#ee934c', '#d55e00', '#8f3d00', '#9b9b9b', '#c9c9c9'];

interface River { years: number[]; stages: number[]; at: Map<string, number[]>; projects: number[] }

function riverOf(app: App): River {
  const { data, model } = app;
  const projects: number[] = [];
  data.relations.families.forEach((family, r) => {
    if (family === Family.project && data.steps.offsets[r] < data.steps.offsets[r + 1]) projects.push(r);
  });
  const [low, high] = model.years;
  const years: number[] = [];
  for (let year = low; year <= high; year++) years.push(year);
  const at = new Map<string, number[]>();
  const stages = new Set<number>();
  for (const year of years)
    for (const project of projects) {
      const stage = model.stage(project, year);
      if (stage < 0) continue;
      stages.add(stage);
      const key = `${year} ${stage}`;
      at.get(key)?.push(project) ?? at.set(key, [project]);
    }
  const first = years.findIndex((year) => [...stages].some((stage) => at.has(`${year} ${stage}`)));
  return { years: years.slice(Math.max(0, first)), stages: [...stages].sort((a, b) => a - b), at, projects };
}

function draw(app: App, river: River, choose: (year: number, stage: number) => void): HTMLElement {
  const { years, stages, at } = river;
  const width = 1080, height = 460, top = 16, bottom = 26, left = 150, block = 20, gap = 8;
  const listed = (year: number, stage: number) => at.get(`${year} ${stage}`) ?? [];
  const totals = years.map((year) => stages.reduce((sum, stage) => sum + listed(year, stage).length, 0));
  const unit = (height - top - bottom - gap * (stages.length - 1)) / Math.max(1, ...totals);
  const x = (i: number) => left + (i * (width - left - block - 4)) / Math.max(1, years.length - 1);
  const tops = years.map((year) => {
    // The latest stages stand highest, and the river rests on its bed.
    const of = new Map<number, number>();
    let y = height - bottom;
    for (const stage of stages) {
      y -= listed(year, stage).length * unit;
      of.set(stage, y);
      y -= listed(year, stage).length ? gap : 0;
    }
    return of;
  });
  const flows: SVGElement[] = [];
  for (let i = 0; i + 1 < years.length; i++) {
    const out = new Map(tops[i]), into = new Map(tops[i + 1]);
    for (const from of [...stages].reverse())
      for (const to of [...stages].reverse()) {
        const movers = listed(years[i], from).filter((project) => listed(years[i + 1], to).includes(project)).length;
        if (!movers) continue;
        const y1 = out.get(from)!, y2 = into.get(to)!, thick = movers * unit, x1 = x(i) + block, x2 = x(i + 1), m = (x1 + x2) / 2;
        out.set(from, y1 + thick);
        into.set(to, y2 + thick);
        flows.push(s('path', { d: `M${x1} ${y1}C${m} ${y1} ${m} ${y2} ${x2} ${y2}V${y2 + thick}C${m} ${y2 + thick} ${m} ${y1 + thick} ${x1} ${y1 + thick}Z`, fill: colours[to], opacity: from === to ? 0.35 : 0.75 },
          s('title', {}, `${pick(app.data.stages[from].label)} ${years[i]} → ${pick(app.data.stages[to].label)} ${years[i + 1]} · ${count(movers)}`)));
      }
  }
  const blocks = years.flatMap((year, i) => stages.filter((stage) => listed(year, stage).length).map((stage) => {
    const total = listed(year, stage).length, y = tops[i].get(stage)!;
    const name = `${capital(pick(app.data.stages[stage].label))}, ${year}${colon()}${many('shownProjects', total)}`;
    const pick_ = () => choose(year, stage);
    const label = total * unit > 12 ? s('text', { x: x(i) + block / 2, y: y + (total * unit) / 2 + 4, class: 'inside', fill: stage === 3 || stage === 4 ? '#ffffff' : '#1a1a1a' }, String(total)) : null;
    return s('g', { role: 'button', tabindex: 0, 'aria-label': name, class: 'block', onclick: pick_, onkeydown: (e: Event) => { if (['Enter', ' '].includes((e as KeyboardEvent).key)) { e.preventDefault(); pick_(); } } },
      s('rect', { x: x(i), y, width: block, height: Math.max(1.5, total * unit), fill: colours[stage], stroke: '#555', 'stroke-width': 0.7 }), label, s('title', {}, name));
  }));
  const names = stages.map((stage) => {
    const from = years.findIndex((year) => listed(year, stage).length);
    return { stage, y: tops[from].get(stage)! + (listed(years[from], stage).length * unit) / 2 };
  });
  const key = [...names].reverse().map(({ stage }, i) => s('g', { transform: `translate(0 ${top + 6 + 26 * i})` },
    s('rect', { width: 14, height: 14, fill: colours[stage], stroke: '#555', 'stroke-width': 0.7 }), s('text', { x: 22, y: 11.5 }, capital(pick(app.data.stages[stage].label)))));
  const ticks = years.map((year, i) => s('text', { x: x(i) + block / 2, y: height - 6, class: 'tick' }, String(year)));
  return h('div', { class: 'river' }, s('svg', { viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': t('riverTitle') }, ...key, ...flows, ...blocks, ...ticks) as unknown as HTMLElement);
}

function list(app: App, rows: number[], caption: string, year: number): HTMLElement {
  const { data, model } = app;
  const open = (r: number) => {
    const button = relationButton(app, r);
    button.addEventListener('click', () => app.set({ view: 'network', relation: r, actor: -1, as: 'picture' }));
    return button;
  };
  return table<number>({
    caption, file: 'projets.csv', rows, columns: [
      { head: t('name'), cell: open, text: (r) => data.relations.names[r] },
      { head: t('lastStage'), cell: (r) => { const stage = model.stage(r, year); return stage < 0 ? t('unknownStage') : capital(pick(data.stages[stage].label)); } },
      { head: t('dates'), cell: (r) => datesOf(data, r) },
      { head: t('theme'), cell: (r) => themesOf(data, r).join(', ') || '–' },
      { head: t('members'), figure: true, cell: (r) => count(model.members(r).length), number: (r) => model.members(r).length }],
  });
}

export function projects(app: App): View {
  const river = riverOf(app);
  if (!river.projects.length || !river.years.length) return { element: h('article', { class: 'sheet' }, h('h2', { class: 'lead' }, t('projects')), h('p', {}, t('noProjects'))) };
  const { state } = app;
  const last = river.years[river.years.length - 1];
  const below = h('section', { 'aria-live': 'polite' }, list(app, river.projects, t('listProjects'), last));
  const choose = (year: number, stage: number) => {
    below.replaceChildren(list(app, river.at.get(`${year} ${stage}`) ?? [], t('listIn', capital(pick(app.data.stages[stage].label)), year), year),
      h('p', {}, h('button', { type: 'button', class: 'quiet', onclick: () => below.replaceChildren(list(app, river.projects, t('listProjects'), last)) }, t('reset'))));
  };
  const content: Child = state.as === 'picture' ? draw(app, river, choose) : table<number>({
    caption: t('tableRiver'), file: 'etapes.csv', rows: river.stages, columns: [
      { head: t('stage'), cell: (stage) => capital(pick(app.data.stages[stage].label)) },
      ...river.years.map((year) => ({
        head: String(year), figure: true, number: (stage: number) => river.at.get(`${year} ${stage}`)?.length ?? 0, cell: (stage: number) => count(river.at.get(`${year} ${stage}`)?.length ?? 0),
      }))],
  });
  return {
    element: h('article', { class: 'sheet wide' },
      h('div', { class: 'bar' }, h('h2', { class: 'lead' }, t('riverTitle')), pictureOrTable(state.as, (as) => app.set({ as }, true))),
      h('p', { class: 'soft' }, t('riverWhy')), content, below),
  };
}
