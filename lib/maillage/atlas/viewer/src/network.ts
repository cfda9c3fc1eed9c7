// The network: who, what links them, when. Filters on the left, picture or table, card on the right.
import type { App, View } from './app';
import { actorButton, card } from './card';
import { Family, type Data } from './data';
import { announce, h, type Child } from './dom';
import { groupsPicture, groupsTable, isGrouped } from './groups';
import { actorName, capital, kindName, seatName } from './names';
import { period } from './period';
import { Picture } from './picture';
import { glyph, lookOfFamily, lookOfKind } from './shapes';
import { pictureOrTable, selector, table } from './tables';
import { compare, count, many, pick, t } from './words';

function summary(app: App): string {
  const shown = app.shown();
  const parts = [many('shownActors', shown.actorCount)];
  const words = ['shownMeetings', 'shownAlliances', 'shownProjects'] as const;
  words.forEach((word, family) => {
    if ((app.state.families >> family) & 1 && hasFamily(app, family)) parts.push(many(word, shown.familyCounts[family as Family]));
  });
  return parts.join(' · ');
}

function hasFamily(app: App, family: number): boolean {
  return app.data.relations.families.includes(family);
}

function search(app: App): HTMLElement {
  const results = h('ul', { class: 'results plain-list' });
  const said = h('p', { class: 'soft', role: 'status' });
  const input = h('input', { type: 'search', placeholder: t('searchHint'), autocomplete: 'off', spellcheck: 'false' });
  const look = () => {
    const found = app.model.search(input.value);
    const most = 30;
    results.replaceChildren(...found.slice(0, most).map((actor) =>
      h('li', {}, actorButton(app, actor), h('span', { class: 'soft' }, seatName(app.data, actor)))));
    const text = input.value.trim() ? many('found', found.length) + (found.length > most ? ' · ' + t('firstOf', most) : '') : '';
    said.textContent = text;
  };
  input.addEventListener('input', look);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { input.value = ''; look(); }
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      results.querySelector('button')?.focus();
    }
  });
  // Arrows walk through the names found.
  results.addEventListener('keydown', (event) => {
    const buttons = Array.from(results.querySelectorAll('button'));
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'ArrowDown') { event.preventDefault(); buttons[Math.min(at + 1, buttons.length - 1)]?.focus(); }
    if (event.key === 'ArrowUp') { event.preventDefault(); (at <= 0 ? input : buttons[at - 1]).focus(); }
    if (event.key === 'Escape') input.focus();
  });
  return h('section', { class: 'search', role: 'search' }, h('label', { class: 'field' }, h('span', {}, t('search')), input), said, results);
}

function check(text: Child, on: boolean, icon: Child, tally: HTMLElement | null, change: (on: boolean) => void): HTMLElement {
  const input = h('input', { type: 'checkbox', checked: on, onchange: () => change(input.checked) });
  return h('label', { class: 'check' }, input, icon, h('span', {}, text), tally);
}

/** Filters that are also the legend, with counts that follow. */
class Filters {
  readonly element: HTMLElement;
  private readonly tallies: (() => void)[] = [];

  constructor(private readonly app: App) {
    const { data, state } = app;
    this.element = h('div', { class: 'filters' }, search(app),
      h('fieldset', {}, h('legend', {}, t('who')), ...data.kinds.map((_, i) => this.kind(i)).filter(Boolean) as HTMLElement[],
        check(t('isolated'), state.isolated, glyph({ shape: 'circle', width: 1, height: 1, fill: '#777777' }, true), null, (isolated) => app.set({ isolated }))),
      h('fieldset', {}, h('legend', {}, t('ties')), ...[Family.alliance, Family.project, Family.meeting].map((f) => this.family(f)).filter(Boolean) as HTMLElement[], this.lines()),
      this.keep(),
      data.fragile.length > 0 ? h('fieldset', {}, h('legend', {}, t('fragile')),
        check(t('fragile'), state.fragile, h('span', { class: 'ring', 'aria-hidden': 'true' }), this.tally(() => data.fragile.length), (fragile) => app.set({ fragile })),
        h('p', { class: 'soft' }, t('fragileWhy'))) : null,
      h('p', {}, h('button', { type: 'button', class: 'quiet', onclick: () => app.set({ ...app.start, lang: state.lang, view: 'network' }, true) }, t('reset'))));
  }

  update() { for (const tally of this.tallies) tally(); }

  private tally(value: () => number): HTMLElement {
    const element = h('span', { class: 'tally' });
    const tell = () => { element.textContent = count(value()); };
    tell();
    this.tallies.push(tell);
    return element;
  }

  private kind(i: number): HTMLElement | null {
    const { app } = this;
    const kind = app.data.kinds[i];
    if (!app.data.actors.kinds.includes(i)) return null;
    const tally = this.tally(() => {
      const { actors } = app.shown();
      let total = 0;
      for (let a = 0; a < actors.length; a++) if (actors[a] && app.data.actors.kinds[a] === i) total += app.data.actors.persons[a] || 1;
      return total;
    });
    return check(capital(pick(kind.plural)), !((app.state.hiddenKinds >> i) & 1), glyph(lookOfKind(kind)), tally,
      (on) => app.set({ hiddenKinds: on ? app.state.hiddenKinds & ~(1 << i) : app.state.hiddenKinds | (1 << i) }));
  }

  private family(family: Family): HTMLElement | null {
    const { app } = this;
    if (!hasFamily(app, family)) return null;
    return check([t('meetings'), t('alliances'), t('experiments')][family], ((app.state.families >> family) & 1) === 1, glyph(lookOfFamily(family)),
      this.tally(() => app.shown().familyCounts[family]),
      (on) => app.set({ families: on ? app.state.families | (1 << family) : app.state.families & ~(1 << family) }));
  }

  private lines(): HTMLElement {
    const { app } = this;
    const line = (style: string, text: string, life: number) =>
      h('li', {}, h('span', { class: 'line ' + style, 'aria-hidden': 'true' }), h('span', {}, text), this.tally(() => app.shown().lifeCounts[life]));
    return h('ul', { class: 'legend-lines plain-list', 'aria-label': t('lines') },
      line('active', t('active'), 0), line('silent', t('silent', app.data.about.silentMonths), 1), line('ended', t('ended'), 2),
      h('li', {}, t('untied')), h('li', {}, t('elsewhere')));
  }

  private keep(): HTMLElement {
    const { app } = this;
    const { data, state } = app;
    const seats = new Set<number>();
    const climb = (at: number) => { if (!seats.has(at)) { seats.add(at); data.territories.parents[at].forEach(climb); } };
    data.actors.seats.forEach((seat) => { if (seat >= 0) climb(seat); });
    const places = choosable(data, [...seats]).sort((a, b) => data.territories.levels[b] - data.territories.levels[a] || compare(data.territories.names[a], data.territories.names[b]));
    const used = new Set(data.relations.themes);
    const stages = new Set(data.steps.stages);
    return h('fieldset', {}, h('legend', {}, t('keep')),
      places.length > 1 ? selector<number>(t('territory'), state.territory,
        [[-1, t('all')], ...places.map((p): [number, string] => [p, `${data.territories.names[p]} (${pick(data.levels[data.territories.levels[p]].label)})`])],
        (territory) => app.set({ territory })) : null,
      used.size > 0 ? selector<number>(t('theme'), state.theme, [[-1, t('all')], ...[...used].sort((a, b) => compare(data.themes[a], data.themes[b])).map((i): [number, string] => [i, data.themes[i]])],
        (theme) => app.set({ theme })) : null,
      stages.size > 0 ? selector<number>(t('stage'), state.stage, [[-1, t('allF')], ...[...stages].sort((a, b) => a - b).map((i): [number, string] => [i, capital(pick(data.stages[i].label))])],
        (stage) => app.set({ stage })) : null,
      selector<number>(t('size'), state.size, [[0, t('sizeOne')], [1, t('sizeAlliances')],
        ...(hasFamily(app, Family.meeting) ? [[2, t('sizeMeetings')] as [number, string]] : []), ...(hasFamily(app, Family.project) ? [[3, t('sizeProjects')] as [number, string]] : [])],
        (size) => app.set({ size })));
  }
}

/** Territories of the widest levels, while a list of them can be read. */
function choosable(data: Data, seats: number[]): number[] {
  const most = 400;
  const kept: number[] = [];
  for (let level = data.levels.length - 1; level >= 0; level--) {
    const own = seats.filter((place) => data.territories.levels[place] === level);
    if (kept.length && kept.length + own.length > most) break;
    kept.push(...own);
  }
  return kept;
}

function networkTable(app: App): HTMLElement {
  const shown = app.shown();
  const rows: number[] = [];
  shown.actors.forEach((on, actor) => { if (on) rows.push(actor); });
  const { data } = app;
  const tie = (family: Family, head: string) => ({
    head, figure: true, number: (a: number) => shown.ties[family][a], cell: (a: number) => count(shown.ties[family][a]),
  });
  return table<number>({
    caption: t('tableNetwork') + ' · ' + summary(app), file: 'acteurs.csv', rows,
    columns: [
      { head: t('name'), cell: (a) => actorButton(app, a), text: (a) => actorName(data, a) },
      { head: t('kind'), cell: (a) => capital(kindName(data, a)) },
      { head: t('territory'), cell: (a) => seatName(data, a) },
      tie(Family.alliance, t('alliances')), tie(Family.project, t('experiments')), tie(Family.meeting, t('meetings')),
    ],
  });
}

export function network(app: App): View {
  const filters = new Filters(app);
  const cardPlace = h('aside', { class: 'side right', 'aria-label': t('card') }, card(app));
  const middle = h('div', { class: 'middle' });
  const said = h('p', { class: 'said' });
  const back = h('button', { type: 'button', class: 'quiet', onclick: () => app.set({ territory: -1, theme: -1, stage: -1, actor: -1, relation: -1 }, true) }, t('backToGroups'));
  let picture: Picture | null = null, pointed = false;
  let chosen = app.state.actor * 1e6 + app.state.relation;

  function drawPicture() {
    picture = new Picture(app);
    const tip = h('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });
    picture.onHover = (text, x, y) => {
      tip.hidden = !text;
      tip.textContent = text;
      const box = middle.getBoundingClientRect();
      tip.style.left = `${x - box.left + 14}px`;
      tip.style.top = `${y - box.top + 10}px`;
    };
    picture.onPick = (picked) => { pointed = true; app.set(picked); pointed = false; };
    picture.canvas.setAttribute('role', 'img');
    const tool = (text: string, sign: string, act: () => void) => h('button', { type: 'button', 'aria-label': text, title: text, onclick: act }, sign);
    middle.replaceChildren(
      h('div', { class: 'canvas' }, picture.canvas, tip,
        h('div', { class: 'zoom' }, tool(t('zoomIn'), '+', () => picture?.zoomBy(1.5)), tool(t('zoomOut'), '−', () => picture?.zoomBy(1 / 1.5)), tool(t('fit'), '⤢', () => picture?.fit()))),
      period(app));
    (window as unknown as { atlasTimes?: unknown }).atlasTimes = picture.times;
    picture.update(mode.endsWith('near'));
  }

  /** Groups first, then those of one; around an actor, its neighbours alone. */
  const modeNow = () => `${app.state.as} ${isGrouped(app) ? (app.state.actor >= 0 || app.state.relation >= 0 ? 'near' : 'groups') : 'all'}`;
  let mode = '';
  function draw() {
    mode = modeNow();
    picture?.stop();
    picture = null;
    if (mode === 'picture groups') middle.replaceChildren(groupsPicture(app), period(app));
    else if (mode === 'table groups') middle.replaceChildren(groupsTable(app), period(app));
    else if (app.state.as === 'picture') drawPicture();
    else middle.replaceChildren(networkTable(app), period(app));
  }
  function follow() {
    const text = app.shown().actorCount ? summary(app) : t('nothing');
    said.textContent = text;
    announce(text);
    back.hidden = !app.data.groups || mode.endsWith('groups');
    picture?.canvas.setAttribute('aria-label', t('canvas', text));
  }
  draw();
  follow();

  return {
    element: h('div', { class: 'network' },
      h('aside', { class: 'side left', 'aria-label': t('keep') }, filters.element),
      h('div', { class: 'centre' },
        h('div', { class: 'bar' }, said, back, pictureOrTable(app.state.as, (as) => app.set({ as }, true))), middle),
      cardPlace),
    update() {
      filters.update();
      follow();
      const now = app.state.actor * 1e6 + app.state.relation;
      const isNew = now !== chosen;
      chosen = now;
      cardPlace.replaceChildren(card(app));
      if (isNew && (app.state.actor >= 0 || app.state.relation >= 0)) cardPlace.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
      if (modeNow() !== mode) { draw(); follow(); }
      else if (picture) {
        picture.update(mode.endsWith('near'));
        // Who was found by name is looked for on the picture; who was clicked is there already.
        if (isNew && !pointed && app.state.actor >= 0) picture.show(app.state.actor);
      } else middle.firstElementChild?.replaceWith(mode === 'picture groups' ? groupsPicture(app) : mode === 'table groups' ? groupsTable(app) : networkTable(app));
    },
    leave() { picture?.stop(); },
  };
}
