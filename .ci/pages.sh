#!/usr/bin/env bash
# The Nu HTML checker over every page, style sheet and drawing of the sample site, in every theme, minified and not, at
# three instants that show every state: neither an error nor a warning.
# Usage: .ci/pages.sh DIPTYCH
set -euo pipefail
diptych=$(realpath "$1")
root=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v java >/dev/null; then
    apt-get update -qq && apt-get install -y -qq default-jre-headless >/dev/null
fi
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$work" vnu-jar
checker=$(find "$work/node_modules/vnu-jar" -name vnu.jar | head -n 1)

for part in content i18n themes templates assets; do
    [ ! -d "$root/$part" ] || cp -r "$root/$part" "$work"
done
for theme in "$root"/themes/*/; do
    theme=$(basename "$theme")
    # The options of the sample are those of its own theme.
    grep -qx "theme: $theme" "$root/site.yaml" && options='&' || options='options: {}'
    sed -e "s/^theme: .*/theme: $theme/" -e "s/^options: .*/$options/" "$root/site.yaml" >"$work/site.yaml"
    for now in 2025-05-01T09:00:00+02:00 2025-06-12T09:00:00+02:00 2027-01-01T09:00:00+01:00; do
        for minify in '' --no-minify; do
            output="$work/$theme$now$minify"
            "$diptych" build --site "$work" --now "$now" --output "$output" $minify
            java -jar "$checker" --Werror --also-check-css --also-check-svg --skip-non-html "$output"
            printf '%s pages are valid (%s %s %s)\n' "$(find "$output" -name '*.html' | wc -l)" "$theme" "$now" "$minify"
        done
    done
done
