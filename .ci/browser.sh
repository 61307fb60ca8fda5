#!/usr/bin/env bash
# Chromium looks at `diptych watch`: edits, errors, the keyboard, axe-core, pictures. What it checks stands in tests/browser/.
# Usage: .ci/browser.sh DIPTYCH [PICTURES]
set -euo pipefail
diptych=$(realpath "$1")
pictures=$(realpath -m "${2:-target/pictures}")
root=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

missing=()
command -v npm >/dev/null || missing+=(nodejs npm)
command -v chromium >/dev/null || missing+=(chromium fonts-dejavu-core)
if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

cp "$root"/tests/browser/* "$work"
npm ci --silent --no-audit --no-fund --ignore-scripts --prefix "$work"

DIPTYCH="$diptych" SAMPLE="$root" PICTURES="$pictures" CHROMIUM=$(command -v chromium) \
    node --test --test-concurrency=1 "$work"/*.test.js
