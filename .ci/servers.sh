#!/usr/bin/env bash
# nginx, Apache and Caddy of Debian show the sample site with the configurations that diptych writes, over plain HTTP and
# over TLS, and answer as tests/servers/ says: languages, former addresses, withdrawals, types, caches, headers, compressed
# forms, and what leads to TLS.
# Usage: .ci/servers.sh DIPTYCH
set -euo pipefail
diptych=$(realpath "$1")
servers=$(realpath "$(dirname "$0")/../tests/servers")

missing=()
command -v python3 >/dev/null || missing+=(python3)
command -v minisign >/dev/null || missing+=(minisign)
[ -x /usr/sbin/nginx ] || missing+=(nginx)
[ -x /usr/sbin/apache2 ] || missing+=(apache2)
command -v caddy >/dev/null || missing+=(caddy)
command -v openssl >/dev/null || missing+=(openssl)
command -v curl >/dev/null || missing+=(curl ca-certificates)
[ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || missing+=(libnginx-mod-http-brotli-static)
if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

DIPTYCH="$diptych" PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1 python3 "$servers/ask.py"
# The sample is deployed and signed, and `diptych verify` asks each server for it.
DIPTYCH="$diptych" PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1 python3 "$servers/verified.py"
