#!/usr/bin/env bash
# The Nu HTML checker over every page of the sample site, minified and not, at two instants that show every state.
# Usage: .ci/pages.sh DIPTYCH
set -euo pipefail
diptych=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v java >/dev/null; then
    apt-get update -qq && apt-get install -y -qq default-jre-headless >/dev/null
fi
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$work" vnu-jar
checker=$(find "$work/node_modules/vnu-jar" -name vnu.jar | head -n 1)

for now in 2025-05-01T09:00:00+02:00 2025-06-12T09:00:00+02:00 2027-01-01T09:00:00+01:00; do
    for minify in '' --no-minify; do
        output="$work/$now$minify"
        "$diptych" build --now "$now" --output "$output" $minify
        java -jar "$checker" --errors-only --skip-non-html "$output"
        printf '%s pages are valid (%s %s)\n' "$(find "$output" -name '*.html' | wc -l)" "$now" "$minify"
    done
done
