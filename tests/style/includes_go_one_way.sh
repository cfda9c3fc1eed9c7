#!/usr/bin/env bash
# Data flows one way: which rooms of lib/maillage a room may include, itself left out.
set -euo pipefail
declare -A may_include=(
    [base]=""
    [model]="base"
    [formats]="base model"
    [graph]="base"
    [inference]="base model graph"
    [metrics]="base model graph inference"
    [privacy]="base model graph inference metrics"
    [report]="base model graph inference metrics privacy"
    [drawing]="base model graph inference metrics privacy"
    [atlas]="base model graph inference metrics privacy report drawing"
    [simulation]="base model formats"
)

offenders=$(
    while IFS=: read -r file line include; do
        room=${file#lib/maillage/}
        room=${room%%/*}
        included=${include#*<maillage/}
        included=${included%%/*}
        [[ -v may_include[$room] ]] || { echo "$file: unknown room $room"; continue; }
        [[ " $room ${may_include[$room]} " == *" $included "* ]] ||
            echo "$file:$line: $room may not include $included"
    done < <(grep -rnE '^#include <maillage/' lib/maillage/*/ || true)
    # The library knows nothing of the program or of the tests, and is spelled as it is installed.
    grep -rnE '^#include "' lib || true
)
[[ -z $offenders ]] || { echo "$offenders"; exit 1; }
