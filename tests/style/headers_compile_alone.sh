#!/usr/bin/env bash
# Whoever includes one header of the library needs no other include before it.
set -euo pipefail
objects=$(mktemp -d)
trap 'rm -rf "$objects"' EXIT
# Compiled rather than only parsed, so that ccache remembers.
compiler="$(command -v ccache || true) ${CXX:-g++}"
export compiler objects
compile() {
    $compiler -std=c++20 -O0 -w -Ilib -x c++ -c "$1" -o "$objects/${1//\//_}.o" ||
        { echo "$1: does not compile alone"; return 1; }
}
export -f compile
find lib -name '*.hpp' -print0 | sort -z | xargs -0 -n 1 -P 2 bash -c 'compile "$0"'
