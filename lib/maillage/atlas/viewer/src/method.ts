// The note on the method of every figure; sources, files, and what is not shown.
import type { App, View } from './app';
import { h, type Child } from './dom';
import { mark } from './essentials';
import { table } from './tables';
import { count, many, pick, plain, t } from './words';

/** The name of a metric, which opens its note. */
export function metricButton(app: App, id: string, text?: string): Child {
  const metric = app.figures.metricOf.get(id);
  if (metric === undefined) return text ?? id;
  const title = pick(app.data.metrics[metric].title);
  return h('button', { type: 'button', class: 'link noted', title: t('note', title), onclick: () => app.note(metric) }, text ?? title);
}

function body(app: App, metric: number): Child[] {
  const { definition, limits, source, id, page } = app.data.metrics[metric];
  return [
    h('h4', {}, t('definition')), h('p', {}, pick(definition)),
    pick(limits) ? h('h4', {}, t('limits')) : null, pick(limits) ? h('p', {}, pick(limits)) : null,
    h('p', { class: 'soft' }, pick(source), ' ', h('code', {}, id), ' · ', page),
  ];
}

/** Every value of a metric for everything, headline first. */
function valuesOf(app: App, metric: number): HTMLElement | null {
  const { figures, keys } = app.data;
  const rows: number[] = [];
  for (let i = 0; i < figures.metrics.length; i++)
    if (figures.metrics[i] === metric && figures.periods[i] === app.figures.whole && figures.territories[i] === figures.territories[0]) rows.push(i);
  rows.sort((a, b) => keys[figures.keys[a]].rank - keys[figures.keys[b]].rank || a - b);
  if (!rows.length) return null;
  const title = pick(app.data.metrics[metric].title);
  return h('table', { class: 'values' }, h('caption', { class: 'unseen' }, title),
    h('thead', {}, h('tr', {}, ...[t('metric'), t('value'), t('bounds'), t('chance'), t('units'), t('reading')].map((head, i) => h('th', { scope: 'col', class: i && i < 5 ? 'figure' : '' }, head)))),
    h('tbody', {}, ...rows.slice(0, 60).map((row) => h('tr', {},
      h('th', { scope: 'row' }, mark(app.figures.mark(row)), keys[figures.keys[row]].code ? pick(keys[figures.keys[row]].words) : title),
      h('td', { class: 'figure' }, app.figures.said(row)), h('td', { class: 'figure' }, app.figures.bounds(row)), h('td', { class: 'figure' }, app.figures.chance(row)),
      h('td', { class: 'figure' }, Number.isNaN(app.figures.n(row)) ? '–' : count(app.figures.n(row))), h('td', {}, app.figures.reading(row))))));
}

export function noteOn(app: App, metric: number) {
  const { title, question, unitWords } = app.data.metrics[metric];
  const close = h('button', { type: 'button', class: 'quiet close', 'aria-label': t('close'), onclick: () => dialog.close() }, '×');
  const values = valuesOf(app, metric);
  const dialog = h('dialog', { 'aria-labelledby': 'note-title' },
    h('h2', { id: 'note-title' }, h('span', {}, pick(title), pick(unitWords) ? ` (${pick(unitWords)})` : ''), close),
    h('p', { class: 'question' }, pick(question)), values && h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': pick(title) }, values), ...body(app, metric));
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
}

function hidden(app: App): HTMLElement | null {
  const { about } = app.data;
  const planned = about.planned.reduce((a, b) => a + b, 0);
  const items = [
    about.lone ? many('hiddenLone', about.lone) : '', about.legal ? many('hiddenLegal', about.legal) : '', planned ? many('hiddenPlanned', planned) : '',
    about.persons ? many('hiddenPersons', about.persons) : '', about.errors ? many('hiddenErrors', about.errors) : '',
  ].filter(Boolean);
  return items.length ? h('section', {}, h('h2', {}, t('hidden')), h('ul', {}, ...items.map((item) => h('li', {}, item)))) : null;
}

function provenance(app: App): Child[] {
  const { about, sources, files, pages } = app.data;
  const notes = pages[document.documentElement.lang === 'fr' ? 0 : 1].notes;
  return [
    hidden(app),
    h('section', {}, h('h2', {}, t('sources')), about.source ? h('p', {}, about.source) : null, pick(about.perimeter) ? h('p', {}, t('perimeter', pick(about.perimeter))) : null,
      sources.length ? table({
        caption: t('sources'), file: 'sources.csv', rows: sources, columns: [
          { head: t('name'), cell: (r) => r[1] || r[0] }, { head: t('publisher'), cell: (r) => r[2] || '–' }, { head: t('licence'), cell: (r) => r[3] || '–' }, { head: t('retrieved'), cell: (r) => r[4] || '–' }],
      }) : null),
    notes.length ? h('section', {}, h('h2', {}, t('notes')), h('ul', {}, ...notes.map((note) => h('li', {}, note)))) : null,
    h('section', {}, h('h2', {}, t('files')), table({
      caption: t('files'), file: 'fichiers.csv', rows: files, columns: [
        { head: t('file'), cell: (r) => r.file || pick(r.label) }, { head: t('rows'), figure: true, cell: (r) => count(r.rows), number: (r) => r.rows },
        { head: t('refused'), figure: true, cell: (r) => count(r.refused), number: (r) => r.refused }, { head: 'SHA-256', cell: (r) => h('code', { class: 'hash' }, r.sha256) }],
    })),
    h('p', { class: 'soft' }, t('madeBy', about.version), about.seed !== null ? ' · ' + t('seed', count(about.replicates), about.seed) : ''),
  ];
}

export function method(app: App): View {
  const { data } = app;
  const order = data.metrics.map((_, i) => i).sort((a, b) => data.metrics[a].rank - data.metrics[b].rank);
  const articles = order.map((i) => {
    const metric = data.metrics[i];
    const element = h('details', { class: 'article' }, h('summary', {}, h('strong', {}, pick(metric.title)), ' ', h('span', { class: 'soft' }, pick(metric.question))));
    // Filled when opened: a hundred tables at once would be slow to make.
    element.addEventListener('toggle', () => {
      if (element.open && element.childElementCount === 1) element.append(h('div', { class: 'inside' }, valuesOf(app, i), ...body(app, i)));
    });
    return { element, dynamic: metric.dynamic, text: plain([...metric.title, ...metric.question, metric.id].join(' ')) };
  });
  const sections = data.dynamics.map((words, dynamic) => {
    const own = articles.filter((article) => article.dynamic === dynamic);
    return own.length ? h('section', {}, h('h3', {}, pick(words)), ...own.map((article) => article.element)) : null;
  });
  const input = h('input', { type: 'search' });
  input.addEventListener('input', () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    for (const article of articles) article.element.hidden = !words.every((word) => article.text.includes(word));
    for (const section of sections) if (section) section.hidden = !section.querySelector('details:not([hidden])');
  });
  return {
    element: h('article', { class: 'sheet' }, h('h2', { class: 'lead' }, t('method')), h('p', {}, t('methodWhy')),
      h('p', { class: 'marks soft' }, ...(['●', '◐', '○'] as const).map((letter, i) => h('span', {}, mark(letter), t((['counted', 'compared', 'estimated'] as const)[i])))),
      h('label', { class: 'field finder' }, h('span', {}, t('filterNotes')), input), ...sections, ...provenance(app)),
  };
}
