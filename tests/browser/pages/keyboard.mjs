// By keyboard alone: from the search to a card, its partner, the period, the table.
import assert from 'node:assert/strict';
import { atlas, dataset, eventually, visit } from './browser.mjs';

const file = atlas(dataset('pays_simule'), '--replicates', '0');
await visit(file, async (page) => {
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.getAttribute('aria-label') || document.activeElement?.tagName || '');
  const press = (...keys) => keys.reduce((last, key) => last.then(() => page.keyboard.press(key)), Promise.resolve());
  const tabTo = async (what) => {
    for (let i = 0; i < 80; i++) {
      await press('Tab');
      if (what.test(await focused())) return;
    }
    assert.fail(`no way to ${what}; at ${await focused()}`);
  };
  await press('Tab');
  assert.equal(await focused(), 'Aller au contenu');
  await tabTo(/^Réseau$/);
  await press('Enter');
  await eventually(() => page.locator('.network').count(), 1, 'the network');
  await tabTo(/^INPUT$/);
  await page.keyboard.type('animation brumeval');
  await press('ArrowDown', 'Enter');
  await eventually(() => page.locator('.card h2 span').innerText(), (text) => /animation, Brumeval/.test(text), 'the card');
  assert.match(await focused(), /animation, Brumeval/);
  await tabTo(/Fermer/);
  await press('Tab', 'Enter');
  await eventually(() => page.locator('.card ul').count(), (count) => count > 0, 'a relation or a partner');
  // Back to the picture: arrows and zoom, then the handles of the period.
  await page.locator('canvas').focus();
  await press('+', 'ArrowLeft', 'ArrowDown', '-', '0');
  await page.getByRole('slider', { name: 'De' }).focus();
  await press('ArrowRight');
  await eventually(() => page.locator('.years').innerText(), '2017 – 2025', 'a shorter period');
  await page.getByRole('slider', { name: 'à', exact: true }).focus();
  await press('Home');
  await eventually(() => page.locator('.years').innerText(), '2017', 'handles that do not cross');
  await page.getByRole('button', { name: 'Tableau', exact: true }).focus();
  await press('Enter');
  await eventually(() => page.locator('tbody tr').count(), (count) => count > 10, 'the table');
  // What is focused is seen.
  await tabTo(/^Nom$/);
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
}, { hash: '' });
