#!/usr/bin/env bash
# One idea a file: none over 400 lines in the library and the program.
set -euo pipefail
offenders=$(find lib tools '(' -name '*.[ch]pp' -o -name '*.ts' ')' -exec wc -l {} + |
    awk '$1 > 400 && $2 != "total" { print $2 ": " $1 " lines, at most 400" }')
[[ -z $offenders ]] || { echo "$offenders"; exit 1; }
