#!/usr/bin/env bash
# man_pages_and_help_agree.sh PROGRAM: each command has docs/man/maillage-<command>.scd, and the
# options in bold there are those of `maillage help <command>`.
set -euo pipefail
program=$1
export MAILLAGE_LANG=en
failed=0
for command in $("$program" help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
    page=docs/man/maillage-$command.scd
    [[ -s $page ]] || { echo "$command: no page $page"; failed=1; continue; }
    said=$("$program" help "$command" | grep -oE '^ *(-[a-z], )?--[a-z-]+' | grep -oE -- '--?[a-z][a-z-]*' | sort)
    written=$(grep -E '^\*-' "$page" | grep -oE '\*-[^*]*\*' | tr -d '*' | sort)
    diff <(echo "$said") <(echo "$written") | sed -n "s|^<|$page lacks|p; s|^>|help of $command lacks|p" | grep . && failed=1
done
exit $failed
