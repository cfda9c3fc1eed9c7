// 6,000 actors, 4,000 alliances of 5 to 10 parties: 10,000 symbols, 30,000 ties.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { atlas, eventually, visit } from './browser.mjs';

const actors = 6000, alliances = 4000, parties = 30_000;
let state = 1;
const random = (bound) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * bound); };
const kinds = ['public', 'company', 'association', 'citizen', 'academic'];

function write(folder) {
  mkdirSync(folder);
  const names = Array.from({ length: actors }, (_, i) => `a${i},Structure ${i},${kinds[random(5)]}`);
  writeFileSync(`${folder}/actors.csv`, 'id,name,kind\n' + names.join('\n') + '\n');
  const rows = [], links = [];
  for (let p = 0, left = parties; p < alliances; p++) {
    const size = Math.round(left / (alliances - p)) + (p % 2 ? 1 : -1) * (p + 1 < alliances ? 1 : 0);
    // Near one another in a ring, and now and then far: as people do.
    const home = random(actors), members = new Set();
    while (members.size < size) members.add(random(10) ? (home + random(60)) % actors : random(actors));
    left -= members.size;
    rows.push(`p${p},Alliance ${p},${2012 + random(12)}-0${1 + random(9)}-15`);
    for (const member of members) links.push(`p${p},a${member}`);
  }
  writeFileSync(`${folder}/partnerships.csv`, 'id,name,start\n' + rows.join('\n') + '\n');
  writeFileSync(`${folder}/partnership_members.csv`, 'partnership,actor\n' + links.join('\n') + '\n');
  return links.length;
}

const timed = async (what, task) => {
  const start = performance.now();
  const result = await task();
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms`);
  return result;
};

console.log(`${actors} actors, ${alliances} alliances, ${write('big')} ties`);
const file = await timed('written', async () => atlas('big', '--replicates', '0'));
console.log(`file: ${(statSync(file).size / 1e6).toFixed(1)} MB`);
for (let round = 0; round < 3; round++) {
  let start = performance.now();
  await visit(file, async (page) => {
    await eventually(() => page.evaluate(() => globalThis.atlasTimes?.rest ?? 0), (rest) => rest > 0, 'the first picture');
    console.log(`opened and drawn: ${(performance.now() - start).toFixed(0)} ms`);
    const frames = (await page.evaluate(async () => {
      const canvas = document.querySelector('canvas');
      const box = canvas.getBoundingClientRect();
      const gaps = [];
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      let last = await frame();
      for (let i = 0; i < 60; i++) {
        canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: i % 20 < 10 ? -40 : 40, clientX: box.x + 300, clientY: box.y + 300, bubbles: true, cancelable: true }));
        const now = await frame();
        gaps.push(now - last);
        last = now;
      }
      await new Promise((done) => setTimeout(done, 1500));
      return { gaps: gaps.sort((a, b) => a - b), rest: globalThis.atlasTimes.rest };
    }));
    const at = (share) => frames.gaps[Math.floor(share * (frames.gaps.length - 1))].toFixed(0);
    console.log(`a frame while moving: median ${at(0.5)} ms, 95 % ${at(0.95)} ms; at rest, with ties and names: ${frames.rest.toFixed(0)} ms`);
  }, { hash: '#view=network' });
}
