// The card of an actor or of a relation: everything the page knows of it, each name leading on.
import type { App } from './app';
import { Family } from './data';
import { h, type Child } from './dom';
import { Life } from './model';
import { actorName, capital, datesOf, kindName, rolesOf, seatName, themesOf, typeName } from './names';
import { glyph, glyphOfActor, lookOfFamily } from './shapes';
import { count, many, pick, t } from './words';

const most = 12;

function lifeText(app: App, relation: number): string {
  if (app.data.relations.families[relation] === Family.meeting) return '';
  const life = app.model.life(relation, app.state.to);
  if (life === Life.active) return '';
  return life === Life.ended ? t('ended') : t('silent', app.data.about.silentMonths);
}

function stageText(app: App, relation: number): string {
  if (app.data.relations.families[relation] !== Family.project) return '';
  const stage = app.model.stage(relation, app.state.to);
  return stage < 0 ? '' : pick(app.data.stages[stage].label);
}

export function actorButton(app: App, actor: number): HTMLElement {
  return h('button', { type: 'button', class: 'link', onclick: () => app.set({ actor, relation: -1 }) },
    glyphOfActor(app.data, actor), actorName(app.data, actor));
}
export function relationButton(app: App, relation: number): HTMLElement {
  return h('button', { type: 'button', class: 'link', onclick: () => app.set({ actor: -1, relation }) },
    glyph(lookOfFamily(app.data.relations.families[relation])), app.data.relations.names[relation] || t('unnamed'));
}

function longList(items: HTMLElement[]): HTMLElement {
  const list = h('ul', { class: 'plain-list' }, ...items.slice(0, most));
  if (items.length <= most) return list;
  const more = h('button', {
    type: 'button', class: 'more', onclick: () => { more.remove(); list.append(...items.slice(most)); },
  }, t('more', count(items.length - most)));
  return h('div', {}, list, more);
}

function partsOf(parts: string[]): string { return parts.filter(Boolean).join(' · '); }

function relationItem(app: App, relation: number, actor: number): HTMLElement {
  const { data } = app;
  const link = app.model.members(relation).indexOf(actor) + data.links.offsets[relation];
  const others = Array.from(app.model.members(relation)).filter((a) => a !== actor);
  const isMeeting = data.relations.families[relation] === Family.meeting;
  return h('li', {},
    relationButton(app, relation),
    h('p', { class: 'soft' }, partsOf([typeName(data, relation), stageText(app, relation), datesOf(data, relation), lifeText(app, relation), rolesOf(data, link, relation)])),
    !isMeeting && others.length > 0 && h('p', { class: 'with' }, t('with') + ' ', ...others.slice(0, 4).flatMap((other, i): Child[] => [i ? ' ' : '', actorButton(app, other)]),
      others.length > 4 ? ' ' + t('more', count(others.length - 4)) : ''));
}

function section(title: string, total: number, content: HTMLElement): HTMLElement {
  return h('section', {}, h('h3', {}, title + ' ', h('span', { class: 'tally' }, count(total))), content);
}

function actorCard(app: App, actor: number): Child[] {
  const { data } = app;
  const flags = data.actors.flags[actor];
  const shown = app.shown();
  const fragile = data.fragile.find(([a]) => a === actor);
  const parts: Child[] = [
    h('p', { class: 'soft' }, partsOf([capital(kindName(data, actor)), seatName(data, actor), flags & 1 ? t('catalyst') : ''])),
    data.actors.persons[actor] > 0 && h('p', { class: 'aside' }, t('personMergedWhy')),
    data.actors.persons[actor] === 0 && (flags & 4) !== 0 && h('p', { class: 'aside' }, t('pseudonymWhy')),
    (flags & 2) === 0 && h('p', { class: 'aside' }, t('outsider')),
    fragile && h('p', { class: 'alarm' }, t('fragileOne', count(fragile[1]), count(fragile[2]))),
  ];
  const titles = [t('meetings'), t('alliances'), t('experiments')];
  let known = false;
  for (const family of [Family.alliance, Family.project, Family.meeting]) {
    const own = Array.from(app.model.relations(actor)).filter((r) => data.relations.families[r] === family && app.model.inPeriod(r, app.state));
    if (!own.length) continue;
    known = true;
    own.reverse();
    parts.push(section(titles[family], shown.ties[family][actor] || own.length, longList(own.map((r) => relationItem(app, r, actor)))));
  }
  if (!known) parts.push(h('p', {}, t('noTie')));
  return parts;
}

function relationCard(app: App, relation: number): Child[] {
  const { data } = app;
  const family = data.relations.families[relation];
  const { offsets, stages, days } = data.steps;
  const steps: HTMLElement[] = [];
  for (let i = offsets[relation]; i < offsets[relation + 1]; i++)
    steps.push(h('li', {}, capital(pick(data.stages[stages[i]].label)), h('span', { class: 'soft' }, ' ' + stepDate(days[i]))));
  const members = Array.from(app.model.members(relation), (actor, i) => h('li', {}, actorButton(app, actor),
    h('span', { class: 'soft' }, ' ' + rolesOf(data, data.links.offsets[relation] + i, relation))));
  const themes = themesOf(data, relation);
  return [
    h('p', { class: 'soft' }, partsOf([[t('meetings'), t('alliances'), t('experiments')][family], typeName(data, relation), datesOf(data, relation), lifeText(app, relation)])),
    themes.length > 0 && h('p', { class: 'soft' }, themes.join(', ')),
    steps.length > 0 && section(t('stage'), steps.length, h('ol', { class: 'steps' }, ...steps)),
    section(t('members'), members.length, longList(members)),
  ];
}

function stepDate(day: number): string {
  return day === -2147483648 ? '' : String(new Date(day * 864e5).getUTCFullYear());
}

export function card(app: App): HTMLElement {
  const { actor, relation } = app.state;
  const { data } = app;
  if (actor < 0 && relation < 0)
    return h('div', { class: 'card' }, h('h2', {}, t('howTitle')), h('p', {}, t('how')), h('p', { class: 'aside' }, t('howChoose')),
      data.about.persons > 0 && data.about.mergesPersons && h('p', { class: 'soft' }, many('personsMerged', data.about.persons) + '.'));
  const name = actor >= 0 ? actorName(data, actor) : data.relations.names[relation] || t('unnamed');
  const icon = actor >= 0 ? glyphOfActor(data, actor) : glyph(lookOfFamily(data.relations.families[relation]));
  const close = h('button', { type: 'button', class: 'quiet close', 'aria-label': t('close'), onclick: () => app.set({ actor: -1, relation: -1 }) }, '×');
  return h('div', { class: 'card' },
    h('h2', { tabindex: '-1' }, icon, h('span', {}, name), close),
    ...(actor >= 0 ? actorCard(app, actor) : relationCard(app, relation)));
}
