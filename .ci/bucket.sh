#!/usr/bin/env bash
# Buckets as targets, with real services on this machine: S3 (moto), Azure (Azurite) and WebDAV (Apache). A deployment, a
# change, damage, a rollback, a withdrawal, cuts, and refusals in both languages.
# Usage: .ci/bucket.sh DIPTYCH, a program that was built with `--features bucket`. Installs what is missing, as root on
# Debian; the services lie in target/bucket.
set -euo pipefail
diptych=$(realpath "$1")
repository=$(realpath "$(dirname "$0")/..")
services="$repository/target/bucket"
work=$(mktemp -d)
now=2025-06-12T09:00:00+02:00
children=()

tidy() {
    for child in "${children[@]}"; do kill "$child" 2>/dev/null || true; done
    [ ! -e "$work/apache.pid" ] || kill "$(cat "$work/apache.pid")" 2>/dev/null || true
    rm -rf "$work"
}
trap tidy EXIT

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

PATH=$PATH:/usr/sbin
missing=()
command -v npm >/dev/null || missing+=(nodejs npm)
python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)
command -v apache2 >/dev/null || missing+=(apache2)
command -v curl >/dev/null || missing+=(curl ca-certificates)
if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
[ -x "$services/bin/moto_server" ] || {
    python3 -m venv "$services"
    "$services/bin/pip" install --quiet --disable-pip-version-check 'moto[server]==5.2.5'
}
[ -x "$services/node_modules/.bin/azurite-blob" ] ||
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$services" azurite@3.37.0

# A port of this machine where nothing listens.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    echo "$port"
}

# Waits until something listens.
await() {
    for _ in $(seq 200); do
        (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
        sleep 0.1
    done
    fail "nothing listens on $1"
}

serve_s3() {
    s3=$(free_port)
    "$services/bin/moto_server" -H 127.0.0.1 -p "$s3" >"$work/moto.log" 2>&1 &
    children+=($!)
    await "$s3"
    export AWS_ACCESS_KEY_ID=key AWS_SECRET_ACCESS_KEY=zqsecret
    "$services/bin/python" -c 'import boto3, sys
boto3.client("s3", endpoint_url=sys.argv[1], region_name="us-east-1").create_bucket(Bucket="careers")' "http://127.0.0.1:$s3"
}

# The account of Azurite and its key are public, and the same everywhere.
serve_azure() {
    azure=$(free_port)
    export AZURE_STORAGE_ACCOUNT=devstoreaccount1
    export AZURE_STORAGE_KEY=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==
    "$services/node_modules/.bin/azurite-blob" --silent --inMemoryPersistence --skipApiVersionCheck --disableTelemetry \
        --blobHost 127.0.0.1 --blobPort "$azure" >"$work/azurite.log" 2>&1 &
    children+=($!)
    await "$azure"
    "$services/bin/python" - "http://127.0.0.1:$azure/devstoreaccount1" "$AZURE_STORAGE_KEY" <<'END'
import base64, hashlib, hmac, sys, urllib.request
from email.utils import formatdate

address, key = sys.argv[1:]
date, version, name = formatdate(usegmt=True), '2021-08-06', 'careers'
signed = f'PUT\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:{date}\nx-ms-version:{version}\n/devstoreaccount1/devstoreaccount1/{name}\nrestype:container'
digest = base64.b64encode(hmac.new(base64.b64decode(key), signed.encode(), hashlib.sha256).digest()).decode()
request = urllib.request.Request(f'{address}/{name}?restype=container', method='PUT', data=None, headers={
    'x-ms-date': date, 'x-ms-version': version, 'Authorization': f'SharedKey devstoreaccount1:{digest}',
    'Content-Length': '0'})
urllib.request.urlopen(request)
END
}

serve_webdav() {
    dav=$(free_port)
    export WEBDAV_USERNAME=editor WEBDAV_PASSWORD=zqsecret
    local modules
    modules=$(dirname "$(find / -name mod_dav_fs.so -path '*apache2*' 2>/dev/null | head -n 1)")
    mkdir -p "$work/dav/careers"
    [ "$(id -u)" != 0 ] || chown -R www-data "$work/dav" && chmod 755 "$work"
    printf 'editor:%s\n' "$(openssl passwd -apr1 "$WEBDAV_PASSWORD")" >"$work/passwords"
    cat >"$work/apache.conf" <<END
ServerName localhost
Listen 127.0.0.1:$dav
PidFile $work/apache.pid
ErrorLog $work/apache.log
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authn_core_module $modules/mod_authn_core.so
LoadModule authn_file_module $modules/mod_authn_file.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule authz_user_module $modules/mod_authz_user.so
LoadModule auth_basic_module $modules/mod_auth_basic.so
LoadModule dav_module $modules/mod_dav.so
LoadModule dav_fs_module $modules/mod_dav_fs.so
User www-data
Group www-data
DavLockDB $work/dav/locks
DocumentRoot $work/dav
<Directory $work/dav>
    Dav On
    AuthType Basic
    AuthName dav
    AuthUserFile $work/passwords
    Require valid-user
</Directory>
END
    apache2 -f "$work/apache.conf"
    await "$dav"
}

# What lies in a bucket, whatever its service: `put KEY` takes the bytes from the standard input.
get() { object GET "$1"; }
put() { object PUT "$1"; }
object() {
    "$services/bin/python" "$repository/tests/bucket/object.py" "$service" "$endpoint" "$@"
}

# Makes a bucket the only target of the site: its service, and where that is asked.
target() {
    service=$1 endpoint=$2
    local name=
    [ "$service" = webdav ] || name=', bucket: careers'
    sed -i '/^targets:/d' "$work/site/site.yaml"
    printf 'targets: { live: { kind: bucket, service: %s, endpoint: "%s"%s%s } }\n' "$service" "$endpoint" "$name" \
        "${3:-}" >>"$work/site/site.yaml"
}

run() {
    local command=$1
    shift
    "$diptych" "$command" --language "${LANGUAGE_SAID:-en}" --site "$work/site" --output "$work/out/public" --now "$now" "$@"
}

deploy() {
    run deploy --yes "$@" >"$work/said" 2>&1
}

# What cannot be deployed ends with 2 and one message, in either language, without a secret in it.
refused() {
    local language words code
    for language in en fr; do
        words=$1
        [ "$language" = en ] || words=$2
        code=0
        LANGUAGE_SAID=$language deploy || code=$?
        [ "$code" = 2 ] || fail "exit code $code instead of 2: $(cat "$work/said")"
        grep -Eq -- "$words" "$work/said" || fail "no word of $words: $(cat "$work/said")"
        [ "$(grep -Ec '^(error|erreur)' "$work/said")" = 1 ] || fail "not one message: $(cat "$work/said")"
        if grep -Eq 'zqsecret|panicked' "$work/said"; then fail "it says too much: $(cat "$work/said")"; fi
    done
}

# Gives the site's pages another number.
generation() {
    sed -i "1s/.*/name: { en: Posts gen$1., fr: Postes gen$1. }/" "$work/site/site.yaml"
}

live_is() {
    run verify >"$work/said" 2>&1 || fail "$service: $(cat "$work/said")"
    grep -q "gen$1\." <<<"$(get en/index.html)" || fail "$service: generation $1 is not live"
}

make_site() {
    mkdir "$work/site"
    cp -r "$repository/site.yaml" "$repository/content" "$repository/i18n" "$repository/themes" "$repository/assets" "$work/site/"
    sed -i -e '/^ *- search /d' -e '/^ *- social-images/d' "$work/site/site.yaml"
    # A draft, and notices that are foreseen.
    for page in "$work"/site/content/vacancies/*/{261190,490101,260412}*.md; do
        sed -i -e 's/^title: /title: zqcanary /' "$page"
    done
    rm -f "$work"/site/content/vacancies/*/{261190,490101,260412}*.yaml
}

whole_life() {
    generation 1
    deploy || fail "$service: $(cat "$work/said")"
    live_is 1
    deploy && grep -q 'up to date' "$work/said" || fail "$service: something was to be deployed: $(cat "$work/said")"

    generation 2
    deploy && grep -q 'visitors may see new pages beside old ones' "$work/said" || fail "$service: $(cat "$work/said")"
    live_is 2
    run deploy --yes --rollback >"$work/said" 2>&1 || fail "$service: $(cat "$work/said")"
    live_is 1
    deploy || fail "$service: $(cat "$work/said")"
    live_is 2

    local code=0
    get en/index.html | sed 's/gen2\./gen9./' | put en/index.html
    run verify >"$work/said" 2>&1 || code=$?
    [ "$code" = 1 ] && grep -q 'en/index.html' "$work/said" || fail "$service: nothing was found: $(cat "$work/said")"
    deploy || fail "$service: $(cat "$work/said")"
    live_is 2

    echo stray | put stray.txt
    code=0
    run verify >"$work/said" 2>&1 || code=$?
    [ "$code" = 1 ] && grep -q 'stray.txt' "$work/said" || fail "$service: nothing was found: $(cat "$work/said")"
    deploy && grep -q 'up to date' "$work/said" || fail "$service: something was to be deployed: $(cat "$work/said")"
    object DELETE stray.txt

    for number in 3 4 5 6 7 8; do
        generation "$number"
        deploy || fail "$service: $(cat "$work/said")"
    done
    live_is 8
    [ "$(run deploy --releases 2>/dev/null | wc -l)" = 5 ] || fail "$service: not five releases are kept"

    # A withdrawn notice is nowhere any more, in no release.
    local page=$work/site/content/vacancies/2025/250760
    sed -i '/^deadline:/a withdrawn: 2025-06-12' "$page.en.md"
    deploy || fail "$service: $(cat "$work/said")"
    [ "$(run deploy --releases 2>/dev/null | wc -l)" = 1 ] || fail "$service: a former release shows the notice"
    code=0
    everything | grep -ac 'Legal Adviser' >/dev/null || code=$?
    [ "$code" = 1 ] || fail "$service: the withdrawn notice is still there"
    sed -i '/^withdrawn:/d' "$page.en.md"
    code=0
    everything | grep -ac zqcanary >/dev/null || code=$?
    [ "$code" = 1 ] || fail "$service: something that is not public is there"
    printf '%s: deployed, changed, damaged and healed, back, withdrawn\n' "$service"
}

everything() {
    object ALL ''
}

# Kills deployments after shares of their time: the next one puts all of it right.
cuts() {
    local begun micros step share code torn=0 cut=0 number=100 port
    generation 100
    deploy || fail "$(cat "$work/said")"
    generation 101
    begun=${EPOCHREALTIME/./}
    deploy || fail "$(cat "$work/said")"
    micros=$((${EPOCHREALTIME/./} - begun))
    number=101
    for step in $(seq 1 12); do
        number=$((number + 1))
        generation "$number"
        code=0
        share=$((micros * step / 14))
        { timeout -s KILL "$(printf '%d.%06d' $((share / 1000000)) $((share % 1000000)))" "$diptych" deploy --yes \
            --language en --site "$work/site" --output "$work/out/public" --now "$now" >"$work/said" 2>&1 ||
            code=$?; } 2>/dev/null
        case $code in
            0) ;;
            137)
                cut=$((cut + 1))
                run verify >/dev/null 2>&1 || torn=$((torn + 1))
                ;;
            *) fail "cut $step: exit code $code: $(cat "$work/said")" ;;
        esac
        deploy || fail "after cut $step: $(cat "$work/said")"
        live_is "$number"
    done
    [ "$cut" -ge 8 ] || fail "only $cut deployments were cut"
    printf '%s deployments killed, %s of them while they were made live: the next one put all of it right\n' "$cut" "$torn"
}

# Closes the way to the service while a release is made live, and opens it again.
cut_short() {
    local code=0
    curl -sS -o /dev/null "http://127.0.0.1:$gate/.close-at-copy"
    deploy || code=$?
    [ "$code" = 2 ] && grep -q 'was being made live' "$work/said" || fail "exit code $code: $(cat "$work/said")"
    curl -sS -o /dev/null "http://127.0.0.1:$gate/.open"
    code=0
    run verify >"$work/said" 2>&1 || code=$?
    [ "$code" = 1 ] || fail "nothing is torn: $(cat "$work/said")"
}

# A release that was only begun is finished, or gone back from, or gone as if it had never come.
torn() {
    gate=$(free_port)
    "$services/bin/python" "$repository/tests/bucket/gate.py" "$gate" "$s3" >"$work/gate.log" 2>&1 &
    children+=($!)
    await "$gate"
    generation 200
    target s3 "http://127.0.0.1:$gate"
    deploy || fail "$(cat "$work/said")"
    generation 201
    cut_short
    run deploy --yes --rollback >"$work/said" 2>&1 || fail "$(cat "$work/said")"
    live_is 200
    cut_short
    deploy || fail "$(cat "$work/said")"
    live_is 201

    # What came in with it is taken back.
    local language code=0
    for language in en fr; do
        printf -- '---\ntitle: zqtaken %s\nslug: zqtaken\n---\n\nzqtaken.\n' "$language" >"$work/site/content/pages/zqtaken.$language.md"
    done
    cut_short
    rm "$work"/site/content/pages/zqtaken.*
    deploy || fail "$(cat "$work/said")"
    live_is 201
    object LIST '' >"$work/keys"
    { cat "$work/keys"; everything; } | grep -ac zqtaken >/dev/null || code=$?
    [ "$code" = 1 ] || fail "what was taken back is still there: $(grep zqtaken "$work/keys")"
    printf 'Torn, said so, and mended by a deployment or by going back\n'
}

# Going back mends what visitors see too; and a bucket that has forgotten what is live finds out.
forgotten() {
    generation 210
    deploy || fail "$(cat "$work/said")"
    generation 211
    deploy || fail "$(cat "$work/said")"
    echo DEFACED | put robots.txt
    object DELETE sitemap.xml
    run deploy --yes --rollback >"$work/said" 2>&1 || fail "$(cat "$work/said")"
    live_is 210
    object DELETE .diptych-store/current.json
    run verify >"$work/said" 2>&1 || fail "$(cat "$work/said")"
    deploy || fail "$(cat "$work/said")"
    live_is 211
    # A file of the store is damaged: the next deployment mends what it shares with what visitors see.
    local key
    object LIST '' >"$work/keys"
    key=$(grep -m 1 "^.diptych-store/files/$(get robots.txt | sha256sum | cut -c 1-64)" "$work/keys")
    echo DEFACED | put "$key"
    generation 212
    deploy || fail "$(cat "$work/said")"
    live_is 212
    everything >"$work/all"
    if grep -aq DEFACED "$work/all"; then fail "$key is still damaged"; fi
    printf 'Mended by going back, without a pointer, and in the store\n'
}

refusals() {
    target s3 "http://127.0.0.1:$s3"
    sed -i 's/bucket: careers/bucket: nobodys/' "$work/site/site.yaml"
    refused 'There is no bucket' 'Le compartiment .* n’existe pas'
    target s3 "http://127.0.0.1:$(free_port)"
    refused 'does not answer' 'ne répond pas'
    target s3 "http://127.0.0.1:$s3"
    AWS_SECRET_ACCESS_KEY='' refused 'AWS_SECRET_ACCESS_KEY' 'AWS_SECRET_ACCESS_KEY'
    target azure "http://127.0.0.1:$azure/devstoreaccount1"
    AZURE_STORAGE_KEY=$(echo wrong | base64) refused 'does not accept the credentials' 'n’accepte pas les données d’accès'
    target webdav "http://127.0.0.1:$dav/careers"
    WEBDAV_PASSWORD=wrong refused 'does not accept the credentials' 'n’accepte pas les données d’accès'
    target s3 "http://127.0.0.1:$s3" ', path: taken'
    echo other | put taken/index.html
    refused 'which diptych did not put there' 'que diptych n’y a pas mis'
    printf 'Six reasons to refuse, each told in both languages\n'
}

# What a service says of a file to visitors.
served() {
    local asset
    [ "$(object HEAD en/index.html)" = $'text/html; charset=utf-8\nno-cache' ] || fail "$(object HEAD en/index.html)"
    asset=$(get en/index.html | grep -Eo 'assets/[A-Za-z0-9._-]+\.css' | head -n 1)
    [ "$(object HEAD "$asset")" = $'text/css; charset=utf-8\npublic, max-age=31536000, immutable' ] ||
        fail "$(object HEAD "$asset")"
    printf 'Media types and caching are told with each file\n'
}

serve_s3
serve_azure
serve_webdav
make_site
part() {
    "$@"
    printf '    (%s s)\n' "$SECONDS"
}
target s3 "http://127.0.0.1:$s3"
part whole_life
part served
part cuts
part torn
part forgotten
target azure "http://127.0.0.1:$azure/devstoreaccount1" ', path: jobs'
part whole_life
target webdav "http://127.0.0.1:$dav/careers"
part whole_life
part refusals
