#!/usr/bin/env bash
# What people read speaks of association only. Checked in every text of the rooms that write for
# people; comments are free.
set -euo pipefail
export LC_ALL=C.UTF-8
french='effets?|grâce à|a permis|ont permis|crée|créent|mène à|mènent à|entraîne|entraînent|sans nous|accélère|prouve|prouvent'
english='effects?|thanks to|led to|leads to|caused|causes|drives|proves'
offenders=$({
    grep -rnoE '"([^"\\]|\\.)*"' lib/maillage/{metrics,report,drawing,atlas} tools --include='*.cpp'
    cat -n lib/maillage/atlas/viewer/src/words.ts
} | grep -iwE "$french|$english" || true)
[[ -z $offenders ]] || { echo "$offenders"; exit 1; }
