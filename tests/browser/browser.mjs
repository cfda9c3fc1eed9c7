// Opens an atlas as somebody does who got the file by mail: from disk, without a network.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

export const root = process.env.MAILLAGE_ROOT;

/** The folder of a dataset of the project, or of `shared`. */
export const dataset = (name) => join(root, 'datasets', name);
export function shared(name) {
  const folder = resolve(root, '..', 'shared', 'data', name);
  return existsSync(folder) ? folder : null;
}

export function maillage(...options) {
  return execFileSync(process.env.MAILLAGE_PROGRAM, options, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Writes the atlas of a dataset; gives the name of the file. */
export function atlas(folder, ...options) {
  const file = resolve('atlas.html');
  maillage('atlas', folder, '-q', '-o', file, '--overwrite', ...options);
  return file;
}

/** What a file holds: the JSON between the tags. */
export function dataOf(file) {
  const html = readFileSync(file, 'utf8');
  return JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)[1]);
}

/** Opens a file, hands the page over, and closes; nothing may be asked for nor complained of. */
export async function visit(file, visitor, { hash = '', width = 1440, height = 900, ...context } = {}) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: process.env.MAILLAGE_CHROMIUM, args: sandbox });
  const complaints = [];
  try {
    const page = await (await browser.newContext({ viewport: { width, height }, offline: true, ...context })).newPage();
    page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => { complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on('request', (request) => {
      const url = request.url();
      if (url.split('#')[0] !== 'file://' + file && !url.startsWith('blob:')) complaints.push(`request: ${url}`);
    });
    await page.goto('file://' + file + hash);
    await visitor(page);
  } finally {
    await browser.close();
  }
  assert.deepEqual(complaints, []);
}

/** Asks again until it is so: the policy of the page forbids what playwright would wait with. */
export async function eventually(ask, wanted, what = 'it') {
  let last;
  for (let tries = 0; tries < 100; tries++) {
    last = await ask();
    if (typeof wanted === 'function' ? wanted(last) : last === wanted) return last;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`${what} never came; last: ${JSON.stringify(last)}, wanted: ${wanted}`);
}
