#!/usr/bin/env bash
# run.sh ROOT PROGRAM PACKAGES VIEWER PAGE: runs one page of browser tests in an empty folder of its own.
set -euo pipefail
root=$1 program=$2 packages=$3 viewer=$4 page=$5
skip() { echo "SKIPPED: $*"; exit 0; }
command -v node >/dev/null || skip "node is not there (Debian: nodejs npm)"
[[ -e $packages/installed ]] || skip "the packages of the browser tests are not there"
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
    skip "no chromium to open the atlas with (Debian: chromium)"
[[ $("$program" atlas nowhere -o - 2>&1 || true) != *S040* ]] || skip "this build has no atlas"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Modules are found beside the file that asks for them.
cp "$root"/tests/browser/*.mjs "$root"/tests/browser/pages/"$page" "$folder/"
ln -s "$packages/node_modules" "$folder/node_modules"
cd "$folder"
export MAILLAGE_ROOT=$root MAILLAGE_PROGRAM=$program MAILLAGE_CHROMIUM=$chromium MAILLAGE_VIEWER=$viewer
unset MAILLAGE_LANG LC_ALL LC_MESSAGES LANG
node "$page"
