// What the views share.
import type { Data } from './data';
import type { Figures } from './figures';
import type { Model, Shown } from './model';
import type { State } from './state';

export interface App {
  data: Data;
  model: Model;
  figures: Figures;
  state: State;
  start: State;
  /** Changes what is looked at; the view follows, and is made anew when `anew`. */
  set(change: Partial<State>, anew?: boolean): void;
  shown(): Shown;
  /** Opens the note on the method of a metric. */
  note(metric: number): void;
}

export interface View {
  element: HTMLElement;
  /** After a change of filters; without it the view is made anew. */
  update?(): void;
  leave?(): void;
}
