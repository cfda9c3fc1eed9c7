#!/usr/bin/env bash
# execute.sh ROOT PROGRAM PAGE: runs the `console` blocks of a page, in order, in one empty folder
# where `datasets` is the project's and `maillage` the program just built.
#
# A line `$ command` is run by bash; the lines up to the next one are what it prints, on standard
# output and error together. A line `…` stands for any lines, `…` in a line for any text. `(exit N)` as
# the last line is the exit code, 0 when it is not said.
set -euo pipefail
root=$1 program=$2 page=$3
source "$root/tests/support/matches.sh"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/here"
ln -s "$program" "$folder/bin/maillage"
ln -s "$root/datasets" "$folder/here/datasets"
cd "$folder/here"
export PATH=$folder/bin:$PATH
unset MAILLAGE_LANG LC_ALL LC_MESSAGES LANG

failed=0
commands=0

run_command() {
    [[ -n ${command:-} ]] || return 0
    local code=0 output want=0
    output=$(bash -c "$command" 2>&1 </dev/null) || code=$?
    if [[ ${expected##*$'\n'} =~ ^\(exit\ ([0-9]+)\)$ ]]; then
        want=${BASH_REMATCH[1]}
        expected=${expected%(exit*}
        expected=${expected%$'\n'}
    fi
    commands=$((commands + 1))
    if [[ $code == "$want" ]] && matches "$output" "$expected"; then return; fi
    failed=1
    echo "$page: \$ $command"
    [[ $code == "$want" ]] || echo "exit code $code, the page says $want"
    diff <(echo "$expected") <(echo "$output") | sed 's/^</page: </; s/^>/run:  >/' || true
}

inside=no
while IFS= read -r line; do
    case $inside:$line in
        no:'```console') inside=yes; command=; expected= ;;
        yes:'```') inside=no; run_command; command= ;;
        yes:'$ '*) run_command; command=${line#\$ }; expected= ;;
        yes:*) expected+=${expected:+$'\n'}$line ;;
    esac
done <"$root/$page"
echo "$page: $commands commands"
exit $failed
