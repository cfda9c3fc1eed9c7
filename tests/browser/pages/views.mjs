// Each view, in both languages, as a picture and as a table.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { atlas, dataset, eventually, visit } from './browser.mjs';

// Two squares for two communes, and one for nobody.
const square = (x, name) => ({ type: 'Feature', properties: { nom: name }, geometry: { type: 'Polygon', coordinates: [[[x, 43], [x + 1, 43], [x + 1, 44], [x, 44], [x, 43]]] } });
writeFileSync('contours.geojson', JSON.stringify({ type: 'FeatureCollection', features: [square(3, 'Brumeval-en-Fable'), square(4, 'marebois-en-fable'), square(5, 'Ailleurs')] }));
const file = atlas(dataset('pays_simule'), '--replicates', '19', '--outlines', 'contours.geojson');

await visit(file, async (page) => {
  const go = (name) => page.locator('nav').getByText(name, { exact: true }).click();
  const table = () => page.getByRole('button', { name: 'Tableau', exact: true }).click();

  assert.match(await page.locator('.chain').innerText(), /90\s+Rencontres/);
  assert.match(await page.locator('.chain').innerText(), /195\s+Alliances nées/);
  assert.equal(await page.locator('.stakes tbody tr').count(), 6);

  // The note on a figure opens, and Escape closes it.
  await page.locator('.chain .noted').first().click();
  assert.match(await page.locator('dialog').innerText(), /dialogue_event_count/);
  await page.keyboard.press('Escape');
  await eventually(() => page.locator('dialog').count(), 0, 'the end of the note');

  await go('Territoires');
  assert.equal(await page.locator('.outlines .area').count(), 2);
  await page.getByLabel('Colorer par').selectOption({ label: 'Alliances en cours' });
  assert.match(await page.locator('h2.lead').innerText(), /Alliances en cours, par territoire/);
  assert.ok(await page.locator('.classes li').count() >= 2);
  const row = page.locator('tbody tr', { hasText: 'Brumeval' });
  assert.match(await row.innerText(), /Commune\s+64\s+44/);

  await go('Tendances');
  assert.ok(await page.locator('.chart').count() > 8);
  await table();
  assert.match(await page.locator('tbody tr', { hasText: 'Alliances nées' }).innerText(), /31\s*$/);

  await go('Projets');
  await eventually(() => page.locator('thead').first().innerText(), (text) => /2025/.test(text), 'years');
  await page.getByRole('button', { name: 'Image', exact: true }).click();
  await page.locator('.block').last().click();
  assert.match(await page.locator('section caption').innerText(), /fin 2025/);

  await go('Méthode et sources');
  await page.getByLabel('Chercher une mesure').fill('equirepartition');
  await page.getByLabel('Chercher une mesure').fill('tout tient');
  await page.getByLabel('Chercher une mesure').fill('emergence_seededness');
  await page.locator('details:not([hidden]) summary').first().click();
  assert.match(await page.locator('details[open]').first().innerText(), /redistribuées/);

  // The address brings back what was looked at.
  await page.goto('file://' + file + '#view=trends&lang=en&as=table');
  await eventually(() => page.locator('h2.lead').innerText(), 'Trends', 'the view of the address');
}, { hash: '#view=essentials' });
