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

# The Python that has the module: first that of the system, for which packages are installed.
python_with() {
    local python
    for python in /usr/bin/python3 python3; do
        "$python" -c "import $1, numpy" 2>/dev/null && { echo "$python"; return; }
    done
    return 0
}

tool=${script#*_}
case $script in
    *.R)
        command -v Rscript >/dev/null || skip "R is not installed"
        run=(Rscript --vanilla "$script") ;;
    *.py)
        python=$(python_with "${tool%.py}")
        [[ -n $python ]] || skip "Python with ${tool%.py} and numpy is not installed"
        run=("$python" -B "$script") ;;
    *.java)
        command -v javac >/dev/null || skip "Java is not installed"
        [[ -e /usr/share/java/jung-algorithms.jar ]] || skip "JUNG is not installed"
        jars=$(printf '/usr/share/java/%s.jar:' jung-api jung-graph-impl jung-algorithms guava)
        run=(java -cp "$jars" "$script") ;;
esac

cases=$(mktemp)
trap 'rm -f "$cases"' EXIT
"$program" "$family" "$count" >"$cases"
"${run[@]}" "$cases"
