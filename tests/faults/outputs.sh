#!/usr/bin/env bash
# outputs.sh WRITER file|folder: an output is entirely old or entirely new, and exit 0 means that it
# is on the disk, whatever call fails, whenever the program is killed. Faults come from strace; the
# program is not changed.
set -euo pipefail
writer=$1
kind=$2
command -v strace >/dev/null || { echo "SKIPPED: strace is not installed"; exit 0; }
strace -o /dev/null true 2>/dev/null || { echo "SKIPPED: strace may not trace here"; exit 0; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
out=$work/out
target=$out/target
temporary=$out/.maillage-tmp-1
faults=0

"$writer" "$kind" "$work/old" o
"$writer" "$kind" "$work/new" n
for letter in old:o new:n; do
    found=$(find "${letter%:*}" -type f ! -name .maillage -exec cat {} + | tr -dc "${letter#*:}" | wc -c)
    [[ $found == 3000000 ]] || { echo "FAILED: $found bytes of $letter"; exit 1; }
done

fail() { echo "FAILED: $*"; ls -laR out; cat message; exit 1; }
# Only the calls on the output count: strace looks at the folder, the temporary and the target.
traced=(strace -f -qq -o log)
for path in "$out" "$target" "$temporary" "$temporary"/{a,b,c,.maillage}; do traced+=(-P "$path"); done
begin() { rm -rf out; mkdir out; [[ $1 == fresh ]] || cp -r old out/target; }
holds() { diff -rq "$1" out/target >/dev/null 2>&1; }
# entirely old|new|either FAULT clean|dirty: what the target is, and whether something is beside it.
entirely() {
    case $1 in
        either) holds old || holds new || fail "$2: the output is torn" ;;
        *) holds "$1" || fail "$2: the output is not the $1 one" ;;
    esac
    [[ $3 == dirty || $(ls -A out) == target ]] || fail "$2: a temporary is left"
}
# run STRACE_OPTIONS...: writes over the old output; sets `status`.
run() {
    status=0
    { "${traced[@]}" "$@" "$writer" "$kind" "$target" n overwrite 2>message || status=$?; } 2>/dev/null
}

# What a whole run does, and in which order: on the disk before the rename, the rename after that.
begin fresh
"${traced[@]}" -e trace=write,fsync,renameat2 "$writer" "$kind" "$target" n 2>message ||
    fail "a run without fault"
entirely new "a run without fault" clean
order=$(grep -oE '(fsync|renameat2|write)\(' log | uniq | tr -d '(' | xargs)
[[ $kind == file ]] && writes="write fsync" || writes="write fsync write fsync write fsync write fsync"
[[ $order == "$writes renameat2 fsync" ]] || fail "order of the calls: $order"

# How often each call is made before the output is in place, and on the whole.
begin old
run -e trace=openat,mkdirat,write,fsync,renameat,renameat2
[[ $status == 0 ]] || fail "a run over an old output"
[[ $kind == file ]] && rename=renameat || rename=renameat2
declare -A before all
for call in openat mkdirat write fsync $rename; do
    before[$call]=$(sed "/$rename(/q" log | grep -c "$call(" || true)
    all[$call]=$(grep -c "$call(" log || true)
done
[[ ${all[fsync]} == $((before[fsync] + 1)) ]] || fail "the folder is not synced: ${all[fsync]}"

# inject CALL HOW: one run with one fault.
inject() {
    faults=$((faults + 1))
    begin old
    run -e trace="$1" -e inject="$1:$2"
}

# Errors, once and from then on.
declare -A words=([ENOSPC]="disk is full" [EIO]="input or output error" [EDQUOT]="quota"
    [EFBIG]="file size allowed" [EACCES]="may not write" [EROFS]="read only" [EMFILE]="too many")
for fault in write:{ENOSPC,EIO,EDQUOT,EFBIG} fsync:{EIO,ENOSPC,EDQUOT} $rename:{EIO,EACCES,ENOSPC} \
    openat:{EACCES,EROFS,ENOSPC,EMFILE} mkdirat:{EACCES,ENOSPC}; do
    call=${fault%:*}
    error=${fault#*:}
    for ((n = 1; n <= before[$call]; ++n)); do
        for when in $n $n+; do
            inject "$call" "error=$error:when=$when"
            what="$call $error when $when"
            [[ $status == 3 ]] || fail "$what: exit $status"
            grep -q "${words[$error]}" message || fail "$what: the cause is not said"
            grep -qF "$out" message || fail "$what: the output is not named"
            # Nobody can remove what may not be opened: that waits for the next run.
            [[ $when == *+ && $call == openat ]] && clean=dirty || clean=clean
            entirely old "$what" $clean
        done
    done
done
# The last fsync is that of the folder: the output is in place, and not surely on the disk.
inject fsync "error=EIO:when=${all[fsync]}"
[[ $status == 3 ]] || fail "fsync of the folder: exit $status"
entirely new "fsync of the folder" clean

# File systems that know the plain rename only.
begin old
run -e trace=renameat2 -e inject=renameat2:error=EINVAL
[[ $status == 0 ]] || fail "plain rename: exit $status"
entirely new "plain rename" clean
begin fresh
strace -o log -e trace=renameat2 -e inject=renameat2:error=EINVAL "$writer" "$kind" "$target" n 2>message
entirely new "plain rename of a new output" clean

# Killed: nothing is torn, and the next run removes what is left.
for call in openat mkdirat write fsync $rename; do
    for ((n = 1; n <= all[$call]; ++n)); do
        inject "$call" "signal=SIGKILL:when=$n"
        [[ $status == 137 ]] || fail "$call killed $n: exit $status"
        entirely either "$call killed $n" dirty
        "$writer" "$kind" "$target" n overwrite 2>message || fail "$call killed $n: the next run"
        entirely new "$call killed $n, next run" clean
    done
done

# Interrupted: no temporary is left.
for signal in SIGINT:130 SIGTERM:143; do
    for call in write fsync $rename; do
        for ((n = 1; n <= all[$call]; ++n)); do
            inject "$call" "signal=${signal%:*}:when=$n"
            [[ $status == "${signal#*:}" ]] || fail "$call $signal $n: exit $status"
            entirely either "$call $signal $n" clean
        done
    done
done

# A limit on the size of files, a device that is always full, a disk that is really full.
begin old
status=0
(ulimit -f 64 && exec "$writer" "$kind" "$target" n overwrite) 2>message || status=$?
[[ $status == 3 ]] && grep -q "file size allowed" message || fail "ulimit -f: exit $status"
entirely old "ulimit -f" clean
status=0
"$writer" "$kind" /dev/full n overwrite 2>message || status=$?
[[ $status == 3 ]] || fail "/dev/full: exit $status"
begin fresh
if mount -t tmpfs -o size=64k tmpfs out 2>/dev/null; then
    status=0
    "$writer" "$kind" "$target" n 2>message || status=$?
    left=$(ls -A out)
    umount out
    [[ $status == 3 && -z $left ]] && grep -q "disk is full" message || fail "full disk: exit $status"
else
    echo "not tried, for want of the right to mount: a disk that is really full"
fi

# Eight at once, none allowed to overwrite: one writes, seven say that the output exists. Then eight
# that may: each is done or says why not, and the output is whole.
together() {
    winners=0
    local pids=() i pid
    for i in {1..8}; do "$writer" "$kind" "$target" n "$@" 2>"message$i" & pids+=($!); done
    for pid in "${pids[@]}"; do
        status=0
        wait "$pid" || status=$?
        case $status in
            0) winners=$((winners + 1)) ;;
            3) ;;
            *) fail "eight at once: exit $status" ;;
        esac
    done
    entirely new "eight at once $*" clean
}
for _ in {1..5}; do
    begin fresh
    together
    [[ $winners == 1 ]] || fail "$winners writers of one output"
    together overwrite
    [[ $winners -ge 1 ]] || fail "nobody could overwrite"
done
echo "$faults faults"
