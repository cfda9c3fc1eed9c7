// axe-core finds nothing serious in any view, wide or narrow; the page prints; without script there is
// a table all the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { atlas, dataset, eventually, visit } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const file = atlas(dataset('pays_simule'), '--replicates', '19');
const serious = async (page) => {
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | ')}`);
};

for (const [lang, width] of [['fr', 1440], ['en', 1024]])
  await visit(file, async (page) => {
    await page.evaluate(axe);
    for (const view of ['essentials', 'network', 'territories', 'trends', 'projects', 'method'])
      for (const as of ['picture', 'table']) {
        await page.evaluate((hash) => { location.hash = hash; }, `#view=${view}&as=${as}&lang=${lang}&fragile=1`);
        await eventually(() => page.locator('nav a[aria-current]').getAttribute('data-view'), view, view);
        assert.deepEqual(await serious(page), [], `${view} as ${as}`);
      }
    await page.evaluate((hash) => { location.hash = hash; }, `#view=network&actor=3&lang=${lang}`);
    await eventually(() => page.locator('.card h3').count(), (count) => count > 0, 'a card');
    assert.deepEqual(await serious(page), [], 'card');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'no sideways scrolling');
    // On paper.
    await page.evaluate((hash) => { location.hash = hash; }, `#view=territories&lang=${lang}`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.ok(pdf.subarray(0, 4).toString() === '%PDF' && pdf.length > 10_000);
  }, { width, height: 800 });

await visit(file, async (page) => {
  assert.match(await page.locator('noscript, body').first().innerText(), /JavaScript/);
  assert.equal(await page.locator('.plain tbody tr').count(), 24 - 1 + 1);
}, { javaScriptEnabled: false });
