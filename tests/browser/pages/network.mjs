// Open, search, follow an actor, filter, slide the period, read the table.
import assert from 'node:assert/strict';
import { atlas, dataset, eventually, visit } from './browser.mjs';

const file = atlas(dataset('pays_simule'), '--replicates', '0');
await visit(file, async (page) => {
  const said = () => page.locator('.said').innerText();
  await eventually(said, (text) => /387 acteurs · 195 alliances · 35 projets/.test(text), 'the summary');

  // Pré, without accents and in any case.
  await page.locator('input[type=search]').fill('BOULANGERIE DU GRAND PRE');
  await eventually(() => page.locator('.results li').count(), (count) => count > 0, 'a name');
  const name = await page.locator('.results button').first().innerText();
  await page.locator('.results button').first().click();
  await eventually(() => page.locator('.card h2 span').innerText(), name, 'the card');

  // Its first partner is one step away, and the address says who is looked at.
  const partner = page.locator('.card .with button').first();
  if (await partner.count()) {
    const next = await partner.innerText();
    await partner.click();
    await eventually(() => page.locator('.card h2 span').innerText(), next, 'the partner');
  }
  assert.match(page.url(), /actor=\d+/);

  // A world less: its symbols go, its count is 0.
  await page.getByLabel('Entreprises').uncheck();
  await eventually(said, (text) => !text.startsWith('387 '), 'fewer actors');
  await page.getByRole('button', { name: 'Tout remettre' }).click();
  await eventually(said, (text) => text.startsWith('387 '), 'all actors again');

  // The period: the last year alone, then the year before.
  await page.getByRole('slider', { name: 'De' }).fill('2025');
  const last = await eventually(said, (text) => !/195 alliances/.test(text), 'one year');
  assert.equal(await page.locator('.years').innerText(), '2025');
  await page.getByRole('button', { name: 'Année précédente' }).click();
  await eventually(said, (text) => text !== last, 'the year before');
  assert.equal(await page.locator('.years').innerText(), '2024');

  // The table says the same as the picture.
  const actors = Number((await said()).match(/^(\d+) acteurs/)[1]);
  await page.getByRole('button', { name: 'Tableau', exact: true }).click();
  await eventually(() => page.locator('tbody tr').count(), Math.min(100, actors), 'rows');
  await page.getByRole('button', { name: 'Alliances', exact: true }).click();
  const column = await page.locator('tbody tr td:nth-child(4)').allInnerTexts();
  const figures = column.map(Number);
  assert.deepEqual(figures, [...figures].sort((a, b) => b - a));

  await page.getByRole('button', { name: 'English' }).click();
  await eventually(() => page.locator('html').getAttribute('lang'), 'en', 'English');
  await eventually(said, (text) => /actors · /.test(text), 'English words');
}, { hash: '#view=network' });
