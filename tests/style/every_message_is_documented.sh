#!/usr/bin/env bash
# Every code of the catalogue stands in docs/messages.md.
set -euo pipefail
known=$(grep -hoE '^ *(MessageEntry)?\{*"[EWNUSPM][0-9]{3}"' lib/maillage/base/messages_*.cpp |
    grep -oE '[A-Z][0-9]{3}' | sort)
failed=0
for one in $known; do
    grep -qE "\b$one\b" docs/messages.md || { echo "docs/messages.md: $one is missing"; failed=1; }
done
twice=$(uniq -d <<<"$known")
[[ -z $twice ]] || { echo "defined twice: $twice"; failed=1; }
exit $failed
