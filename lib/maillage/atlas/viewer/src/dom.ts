// Elements made by hand: text is only ever text.

export type Child = Node | string | null | undefined | false;
type Props = Record<string, unknown>;

function fill(element: Element, props: Props, children: Child[]) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value as EventListener);
    else if (name in element && (name === 'value' || name === 'checked' || name === 'disabled'))
      (element as unknown as Props)[name] = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child || child === '') element.append(child as Node | string);
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, props, children);
  return element;
}

export function s(tag: string, props: Props = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  fill(element, props, children);
  return element;
}

let live: HTMLElement | null = null;
/** The line that screen readers read out when it changes. */
export function liveRegion(): HTMLElement {
  live ??= h('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  return live;
}
export function announce(text: string) {
  if (live && live.textContent !== text) live.textContent = text;
}

export function download(name: string, rows: string[][]) {
  const cell = (text: string) => {
    // A spreadsheet would take these for formulas.
    const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s.,]+$/.test(text) ? "'" + text : text;
    return /[";\n\r]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  };
  const text = '\ufeff' + rows.map((row) => row.map(cell).join(';')).join('\r\n') + '\r\n';
  const link = h('a', { href: URL.createObjectURL(new Blob([text], { type: 'text/csv' })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
