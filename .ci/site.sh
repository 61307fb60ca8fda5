#!/usr/bin/env bash
# Chromium reads what diptych publishes, in every theme: accessibility, keyboard, reflow, print, headers, weight, pictures.
# What it checks stands in tests/site/. UPDATE=always writes the reference pictures anew; names (`axe`, `pictures`…)
# choose tests.
# Usage: .ci/site.sh DIPTYCH [TEST…]
set -euo pipefail
diptych=$(realpath "$1")
root=$(realpath "$(dirname "$0")/..")
work="$root/target/site"

missing=()
command -v npm >/dev/null || missing+=(nodejs npm)
command -v chromium >/dev/null || missing+=(chromium fonts-dejavu-core)
command -v openssl >/dev/null || missing+=(openssl)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v pngquant >/dev/null || missing+=(pngquant)
if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

mkdir -p "$work"
rm -f "$work"/*.js
cp "$root"/tests/site/*.js "$root"/tests/site/*.json "$work"
if ! cmp -s "$work/package-lock.json" "$work/node_modules/installed.json"; then
    npm ci --silent --no-audit --no-fund --ignore-scripts --prefix "$work"
    cp "$work/package-lock.json" "$work/node_modules/installed.json"
fi

DIPTYCH="$diptych" ROOT="$root" CHROMIUM=$(command -v chromium) node "$work/run.js" "${@:2}"
