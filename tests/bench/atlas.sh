#!/usr/bin/env bash
# atlas.sh [BUILD]: how long an atlas of 10,000 symbols and 30,000 ties takes to be written, to open and
# to move, in headless Chromium without a graphics card. Prints figures, judges nothing.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "${1:-$root/build/release}")
packages=$build/browser
bash "$root/tests/browser/packages.sh" "$root/tests/browser" "$packages"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$root"/tests/browser/browser.mjs "$root"/tests/bench/atlas.mjs "$folder/"
ln -s "$packages/node_modules" "$folder/node_modules"
cd "$folder"
export MAILLAGE_ROOT=$root MAILLAGE_PROGRAM=$build/maillage MAILLAGE_CHROMIUM=$(command -v chromium)
node atlas.mjs
