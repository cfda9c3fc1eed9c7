// The network on a canvas: symbols, their ties, names where there is room.
import { quadtree, type Quadtree } from 'd3-quadtree';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import type { App } from './app';
import { Family } from './data';
import { Life, type Shown } from './model';
import { actorName } from './names';
import { alarm, lookOfFamily, lookOfKind, outline, trace, type Look } from './shapes';

const ink = '#1a1a1a', paper = '#ffffff', faint = 0.13;
/** Ties beyond which a moving picture shows symbols alone. */
const manyTies = 3000;

export interface Picked { actor: number; relation: number }

export class Picture {
  readonly canvas: HTMLCanvasElement;
  onPick: (picked: Picked) => void = () => {};
  onHover: (text: string, x: number, y: number) => void = () => {};
  /** Milliseconds of the last frames: moving, at rest. For tests and curiosity. */
  readonly times = { moving: 0, rest: 0 };

  private readonly context: CanvasRenderingContext2D;
  private readonly zoomer: ZoomBehavior<HTMLCanvasElement, unknown>;
  private transform: ZoomTransform = zoomIdentity;
  private width = 0;
  private height = 0;
  private ratio = 1;
  private moving = false;
  private asked = 0;
  private settle = 0;
  private tree: Quadtree<number> | null = null;
  private nodes: number[] = []; // Actors, then relations from `actorTotal` on.
  private byTies: number[] = [];
  private sprites = new Map<string, HTMLCanvasElement>();
  private hovered = -1;
  private only: Set<number> | null = null;
  private fitted = false;
  private readonly actorTotal: number;
  private readonly fragile = new Set<number>();
  private readonly sizes: ResizeObserver;

  constructor(private readonly app: App) {
    this.canvas = document.createElement('canvas');
    this.canvas.tabIndex = 0;
    this.context = this.canvas.getContext('2d')!;
    this.actorTotal = app.data.actors.names.length;
    for (const [actor] of app.data.fragile) this.fragile.add(actor);
    this.zoomer = zoom<HTMLCanvasElement, unknown>().scaleExtent([0.01, 60])
      .on('start', () => { this.moving = true; })
      .on('zoom', (event) => { this.transform = event.transform; this.draw(); })
      .on('end', () => this.rest());
    select(this.canvas).call(this.zoomer).on('dblclick.zoom', null);
    this.canvas.addEventListener('mousemove', (event) => this.point(event));
    this.canvas.addEventListener('mouseleave', () => this.hover(-1, 0, 0));
    this.canvas.addEventListener('click', (event) => this.click(event));
    this.canvas.addEventListener('keydown', (event) => this.key(event));
    this.sizes = new ResizeObserver(() => this.resize());
    this.sizes.observe(this.canvas);
  }

  stop() {
    this.sizes.disconnect();
    cancelAnimationFrame(this.asked);
    clearTimeout(this.settle);
  }

  private x(node: number) { return node < this.actorTotal ? this.app.data.actors.x[node] : this.app.data.relations.x[node - this.actorTotal]; }
  private y(node: number) { return node < this.actorTotal ? this.app.data.actors.y[node] : this.app.data.relations.y[node - this.actorTotal]; }

  private resize() {
    const box = this.canvas.getBoundingClientRect();
    if (box.width === 0) return;
    this.ratio = Math.min(2, window.devicePixelRatio || 1);
    this.width = box.width;
    this.height = box.height;
    this.canvas.width = Math.round(box.width * this.ratio);
    this.canvas.height = Math.round(box.height * this.ratio);
    if (!this.fitted) this.fit(); else this.draw();
  }

  /** `near`: only what is chosen and its neighbours are drawn. */
  update(near = false) {
    const shown = this.app.shown();
    const only = near ? this.focus() : null;
    this.nodes = [];
    for (let i = 0; i < this.actorTotal; i++) if (only ? only.has(i) : shown.actors[i]) this.nodes.push(i);
    for (let r = 0; r < shown.relations.length; r++) if (shown.relations[r] && (!only || only.has(this.actorTotal + r))) this.nodes.push(this.actorTotal + r);
    this.only = only;
    this.tree = quadtree<number>().x((n) => this.x(n)).y((n) => this.y(n)).addAll(this.nodes);
    const ties = (a: number) => shown.ties[0][a] + 3 * shown.ties[1][a] + 3 * shown.ties[2][a];
    this.byTies = this.nodes.filter((n) => n < this.actorTotal).sort((a, b) => ties(b) - ties(a) || a - b);
    this.draw();
  }

  fit(nodes = this.nodes) {
    if (!nodes.length || !this.width) return;
    let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
    for (const n of nodes) {
      left = Math.min(left, this.x(n)); right = Math.max(right, this.x(n));
      top = Math.min(top, this.y(n)); bottom = Math.max(bottom, this.y(n));
    }
    const k = Math.min(26, 0.92 * Math.min(this.width / (right - left + 4), this.height / (bottom - top + 4)));
    this.fitted = true;
    this.go(zoomIdentity.translate(this.width / 2, this.height / 2).scale(k).translate(-(left + right) / 2, -(top + bottom) / 2));
  }

  private go(transform: ZoomTransform) {
    select(this.canvas).call(this.zoomer.transform, transform);
  }
  zoomBy(factor: number) { select(this.canvas).call(this.zoomer.scaleBy, factor); }

  /** Brings an actor and its neighbours into view. */
  show(actor: number) {
    const near = new Set<number>([actor]);
    for (const r of this.app.model.relations(actor)) {
      if (!this.app.shown().relations[r]) continue;
      near.add(this.actorTotal + r);
      if (this.app.data.relations.families[r] !== Family.meeting) for (const a of this.app.model.members(r)) near.add(a);
    }
    if (near.size < 200) this.fit([...near]);
  }

  private key(event: KeyboardEvent) {
    const step = 60;
    const moves: Record<string, () => void> = {
      ArrowLeft: () => select(this.canvas).call(this.zoomer.translateBy, step / this.transform.k, 0),
      ArrowRight: () => select(this.canvas).call(this.zoomer.translateBy, -step / this.transform.k, 0),
      ArrowUp: () => select(this.canvas).call(this.zoomer.translateBy, 0, step / this.transform.k),
      ArrowDown: () => select(this.canvas).call(this.zoomer.translateBy, 0, -step / this.transform.k),
      '+': () => this.zoomBy(1.4), '=': () => this.zoomBy(1.4), '-': () => this.zoomBy(1 / 1.4),
      '0': () => this.fit(),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move();
  }

  private at(event: MouseEvent): number {
    const box = this.canvas.getBoundingClientRect();
    const [x, y] = this.transform.invert([event.clientX - box.left, event.clientY - box.top]);
    return this.tree?.find(x, y, Math.max(14, 1.3 * this.radius()) / this.transform.k) ?? -1;
  }
  private point(event: MouseEvent) {
    if (this.moving) return;
    this.hover(this.at(event), event.clientX, event.clientY);
  }
  private hover(node: number, x: number, y: number) {
    const name = node < 0 ? '' : node < this.actorTotal ? actorName(this.app.data, node) : this.app.data.relations.names[node - this.actorTotal];
    this.onHover(name, x, y);
    this.canvas.style.cursor = node < 0 ? 'grab' : 'pointer';
    if (node === this.hovered) return;
    this.hovered = node;
    this.draw();
  }
  private click(event: MouseEvent) {
    const node = this.at(event);
    if (node < 0) this.onPick({ actor: -1, relation: -1 });
    else if (node < this.actorTotal) this.onPick({ actor: node, relation: -1 });
    else this.onPick({ actor: -1, relation: node - this.actorTotal });
  }

  private rest() {
    clearTimeout(this.settle);
    this.settle = window.setTimeout(() => { this.moving = false; this.draw(); }, 90);
  }

  draw() {
    if (this.asked) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      const start = performance.now();
      this.paint();
      // A software canvas paints when it is read: what was asked is then done.
      this.times[this.moving ? 'moving' : 'rest'] = performance.now() - start;
    });
  }

  /** Symbols keep their place on the screen better than their size: few ones stay readable. */
  private radius(): number {
    const least = this.nodes.length < 300 ? 6 : this.nodes.length < 1200 ? 4.5 : 2.2;
    return Math.max(least, Math.min(12, 0.62 * this.transform.k));
  }

  private radiusOf(node: number, base: number, shown: Shown): number {
    if (node >= this.actorTotal) return base * 0.7;
    const { size } = this.app.state;
    if (!size) return base;
    const family = [Family.meeting, Family.alliance, Family.meeting, Family.project][size];
    return base * (0.55 + 0.5 * Math.sqrt(Math.min(64, shown.ties[family][node])));
  }

  /** What stays strong while something is pointed at or chosen: it, its relations, their members. */
  private focus(): Set<number> | null {
    const { actor, relation } = this.app.state;
    const node = this.hovered >= 0 ? this.hovered : actor >= 0 ? actor : relation >= 0 ? this.actorTotal + relation : -1;
    if (node < 0) return null;
    const focus = new Set<number>([node]);
    const add = (r: number) => {
      if (!this.app.shown().relations[r]) return;
      focus.add(this.actorTotal + r);
      for (const a of this.app.model.members(r)) focus.add(a);
    };
    if (node < this.actorTotal) this.app.model.relations(node).forEach(add); else add(node - this.actorTotal);
    return focus;
  }

  private paint() {
    const { context, ratio } = this;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = paper;
    context.fillRect(0, 0, this.width, this.height);
    const shown = this.app.shown();
    const base = this.radius();
    const focus = this.moving ? null : this.focus();
    const ties = this.app.data.links.members.length;
    if (!this.moving || ties <= manyTies) this.paintTies(shown, focus, base);
    this.paintNodes(shown, focus, base);
    if (!this.moving) this.paintNames(shown, focus, base);
  }

  private paintTies(shown: Shown, focus: Set<number> | null, base: number) {
    const { context, transform, app } = this;
    const dense = this.nodes.length > 4000;
    const styles: { dash: number[]; colour: string }[] = [
      { dash: [], colour: '#5f6f7d' }, { dash: [4, 3], colour: '#5f6f7d' }, { dash: [], colour: '#c4c4c4' }];
    for (const strong of focus ? [false, true] : [true]) {
      for (const life of [Life.ended, Life.silent, Life.active]) {
        context.beginPath();
        for (let r = 0; r < shown.relations.length; r++) {
          if (!shown.relations[r] || shown.lives[r] !== life) continue;
          const node = this.actorTotal + r;
          if (this.only && !this.only.has(node)) continue;
          if (focus && focus.has(node) !== strong) continue;
          const x = transform.applyX(app.data.relations.x[r]), y = transform.applyY(app.data.relations.y[r]);
          for (const a of app.model.members(r)) {
            if (!shown.actors[a]) continue;
            const ax = transform.applyX(app.data.actors.x[a]), ay = transform.applyY(app.data.actors.y[a]);
            // What lies wholly to one side of the window is not seen.
            if (Math.max(x, ax) < 0 || Math.min(x, ax) > this.width || Math.max(y, ay) < 0 || Math.min(y, ay) > this.height) continue;
            context.moveTo(x, y);
            context.lineTo(ax, ay);
          }
        }
        context.globalAlpha = strong ? (dense && !focus ? 0.35 : 0.85) : faint;
        context.strokeStyle = styles[life].colour;
        context.lineWidth = focus && strong ? 1.8 : Math.max(0.5, Math.min(1.3, base / 6));
        context.setLineDash(dense ? [] : styles[life].dash);
        context.stroke();
      }
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  private paintNodes(shown: Shown, focus: Set<number> | null, base: number) {
    const { context, transform } = this;
    const margin = 20;
    for (let pass = 0; pass < 2; pass++) { // Relations below actors.
      for (const node of this.nodes) {
        if (node < this.actorTotal === (pass === 0)) continue;
        const x = transform.applyX(this.x(node)), y = transform.applyY(this.y(node));
        if (x < -margin || y < -margin || x > this.width + margin || y > this.height + margin) continue;
        const radius = this.radiusOf(node, base, shown);
        const sprite = this.sprite(node, radius, shown);
        context.globalAlpha = focus && !focus.has(node) ? faint : 1;
        context.drawImage(sprite, x - sprite.width / (2 * this.ratio), y - sprite.height / (2 * this.ratio),
          sprite.width / this.ratio, sprite.height / this.ratio);
      }
    }
    context.globalAlpha = 1;
    this.paintRings(focus, base, shown);
  }

  private paintRings(focus: Set<number> | null, base: number, shown: Shown) {
    const { context, app } = this;
    const ring = (node: number, colour: string, width: number) => {
      const radius = this.radiusOf(node, base, shown);
      context.beginPath();
      context.arc(this.transform.applyX(this.x(node)), this.transform.applyY(this.y(node)), radius * 1.5 + 3, 0, 2 * Math.PI);
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.stroke();
    };
    if (app.state.fragile) for (const actor of this.fragile) if (shown.actors[actor] && (!focus || focus.has(actor))) ring(actor, alarm, 2.5);
    if (app.state.actor >= 0 && shown.actors[app.state.actor]) ring(app.state.actor, ink, 2);
    if (app.state.relation >= 0 && shown.relations[app.state.relation]) ring(this.actorTotal + app.state.relation, ink, 2);
  }

  private lookOf(node: number): Look {
    return node < this.actorTotal ? lookOfKind(this.app.data.kinds[this.app.data.actors.kinds[node]])
      : lookOfFamily(this.app.data.relations.families[node - this.actorTotal]);
  }

  /** Drawn once for each look and size, then copied: thousands of copies cost less than paths. */
  private sprite(node: number, radius: number, shown: Shown): HTMLCanvasElement {
    const size = Math.max(1, Math.round(radius * 4) / 4);
    let style = '';
    if (node < this.actorTotal) {
      const tied = shown.ties[1][node] + shown.ties[2][node] + ((this.app.state.families & 1) ? shown.ties[0][node] : 0) > 0;
      style = `a${this.app.data.actors.kinds[node]}${tied ? '' : 'h'}${this.app.data.actors.flags[node] & 2 ? '' : 'd'}`;
    } else {
      const r = node - this.actorTotal;
      style = `r${this.app.data.relations.families[r]}${['', 's', 'e'][shown.lives[r]]}`;
    }
    const key = `${style} ${size}`;
    const known = this.sprites.get(key);
    if (known) return known;
    if (this.sprites.size > 400) this.sprites.clear();
    const look = this.lookOf(node);
    const canvas = document.createElement('canvas');
    const side = Math.ceil((2 * size * Math.max(look.width, look.height) + 4) * this.ratio);
    canvas.width = canvas.height = side;
    const context = canvas.getContext('2d')!;
    context.setTransform(this.ratio, 0, 0, this.ratio, side / 2, side / 2);
    trace(context, look, 0, 0, size);
    const hollow = style.includes('h'), ended = style.includes('e');
    // As on maps: white when nothing was heard of it for long.
    context.fillStyle = hollow || style.includes('s') ? paper : ended ? '#e6e6e6' : look.fill;
    context.fill();
    context.strokeStyle = hollow ? look.fill : ended ? '#999999' : outline;
    context.lineWidth = size < 4 ? 0.6 : hollow ? 1.6 : 1;
    if (style.includes('d')) context.setLineDash([2, 1.5]);
    context.stroke();
    this.sprites.set(key, canvas);
    return canvas;
  }

  private paintNames(shown: Shown, focus: Set<number> | null, base: number) {
    const { context } = this;
    const size = 12, line = 15;
    context.font = `${size}px "Source Sans 3", "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'top';
    context.lineJoin = 'round';
    const taken: [number, number, number, number][] = [];
    const free = (box: [number, number, number, number]) =>
      taken.every((other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3]);
    const place = (node: number, force: boolean): boolean => {
      const x = this.transform.applyX(this.x(node)), y = this.transform.applyY(this.y(node));
      if (x < 0 || y < 0 || x > this.width || y > this.height) return false;
      const full = node < this.actorTotal ? actorName(this.app.data, node) : this.app.data.relations.names[node - this.actorTotal];
      const text = full.length > 34 ? full.slice(0, 33) + '…' : full;
      const half = context.measureText(text).width / 2;
      const top = y + this.radiusOf(node, base, shown) * 1.1 + 2;
      const box: [number, number, number, number] = [x - half - 3, top, x + half + 3, top + line];
      if (!force && !free(box)) return false;
      taken.push(box);
      context.lineWidth = 3.5;
      context.strokeStyle = paper;
      context.strokeText(text, x, top);
      context.fillStyle = ink;
      context.fillText(text, x, top);
      return true;
    };
    // Symbols themselves are not written over, where there are few enough to tell.
    if (this.nodes.length < 900)
      for (const node of this.byTies) {
        const x = this.transform.applyX(this.x(node)), y = this.transform.applyY(this.y(node));
        const r = this.radiusOf(node, base, shown) * 0.6;
        taken.push([x - r, y - r, x + r, y + r]);
      }
    if (focus) {
      let first = true;
      for (const node of focus) {
        if (first || focus.size <= 60) place(node, first);
        first = false;
      }
      return;
    }
    const most = this.transform.k > 9 ? 140 : 45;
    let placed = 0, tried = 0;
    for (const node of this.byTies) {
      if (placed >= most || tried > 600) break;
      if (shown.ties[1][node] + shown.ties[2][node] === 0 && this.transform.k < 9) continue;
      tried++;
      if (place(node, false)) placed++;
    }
  }
}
