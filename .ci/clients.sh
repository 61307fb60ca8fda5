#!/usr/bin/env bash
# Clients that nobody here wrote read the sample site and a site of hostile titles: feed readers, calendars, an
# extractor of structured data, parsers of XML, JSON and CSV. What they check stands in tests/clients/.
# Usage: .ci/clients.sh DIPTYCH
set -euo pipefail
diptych=$(realpath "$1")
clients=$(realpath "$(dirname "$0")/../tests/clients")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

missing=()
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3 python3-venv)
command -v npm >/dev/null || missing+=(nodejs npm)
if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq && apt-get install -y -qq "${missing[@]}" >/dev/null
fi

python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --disable-pip-version-check --requirement "$clients/requirements.txt"
mkdir "$work/node"
cp "$clients/package.json" "$clients/package-lock.json" "$clients/read.mjs" "$work/node"
npm ci --silent --no-audit --no-fund --ignore-scripts --prefix "$work/node"

DIPTYCH="$diptych" READ="$work/node/read.mjs" PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1 \
    "$work/python/bin/python" -m unittest discover --start-directory "$clients"
