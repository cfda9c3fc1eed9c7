// Two handles over the years, with a play button: what is shown runs, or happens, between them.
import type { App } from './app';
import { h } from './dom';
import { t } from './words';

const quiet = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

export function period(app: App): HTMLElement {
  const [low, high] = app.model.years;
  if (low === 0 || low === high) return h('p', { class: 'period soft' }, low ? String(low) : '');
  const words = h('output', { class: 'years' });
  const fill = h('span', { class: 'fill' });
  const handle = (label: string, value: number, change: (year: number) => void) => h('input', {
    type: 'range', min: low, max: high, step: 1, value, 'aria-label': label,
    oninput: (event: Event) => change(Number((event.target as HTMLInputElement).value)),
  });
  const from = handle(t('from'), app.state.from, (year) => set(Math.min(year, app.state.to), app.state.to));
  const to = handle(t('to'), app.state.to, (year) => set(app.state.from, Math.max(year, app.state.from)));
  let timer = 0;
  const play = h('button', { type: 'button', class: 'play', onclick: () => (timer ? stop() : start()) });

  function tell() {
    const { from: a, to: b } = app.state;
    from.value = String(a);
    to.value = String(b);
    from.setAttribute('aria-valuetext', String(a));
    to.setAttribute('aria-valuetext', String(b));
    words.textContent = a === b ? String(a) : `${a} – ${b}`;
    fill.style.left = `${(100 * (a - low)) / (high - low)}%`;
    fill.style.right = `${(100 * (high - b)) / (high - low)}%`;
    play.textContent = timer ? '❚❚' : '▶';
    play.setAttribute('aria-label', timer ? t('pause') : t('play'));
    play.title = timer ? t('pause') : t('play');
  }
  function set(a: number, b: number) {
    app.set({ from: a, to: b });
    tell();
  }
  function step(by: number) {
    const width = app.state.to - app.state.from;
    const start = Math.max(low, Math.min(high - width, app.state.from + by));
    set(start, start + width);
  }
  function stop() {
    clearInterval(timer);
    timer = 0;
    tell();
  }
  /** Year after year, as wide as the window is; a whole window first shrinks to one year. */
  function start() {
    const width = app.state.from === low && app.state.to === high ? 0 : app.state.to - app.state.from;
    set(low, low + width);
    timer = window.setInterval(() => {
      if (!play.isConnected || app.state.to >= high) return stop();
      step(1);
    }, quiet() ? 2500 : 1100);
    tell();
  }
  const ticks = h('div', { class: 'ticks', 'aria-hidden': 'true' });
  const every = Math.ceil((high - low + 1) / 14);
  for (let year = low; year <= high; year += every) {
    const tick = h('span', {}, String(year));
    tick.style.left = `${(100 * (year - low)) / (high - low)}%`;
    ticks.append(tick);
  }
  tell();
  return h('div', { class: 'period', role: 'group', 'aria-label': t('period') }, play,
    h('button', { type: 'button', 'aria-label': t('before'), title: t('before'), onclick: () => step(-1) }, '‹'),
    h('div', { class: 'range' }, h('span', { class: 'track' }), fill, from, to, ticks),
    h('button', { type: 'button', 'aria-label': t('after'), title: t('after'), onclick: () => step(1) }, '›'), words);
}
