#!/usr/bin/env bash
# run.sh ROOT PROGRAM FILE: runs the commands of one .test file in an empty folder of its own, where
# `maillage` is the program just built, `datasets` and `shared` the folders of those names.
#
#     == note what is shown         for the reader; so are lines before the first ==
#     == file data/actors.csv       the lines below are the bytes of that file
#     == run maillage check data    a command for bash; the lines below are its standard output
#     == err                        what it says on standard error, nothing when it is not said
#     == exit 1                     its exit code, 0 when it is not said
#     == needs shared/data/emon     the test is skipped, with its reason, when that is absent
#
# In what is expected, a line `…` stands for any lines or none, and `…` in a line for any text. The
# environment says no language.
set -euo pipefail
root=$1 program=$2 file=$3
source "$root/tests/support/matches.sh"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/here"
ln -s "$program" "$folder/bin/maillage"
ln -s "$root/datasets" "$folder/here/datasets"
[[ ! -d $root/../shared ]] || ln -s "$(realpath "$root/../shared")" "$folder/here/shared"
cd "$folder/here"
export PATH=$folder/bin:$PATH
unset MAILLAGE_LANG LC_ALL LC_MESSAGES LANG NO_COLOR

failed=0

compare() {
    matches "$2" "$3" && return
    failed=1
    echo "\$ $command: $1 (expected <, found >)"
    diff <(printf '%s\n' "$3") <(printf '%s\n' "$2") | grep '^[<>]' || true
}

run_command() {
    [[ -n $command ]] || return 0
    local code=0
    bash -c "$command" >"$folder/out" 2>"$folder/err" </dev/null || code=$?
    compare "standard output" "$(cat "$folder/out")" "${out%$'\n'}"
    compare "standard error" "$(cat "$folder/err")" "${err%$'\n'}"
    if [[ $code != "$want" ]]; then
        failed=1
        echo "\$ $command: exit code $code, expected $want"
    fi
    command=
}

command= out= err= want=0 into=nothing written=
while IFS= read -r line || [[ -n $line ]]; do
    case $line in
        '== needs '*)
            [[ -e ${line#== needs } ]] || { echo "SKIPPED: no ${line#== needs }"; exit 0; } ;;
        '== file '*)
            run_command
            written=${line#== file }
            mkdir -p "$(dirname "$written")"
            : >"$written"
            into=file ;;
        '== run '*) run_command; command=${line#== run }; out= err= want=0 into=out ;;
        '== err') into=err ;;
        '== note '*) into=nothing ;;
        '== exit '*) want=${line#== exit }; into=nothing ;;
        '== '*) echo "not understood: $line"; exit 1 ;;
        *)
            case $into in
                file) printf '%s\n' "$line" >>"$written" ;;
                out) out+=$line$'\n' ;;
                err) err+=$line$'\n' ;;
            esac ;;
    esac
done <"$root/$file"
run_command
exit $failed
