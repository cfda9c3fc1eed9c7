// Opens the page: reads the data, makes the frame around the views, follows the address.
import type { App, View } from './app';
import { decode } from './data';
import { announce, h, liveRegion } from './dom';
import { essentials } from './essentials';
import { Figures } from './figures';
import { method, noteOn } from './method';
import { Model, type Shown } from './model';
import { network } from './network';
import { projects } from './projects';
import { readState, views, writeState, type State, type ViewName } from './state';
import { territories } from './territories';
import { trends } from './trends';
import { dateWords, setLang, t } from './words';

const makers: Record<ViewName, (app: App) => View> = { essentials, network, territories, trends, projects, method };

class Page implements App {
  readonly data = decode(document.getElementById('data')!.textContent!);
  readonly model = new Model(this.data);
  readonly figures = new Figures(this.data);
  readonly start: State;
  state: State;
  private view: View | null = null;
  private known: Shown | null = null;
  private readonly root = document.getElementById('atlas')!;
  private readonly main = h('main', { id: 'main', tabindex: '-1' });
  private wrote = '';

  constructor() {
    const [from, to] = this.model.years;
    this.start = {
      view: 'essentials', lang: this.data.about.language, from, to, hiddenKinds: 0, families: 6, isolated: true, territory: -1, theme: -1,
      stage: -1, size: 0, fragile: false, actor: -1, relation: -1, as: 'picture', metric: 'actor_count', level: -1, group: 'main', place: -1,
    };
    this.state = this.checked(readState(location.hash, this.start));
    this.frame();
    this.show();
    addEventListener('hashchange', () => {
      if (location.hash === this.wrote) return;
      const before = this.state;
      this.state = this.checked(readState(location.hash, this.start));
      this.known = null;
      if (before.lang !== this.state.lang) this.frame();
      this.show();
    });
  }

  /** What an address asks for beyond the data is nothing. */
  private checked(state: State): State {
    const { data } = this;
    const within = (value: number, size: number) => (value >= 0 && value < size ? value : -1);
    const [low, high] = this.model.years;
    state.from = Math.max(low, Math.min(high, state.from));
    state.to = Math.max(state.from, Math.min(high, state.to));
    state.actor = within(state.actor, data.actors.names.length);
    state.relation = within(state.relation, data.relations.names.length);
    state.territory = within(state.territory, data.territories.names.length);
    state.place = within(state.place, data.territories.names.length);
    state.theme = within(state.theme, data.themes.length);
    state.stage = within(state.stage, data.stages.length);
    state.size = Math.max(0, within(state.size, 4));
    state.families &= 7;
    return state;
  }

  shown(): Shown { return (this.known ??= this.model.shown(this.state)); }

  set(change: Partial<State>, anew = false) {
    const { view, lang } = this.state;
    this.state = { ...this.state, ...change };
    const passive = Object.keys(change).every((name) => name === 'actor' || name === 'relation' || name === 'size' || name === 'fragile');
    if (!passive) this.known = null;
    this.wrote = writeState(this.state, this.start);
    history.replaceState(null, '', this.wrote);
    if (lang !== this.state.lang) this.frame();
    if (anew || view !== this.state.view || lang !== this.state.lang || !this.view?.update) this.show();
    else this.view.update();
  }

  note(metric: number) { noteOn(this, metric); }

  private show() {
    this.view?.leave?.();
    this.view = makers[this.state.view](this);
    this.main.replaceChildren(this.view.element);
    this.root.className = 'in-' + this.state.view;
    for (const link of Array.from(this.root.querySelectorAll('nav a')))
      link.getAttribute('data-view') === this.state.view ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  }

  private frame() {
    const { about } = this.data;
    setLang(this.state.lang);
    document.documentElement.lang = this.state.lang;
    const one = this.data.pages[this.state.lang === 'fr' ? 0 : 1];
    const language = (code: 'fr' | 'en', name: string) => h('button', {
      type: 'button', lang: code, 'aria-pressed': String(this.state.lang === code), onclick: () => this.set({ lang: code }),
    }, name);
    const link = (view: ViewName) => h('a', {
      href: '#view=' + view, 'data-view': view, onclick: (event: Event) => { event.preventDefault(); this.set({ view }); announce(t(view)); },
    }, t(view));
    const offered = views.filter((view) => view !== 'projects' || this.data.steps.stages.length > 0);
    this.root.replaceChildren(
      h('a', { class: 'skip', href: '#main', onclick: (event: Event) => { event.preventDefault(); this.main.focus(); } }, t('skip')),
      h('header', {},
        h('div', { class: 'names' }, h('h1', {}, about.title || one.name),
          h('p', { class: 'soft' }, one.period || (about.asOf !== null ? t('dataOf', dateWords(about.asOf, about.asOf)) : ''), about.simulated && h('strong', { class: 'badge' }, t('simulated')))),
        h('div', { class: 'tools' },
          h('div', { class: 'choice', role: 'group', 'aria-label': t('language') }, language('fr', 'Français'), language('en', 'English')),
          h('button', { type: 'button', class: 'quiet print', onclick: () => print() }, t('print')))),
      h('nav', { 'aria-label': t('views') }, ...offered.map(link)),
      this.main, liveRegion());
  }
}

new Page();
