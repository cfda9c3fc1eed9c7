#!/usr/bin/env bash
# packages.sh SOURCE FOLDER: has npm fetch what the browser tests need, when their lock changed.
set -euo pipefail
source=$1 folder=$2
command -v npm >/dev/null || { echo "SKIPPED: npm is not there (Debian: nodejs npm)"; exit 0; }
mkdir -p "$folder"
cmp -s "$source/package-lock.json" "$folder/installed" && exit 0
rm -f "$folder/installed"
cp "$source/package.json" "$source/package-lock.json" "$folder/"
(cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --fetch-retries=1 >npm.log 2>&1) ||
    { echo "SKIPPED: npm could not fetch the packages of the browser tests"; exit 0; }
cp "$source/package-lock.json" "$folder/installed"
