// Every figure of the page is that of `report -f json` for the same request, to the last digit.
import assert from 'node:assert/strict';
import { atlas, dataOf, dataset, maillage } from './browser.mjs';

const folder = dataset('pays_simule');
const data = dataOf(atlas(folder, '--replicates', '99'));
const bytes = (text) => { const buffer = Buffer.from(text, 'base64'); return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength); };
const { figures } = data;
const columns = {
  metric: new Uint16Array(bytes(figures.metrics)), key: new Uint16Array(bytes(figures.keys)), period: new Uint16Array(bytes(figures.periods)),
  territory: new Int32Array(bytes(figures.territories)), value: new Float64Array(bytes(figures.values)), n: new Float64Array(bytes(figures.n)),
};
const shown = new Map();
for (let i = 0; i < columns.metric.length; i++) {
  const place = columns.territory[i];
  const name = [data.metrics[columns.metric[i]].id, place < 0 ? '*' : data.territories.codes[place], data.periods[columns.period[i]].code, data.keys[columns.key[i]].code].join(' ');
  shown.set(name, [columns.value[i], columns.n[i]]);
}

function compare(...options) {
  const { values } = JSON.parse(maillage('report', folder, '-q', '-f', 'json', '-o', '-', ...options));
  let compared = 0;
  for (const record of values) {
    const found = shown.get([record.metric, record.territory, record.period, record.key ?? ''].join(' '));
    if (!found) continue;
    const number = (value) => (value === null ? NaN : value);
    assert.deepEqual(found, [number(record.value), number(record.n)], `${record.metric} ${record.territory} ${record.period} ${record.key}`);
    compared++;
  }
  return [compared, values.length];
}

// Of everything, all of them; of years and territories, headlines and short lists.
const [whole, all] = compare('--replicates', '99');
assert.equal(whole, all);
assert.ok(compare('--by', 'year', '--replicates', '0')[0] > 500);
assert.ok(compare('--level', 'commune', '--replicates', '99')[0] > 1000);
