// Bundles the viewer into one script and one style sheet, and writes both as a C++ source:
//     node build.mjs OUTPUT.cpp
// What could not stand in a page under its content security policy stops the build.
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';

const most_bytes = 250_000;
const options = {
  bundle: true, minify: true, write: false, charset: 'utf8', legalComments: 'none',
  target: ['es2020', 'chrome90', 'firefox90', 'safari15'], logLevel: 'warning',
};

async function bundled(entry, more) {
  const result = await build({ ...options, ...more, entryPoints: [entry] });
  return result.outputFiles[0].text;
}

function check(script, style) {
  const size = Buffer.byteLength(script) + Buffer.byteLength(style);
  if (size > most_bytes) throw new Error(`the viewer takes ${size} bytes, at most ${most_bytes}`);
  if (/<\/(script|style)/i.test(script + style)) throw new Error('the viewer would end its own tag');
  if (/\beval\(|\bnew Function\b|\bFunction\(/.test(script)) throw new Error('the viewer evaluates text');
  return size;
}

function literal(text) {
  // Compilers promise literals of 65,536 characters only: pieces, set side by side.
  const pieces = [];
  for (let at = 0; at < text.length; at += 15_000) pieces.push(text.slice(at, at + 15_000));
  if (text.includes(')viewer"')) throw new Error('the viewer would end its own literal');
  return pieces.map((piece) => `R"viewer(${piece})viewer"`).join('\n    ');
}

const script = (await bundled('src/main.ts', { format: 'iife' })).trim();
const style = (await bundled('src/style.css', {})).trim();
const size = check(script, style);
writeFileSync(process.argv[2], `// Made by lib/maillage/atlas/viewer/build.mjs (${size} bytes).
#include <maillage/atlas/viewer.hpp>

namespace maillage::atlas {
Viewer viewer() {
    static constexpr std::string_view script = ${literal(script)};
    static constexpr std::string_view style = ${literal(style)};
    return {script, style};
}
}  // namespace maillage::atlas
`);
