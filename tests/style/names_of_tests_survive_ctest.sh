#!/usr/bin/env bash
# A square bracket or a semicolon in the name of a test makes CMake lose the tests that follow it.
set -euo pipefail
if grep -rnE '(TEST_CASE|SCENARIO)\("[^"]*[][;\\]' tests; then exit 1; fi
