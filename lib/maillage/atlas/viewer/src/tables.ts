// One table for every view: caption, headers, sorting, more rows, download.
import { download, h, type Child } from './dom';
import { compare, count, t } from './words';

export interface Column<Row> {
  head: string;
  /** What is written; a string is also what is sorted and downloaded, unless `text` says other. */
  cell: (row: Row) => Child;
  text?: (row: Row) => string;
  number?: (row: Row) => number;
  figure?: boolean;
  headChild?: Child;
}

export interface TableOptions<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  file: string;
  most?: number;
  isHead?: (row: Row) => boolean;
}

export function table<Row>(options: TableOptions<Row>): HTMLElement {
  const { columns, caption } = options;
  const step = options.most ?? 100;
  let rows = options.rows.slice(), most = step;
  let sorted = -1, down = false;
  const body = h('tbody');
  const more = h('button', { type: 'button', class: 'more' });
  const textOf = (column: Column<Row>, row: Row) => {
    if (column.text) return column.text(row);
    const cell = column.cell(row);
    return typeof cell === 'string' ? cell : cell instanceof Node ? cell.textContent ?? '' : '';
  };
  const heads = columns.map((column, i) => {
    const arrow = h('span', { class: 'arrow', 'aria-hidden': 'true' });
    const button = h('button', { type: 'button', class: 'sort', onclick: () => sort(i) }, column.head, arrow);
    return h('th', { scope: 'col', class: column.figure ? 'figure' : '' }, button, column.headChild);
  });
  function sort(i: number) {
    down = sorted === i ? !down : columns[i].number !== undefined;
    sorted = i;
    const column = columns[i];
    rows = options.rows.slice().sort((a, b) => {
      const sign = down ? -1 : 1;
      if (!column.number) return sign * compare(textOf(column, a), textOf(column, b));
      const x = column.number(a), y = column.number(b);
      // Those without a value come last, whichever way.
      if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
      return sign * (x - y);
    });
    heads.forEach((head, j) => head.setAttribute('aria-sort', j === i ? (down ? 'descending' : 'ascending') : 'none'));
    fill();
  }
  function fill() {
    body.replaceChildren(...rows.slice(0, most).map((row) =>
      h('tr', { class: options.isHead?.(row) ? 'head' : '' }, ...columns.map((column, i) => {
        const cell = column.cell(row);
        return i === 0 ? h('th', { scope: 'row' }, cell) : h('td', { class: column.figure ? 'figure' : '' }, cell);
      }))));
    more.hidden = rows.length <= most;
    more.textContent = `${t('moreRows')} (${count(Math.min(most, rows.length))} / ${count(rows.length)})`;
  }
  more.addEventListener('click', () => { most += 4 * step; fill(); });
  const save = h('button', {
    type: 'button', class: 'quiet', onclick: () =>
      download(options.file, [columns.map((c) => c.head), ...rows.map((row) => columns.map((c) => textOf(c, row)))]),
  }, t('csv'));
  fill();
  const id = 'caption-' + options.file.replace(/\W/g, '-');
  return h('div', { class: 'table' },
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': id },
      h('table', {}, h('caption', { id }, caption), h('thead', {}, h('tr', {}, ...heads)), body)),
    h('p', { class: 'below' }, more, save));
}

/** Picture or table: the one choice every view offers. */
export function pictureOrTable(as: 'picture' | 'table', change: (as: 'picture' | 'table') => void): HTMLElement {
  const button = (value: 'picture' | 'table') => h('button', {
    type: 'button', 'aria-pressed': String(as === value), onclick: () => change(value),
  }, t(value));
  return h('div', { class: 'choice', role: 'group', 'aria-label': t('show') }, button('picture'), button('table'));
}

type Choice<Value> = [Value, string];
type Group<Value> = [string, Choice<Value>[]];

/** A list of choices, or of groups of choices under a title. */
export function selector<Value extends string | number>(
  label: string, value: Value, choices: Choice<Value>[] | Group<Value>[], change: (value: Value) => void): HTMLElement {
  const option = ([choice, text]: Choice<Value>) => h('option', { value: String(choice), selected: choice === value }, text);
  const isGroup = (one: Choice<Value> | Group<Value>): one is Group<Value> => Array.isArray(one[1]);
  const flat = (choices as (Choice<Value> | Group<Value>)[]).flatMap((one) => (isGroup(one) ? one[1] : [one]));
  const field = h('select', { onchange: () => change(flat[field.selectedIndex][0]) },
    ...(choices as (Choice<Value> | Group<Value>)[]).filter((one) => !isGroup(one) || one[1].length)
      .map((one) => (isGroup(one) ? h('optgroup', { label: one[0] }, ...one[1].map(option)) : option(one))));
  return h('label', { class: 'field' }, h('span', {}, label), field);
}
