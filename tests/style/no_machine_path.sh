#!/usr/bin/env bash
# No file may name a place that exists on one machine only.
set -euo pipefail
folders='work|tmp|home|root|mnt|Users'
if grep -rInE "(^|[^A-Za-z0-9_.>}/])/($folders)/" . --exclude-dir={.git,build,out,france} --exclude=.git \
    --exclude="$(basename "$0")"; then
    exit 1
fi
