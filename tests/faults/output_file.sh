#!/usr/bin/env bash
# An output is entirely old or entirely new, and exit 0 means that it is on the disk: whatever call
# fails, whenever the program is killed. Faults come from strace; the program is not changed.
set -euo pipefail
writer=$1
command -v strace >/dev/null || { echo "SKIPPED: strace is not installed"; exit 0; }
strace -o /dev/null true 2>/dev/null || { echo "SKIPPED: strace may not trace here"; exit 0; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
size=3000000
faults=0
letters() { head -c $size /dev/zero | tr '\0' "$1"; }
letters o >old
letters n >new

fail() { echo "FAILED: $*"; ls -la out; cat message; exit 1; }
# Only the calls on the output count: strace looks at the folder, the temporary and the target.
out=$folder/out
traced=(strace -f -qq -o log -P "$out" -P "$out/.maillage-tmp-1" -P "$out/file")
calls='openat,write,fsync,renameat,renameat2'

begin() { rm -rf out; mkdir out; [[ $1 == fresh ]] || cp old out/file; }
# entirely WHAT: the target is old or new as allowed, and nothing is beside it.
entirely() {
    case $1 in
        old) cmp -s old out/file || fail "$2: the old file is not intact" ;;
        new) cmp -s new out/file || fail "$2: the new file is not whole" ;;
        none) [[ ! -e out/file ]] || fail "$2: an output is there" ;;
        either) cmp -s old out/file || cmp -s new out/file || fail "$2: the file is torn" ;;
    esac
    [[ $3 == dirty || -z $(ls -A out | grep -v '^file$') ]] || fail "$2: a temporary is left"
}

# What a whole run does, and in which order.
begin fresh
"${traced[@]}" -e trace=$calls "$writer" "$out/file" n 2>message || fail "a run without fault"
entirely new "a run without fault" clean
order=$(grep -oE '(fsync|renameat2|renameat|write)\(' log | uniq | tr -d '(' | xargs)
[[ $order == "write fsync renameat2 fsync" ]] || fail "order of the calls: $order"
declare -A count
for call in openat write fsync renameat2; do count[$call]=$(grep -c "$call(" log); done
count[renameat]=1

# inject CALL HOW: one run over an old file with one fault; sets `status`.
inject() {
    faults=$((faults + 1))
    begin old
    status=0
    "${traced[@]}" -e trace="$1" -e inject="$1:$2" "$writer" "$out/file" n overwrite \
        2>message || status=$?
}

# Errors, once and from then on. The last fsync, of the folder, comes after the rename.
declare -A words=([ENOSPC]="disk is full" [EIO]="input or output error" [EDQUOT]="quota"
    [EFBIG]="file size allowed" [EACCES]="may not write" [EROFS]="read only" [EMFILE]="too many")
for fault in write:ENOSPC write:EIO write:EDQUOT write:EFBIG fsync:EIO fsync:ENOSPC fsync:EDQUOT \
    renameat:EIO renameat:EACCES renameat:ENOSPC openat:EACCES openat:EROFS openat:ENOSPC openat:EMFILE; do
    call=${fault%:*}
    error=${fault#*:}
    for ((n = 1; n <= count[$call]; ++n)); do
        for when in $n $n+; do
            inject "$call" "error=$error:when=$when"
            what="$call $error when $when"
            [[ $status == 3 ]] || fail "$what: exit $status"
            grep -q "${words[$error]}" message || fail "$what: the cause is not said"
            grep -qF "$out/file" message || fail "$what: the file is not named"
            if [[ $call == fsync && $n == "${count[fsync]}" ]]; then
                entirely new "$what" clean
            else
                entirely old "$what" clean
            fi
        done
    done
done

# Killed: nothing is torn, and the next run removes what is left.
for call in openat write fsync renameat; do
    for ((n = 1; n <= count[$call]; ++n)); do
        inject "$call" "signal=SIGKILL:when=$n"
        [[ $status == 137 ]] || fail "$call killed $n: exit $status"
        entirely either "$call killed $n" dirty
        "$writer" "$out/file" n overwrite 2>message || fail "$call killed $n: the next run"
        entirely new "$call killed $n, next run" clean
    done
done

# Interrupted: the temporary is removed.
for signal in SIGINT:130 SIGTERM:143; do
    for call in write fsync renameat; do
        for ((n = 1; n <= count[$call]; ++n)); do
            inject "$call" "signal=${signal%:*}:when=$n"
            [[ $status == "${signal#*:}" ]] || fail "$call $signal $n: exit $status"
            entirely either "$call $signal $n" clean
        done
    done
done

# A limit on the size of files, and a device that is always full.
begin old
status=0
(ulimit -f 64 && exec "$writer" "$out/file" n overwrite) 2>message || status=$?
[[ $status == 3 ]] && grep -q "file size allowed" message || fail "ulimit -f: exit $status"
entirely old "ulimit -f" clean
status=0
"$writer" /dev/full n overwrite 2>message || status=$?
[[ $status == 3 ]] || fail "/dev/full: exit $status"

# A disk that is really full, where one may be mounted.
begin fresh
if mount -t tmpfs -o size=64k tmpfs out 2>/dev/null; then
    status=0
    "$writer" "$out/file" n 2>message || status=$?
    left=$(ls -A out)
    umount out
    [[ $status == 3 && -z $left ]] && grep -q "disk is full" message || fail "full disk: exit $status"
else
    echo "not tried, for want of the right to mount: a disk that is really full"
fi

# Eight at once, none allowed to overwrite: one writes, seven say that the file exists.
for round in {1..10}; do
    begin fresh
    winners=0
    pids=()
    for i in {1..8}; do "$writer" "$out/file" n 2>"message$i" & pids+=($!); done
    for pid in "${pids[@]}"; do
        status=0
        wait "$pid" || status=$?
        case $status in
            0) winners=$((winners + 1)) ;;
            3) ;;
            *) fail "round $round: exit $status" ;;
        esac
    done
    [[ $winners == 1 ]] || fail "round $round: $winners writers of one file"
    entirely new "round $round" clean
done
echo "$faults faults"
