#!/usr/bin/env bash
# The entry lib/maillage/metrics/<room>/<name>.cpp is explained in docs/method/<room>_<name>.md.
set -euo pipefail
missing=0
for source in lib/maillage/metrics/*/*.cpp; do
    entry=${source#lib/maillage/metrics/}
    page=docs/method/$(tr / _ <<<"${entry%.cpp}").md
    [[ -s $page ]] || { echo "$source: no page $page"; missing=1; }
done
exit $missing
