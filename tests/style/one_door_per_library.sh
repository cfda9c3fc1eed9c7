#!/usr/bin/env bash
# Each outside library is included in one place: nobody else depends on it (docs/dependencies.md).
set -euo pipefail

offenders=
# door LIBRARY 'INCLUDE PATTERN' 'PLACES'
door() {
    local found
    found=$(grep -rnE "^#include [<\"]$2" lib tools tests | grep -vE "^($3)" || true)
    [[ -z $found ]] || offenders+="$found: the door of $1 is $3"$'\n'
}
door Boost 'boost/' 'lib/maillage/graph/|tests/'
door Graphviz '(graphviz/|gvc\.h|cgraph\.h)' 'lib/maillage/drawing/'
door spdlog 'spdlog/' 'lib/maillage/base/log\.cpp'
door CLI11 'CLI/' 'tools/arguments\.cpp'
door ICU 'unicode/' 'lib/maillage/base/text\.cpp'
door OpenSSL 'openssl/' 'lib/maillage/base/hashes\.cpp'
door libxlsxwriter 'xlsxwriter' 'lib/maillage/report/workbook\.cpp'
door zlib 'zlib\.h' 'lib/maillage/report/packed\.cpp'
door Random123 'Random123/' 'lib/maillage/base/random\.cpp'
door Catch2 'catch2/' 'tests/support/catch\.hpp'
# These three are used in several places, but never inherited by who includes a header of ours.
door 'toml++, nlohmann and fmt' '(toml\+\+/|nlohmann/|fmt/)' '[^:]*\.cpp:|tests/'
[[ -z $offenders ]] || { printf '%s' "$offenders"; exit 1; }
