// The first page a visitor sees: the three dynamics as one chain, the sentences of page one, what is
// said of each stake, what is not known.
import type { App, View } from './app';
import type { PageOne, Pair } from './data';
import { h, s, type Child } from './dom';
import { metricButton } from './method';
import { alliance, meeting, outline, project } from './shapes';
import { colon, count, getLang, t } from './words';

const markWords: Record<string, 'counted' | 'compared' | 'estimated'> = { '●': 'counted', '◐': 'compared', '○': 'estimated' };

/** A mark is drawn: fonts give those letters different sizes. */
export function mark(letter: string): Child {
  if (!markWords[letter]) return null;
  const half = letter === '◐' ? s('path', { d: 'M5 1a4 4 0 0 0 0 8z', class: 'half' }) : null;
  return s('svg', { class: 'mark', viewBox: '0 0 10 10', role: 'img', 'aria-label': t(markWords[letter]) },
    s('circle', { cx: 5, cy: 5, r: 4, class: letter === '●' ? '' : 'open' }), half);
}

export function legendOfMarks(): HTMLElement {
  return h('p', { class: 'marks soft' }, ...['●', '◐', '○'].map((letter) => h('span', {}, mark(letter), t(markWords[letter]))));
}

function sentences(lines: Pair[], className = ''): HTMLElement {
  return h('ul', { class: 'sentences plain-list ' + className }, ...lines.map(([letter, text]) => h('li', {}, mark(letter), h('span', {}, text))));
}

/** From one block to the next, the part that was there a step before. */
function ribbon(x1: number, x2: number, top: number, height: number, share: number, fill: string): SVGElement {
  const middle = (x1 + x2) / 2, low = top + height * share;
  const d = `M${x1} ${top}C${middle} ${top} ${middle} ${top} ${x2} ${top}L${x2} ${low}C${middle} ${low} ${middle} ${top + height} ${x1} ${top + height}Z`;
  return s('path', { d, fill, opacity: 0.45 });
}

interface Step { id: string; word: 'meetings' | 'born' | 'experiments'; fill: string; from?: { id: string; key: string; words: 'metBefore' | 'fromAllies' } }
const steps: Step[] = [
  { id: 'dialogue_event_count', word: 'meetings', fill: meeting },
  { id: 'emergence_new_count', word: 'born', fill: alliance, from: { id: 'emergence_seededness', key: 'measure=relations', words: 'metBefore' } },
  { id: 'experiments_count', word: 'experiments', fill: project, from: { id: 'experiments_lineage', key: '', words: 'fromAllies' } },
];

function chain(app: App): HTMLElement {
  const width = 1000, top = 8, height = 64, block = 22, at = [0, (width - block) / 2, width - block];
  const shapes: Child[] = [], columns: HTMLElement[] = [];
  steps.forEach((step, i) => {
    const row = app.figures.named(step.id);
    const passage = step.from ? app.figures.named(step.from.id, -1, step.from.key) : -1;
    const share = app.figures.value(passage);
    if (step.from && !Number.isNaN(share)) shapes.push(ribbon(at[i - 1] + block, at[i], top, height, Math.max(0.02, Math.min(1, share)), steps[i - 1].fill === meeting ? '#7fb4d4' : steps[i - 1].fill));
    shapes.push(s('rect', { x: at[i] + 0.5, y: top, width: block - 1, height, fill: step.fill, stroke: outline }));
    columns.push(h('div', { class: 'step' },
      h('p', { class: 'big' }, app.figures.said(row), ' ', h('span', {}, metricButton(app, step.id, t(step.word)))),
      step.from ? h('p', { class: 'soft passage' }, mark(app.figures.mark(passage)),
        h('span', {}, metricButton(app, step.from.id, t(step.from.words)), colon(), h('strong', {}, app.figures.said(passage)),
          Number.isNaN(share) && app.figures.reading(passage) ? ` ${app.figures.reading(passage)}` : '',
          app.figures.chance(passage) !== '–' ? ` (${t('chance').toLowerCase()} ${app.figures.chance(passage)})` : '')) : null));
  });
  const picture = s('svg', { class: 'flow', viewBox: `0 0 ${width} ${height + 2 * top}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': t('chainTitle') }, ...shapes);
  return h('section', { class: 'chain' }, h('h2', {}, t('chainTitle')), h('p', { class: 'soft' }, t('chainWhy')), h('div', { class: 'columns' }, ...columns), h('div', { class: 'flows' }, picture as unknown as HTMLElement));
}

function stakes(page: PageOne): HTMLElement | null {
  if (!page.stakes.length) return null;
  const heads = ['meetings', 'born', 'experiments'] as const;
  const most = [1, 2, 3].map((i) => Math.max(1, ...page.stakes.map((stake) => (stake[i] as number | null) ?? 0)));
  const cell = (value: number | null, i: number) => {
    const bar = h('span', { class: 'bar-' + i, 'aria-hidden': 'true' });
    bar.style.width = `${value === null ? 0 : (100 * value) / most[i]}%`;
    return h('td', {}, h('div', { class: 'barred' }, h('span', { class: 'number' }, value === null ? '–' : count(value)), h('span', { class: 'rail' }, bar)));
  };
  const remarks = page.stakes.some((stake) => stake[4]);
  return h('section', {}, h('h2', {}, t('byStake')), h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('byStake') }, h('table', { class: 'stakes' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('stake')), ...heads.map((head) => h('th', { scope: 'col' }, t(head))), remarks && h('th', { scope: 'col' }, t('remark')))),
    h('tbody', {}, ...page.stakes.map((stake) => h('tr', {}, h('th', { scope: 'row' }, stake[0]), ...[0, 1, 2].map((i) => cell(stake[i + 1] as number | null, i)), remarks && h('td', { class: 'soft' }, stake[4])))))));
}

export function essentials(app: App): View {
  const page = app.data.pages[getLang() === 'fr' ? 0 : 1];
  const column = (title: string, lines: Pair[]) => h('section', {}, h('h3', {}, title), lines.length ? sentences(lines) : h('p', { class: 'soft' }, '–'));
  return {
    element: h('article', { class: 'sheet' },
      h('h2', { class: 'lead' }, page.title),
      h('p', { class: 'soft' }, page.contents),
      page.opening.length > 0 && sentences(page.opening, 'opening'),
      chain(app),
      h('div', { class: 'columns three' }, column(t('meet'), page.meeting), column(t('ally'), page.allying), column(t('experiment'), page.experimenting)),
      stakes(page),
      h('div', { class: 'columns two' },
        page.limits.length + page.toKnow.length > 0 && h('section', {}, h('h2', {}, t('notSaid')), h('p', {}, page.limits.map(([, text]) => text).join(' ')), ...page.toKnow.map((text) => h('p', { class: 'soft' }, text))),
        page.questions.length > 0 && h('section', {}, h('h2', {}, t('toDiscuss')), h('ol', { class: 'questions' }, ...page.questions.map(([, text]) => h('li', {}, text))))),
      legendOfMarks()),
  };
}
