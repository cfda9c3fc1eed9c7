#!/usr/bin/env bash
# compare.sh PROGRAM FAMILY COUNT SCRIPT: our answers on COUNT cases, held by SCRIPT to those of its
# tool. Fails on any difference that no convention explains.
set -euo pipefail
program=$1 family=$2 count=$3 script=$4
cd "$(dirname "${BASH_SOURCE[0]}")"

skip() {
    echo "SKIPPED: $*"
    exit 0
}

# The Python that has the module: the one of the system may not be the first on the path.
python_with() {
    local python
    for python in python3 /usr/bin/python3; do
        "$python" -c "import $1" 2>/dev/null && { echo "$python"; return; }
    done
}

tool=${script#*_}
case $script in
    *.R)
        command -v Rscript >/dev/null || skip "R is not installed"
        run=(Rscript --vanilla "$script") ;;
    *.py)
        python=$(python_with "${tool%.py}")
        [[ -n $python ]] || skip "Python module ${tool%.py} is not installed"
        run=("$python" -B "$script") ;;
esac

cases=$(mktemp)
trap 'rm -f "$cases"' EXIT
"$program" "$family" "$count" >"$cases"
"${run[@]}" "$cases"
