#!/usr/bin/env bash
# A real sshd and a real web server: what travels, what is found and healed, what is refused, and what visitors see while
# connections are cut and releases follow each other.
# Usage: .ci/deploy.sh DIPTYCH. Installs what is missing, as root on Debian. A full disk needs root on Linux: without it
# that part is skipped, which CI=true does not allow.
set -euo pipefail
diptych=$(realpath "$1")
repository=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
now=2025-06-12T09:00:00+02:00
mounts=()
children=()
lost=()

tidy() {
    for child in "${children[@]}" "${lost[@]}"; do kill "$child" 2>/dev/null || true; done
    for child in $(cat "$work"/lost/*/pids 2>/dev/null); do kill -KILL "$child" 2>/dev/null || true; done
    [ ! -e "$work/sshd.pid" ] || kill "$(cat "$work/sshd.pid")" 2>/dev/null || true
    [ ! -e "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")" 2>/dev/null || true
    for mount in "${mounts[@]}"; do umount "$mount" 2>/dev/null || umount --lazy "$mount" || true; done
    rm -rf "$work"
}
trap tidy EXIT

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

# Says that a part cannot run here and why.
skip() {
    printf 'SKIPPED: %s\n' "$*"
    [ "${CI:-}" != true ] || fail 'nothing may be skipped in CI'
}

PATH=$PATH:/usr/sbin:/sbin
missing=()
command -v sshd >/dev/null || missing+=(openssh-server)
command -v ssh >/dev/null || missing+=(openssh-client)
command -v rsync >/dev/null || missing+=(rsync)
command -v nginx >/dev/null || missing+=(nginx-light)
command -v wrk >/dev/null || missing+=(wrk)
command -v minisign >/dev/null || missing+=(minisign)
command -v openssl >/dev/null || missing+=(openssl)
command -v curl >/dev/null || missing+=(curl ca-certificates)
if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin

# A port of this machine where nothing listens.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    echo "$port"
}

# A server with keys of its own, and programs of this machine that know of nothing but those.
serve_ssh() {
    port=$(free_port)
    ssh-keygen -q -t ed25519 -N '' -f "$work/host"
    ssh-keygen -q -t ed25519 -N '' -f "$work/user"
    ssh-keygen -q -t ed25519 -N '' -f "$work/stranger"
    [ "$(id -u)" != 0 ] || mkdir -p /run/sshd
    cat >"$work/sshd_config" <<END
Port $port
ListenAddress 127.0.0.1
HostKey $work/host
AuthorizedKeysFile $work/user.pub
PidFile $work/sshd.pid
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
MaxStartups 200
Subsystem sftp internal-sftp
SetEnv PATH=$work/server:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
END
    mkdir "$work/server"
    "$(command -v sshd)" -f "$work/sshd_config" -E "$work/sshd.log"
    echo "[127.0.0.1]:$port $(cut -d ' ' -f 1,2 "$work/host.pub")" >"$work/known"
    known "$work/known" "$work/user"
    mkdir "$work/bin"
    cat >"$work/bin/ssh" <<END
#!/bin/sh
exec $(command -v ssh) -F "\${SSH_CONFIG:-$work/ssh_config}" "\$@"
END
    # Says which files travel, and how many bytes of them.
    cat >"$work/bin/rsync" <<END
#!/bin/sh
exec $(command -v rsync) --itemize-changes --stats "\$@" >>"\${TRAVELLED:-$work/travelled}"
END
    chmod +x "$work/bin/ssh" "$work/bin/rsync"
    PATH=$work/bin:$PATH
    # A way to the server that is closed after so many bytes.
    cat >"$work/cut" <<END
#!/usr/bin/env bash
exec 3<>/dev/tcp/127.0.0.1/$port
cat <&3 &
stdbuf -o0 head -c "\$1" | tee -a '$work/sent' >&3
kill %1
END
    chmod +x "$work/cut"
    # The same programs without rsync.
    mkdir "$work/poor"
    for program in /usr/bin/* /bin/*; do
        [ -e "$work/poor/${program##*/}" ] || ln -s "$program" "$work/poor/"
    done
    rm -f "$work/poor/rsync" "$work/poor/ssh"
    cp "$work/bin/ssh" "$work/poor/ssh"
}

# The server and the key that ssh knows, and perhaps a way to the server.
known() {
    cat >"${SSH_CONFIG:-$work/ssh_config}" <<END
UserKnownHostsFile $1
GlobalKnownHostsFile /dev/null
IdentityFile $2
IdentitiesOnly yes
${3:+ProxyCommand $3}
END
}

known_well() {
    known "$work/known" "$work/user" "${1:-}"
}

# A small site: two open notices, a draft and two that are foreseen, each of the latter with a canary in every field.
make_site() {
    local folder=$1 reference path
    mkdir -p "$folder"
    cp -r "$repository/site.yaml" "$repository/content" "$repository/i18n" "$repository/themes" "$repository/assets" "$folder/"
    sed -i -e '/^ *- search /d' -e '/^ *- social-images/d' "$folder/site.yaml"
    for path in "$folder"/content/vacancies/*/*; do
        reference=${path##*/}
        case ${reference%%.*} in
            250301 | 250760) ;;
            261190 | 490101 | 260412)
                case $path in
                    *.md) sed -i -e 's/^title: /title: zqcanary /' -e '$a\\nzqcanary words.' "$path" ;;
                    *.yaml) rm "$path" ;;
                esac
                ;;
            *) rm -rf "$path" ;;
        esac
    done
}

# Gives the site's pages and style sheet another number.
generation() {
    sed -i "1s/.*/name: { en: Posts gen$1., fr: Postes gen$1. }/" "$site/site.yaml"
    cp "$repository/themes/secretariat/assets/style.css" "$site/assets/"
    printf '/* gen%s. */\n' "$1" >>"$site/assets/style.css"
}

# Makes a place the only target of the site.
target() {
    sed -i '/^targets:/d' "$site/site.yaml"
    printf 'targets: { www: %s }\n' "$1" >>"$site/site.yaml"
}

target_ssh() {
    shelf=$1
    target "{ kind: ssh, host: 127.0.0.1, port: $port, path: \"$1\" }"
}

deploy() {
    "$diptych" deploy --yes --language en --site "$site" --output "$output/public" --now "$now" "$@"
}

verify() {
    "$diptych" verify --language en --site "$site" --output "$output/public" --now "$now" "$@"
}

# What was said is one message with these words.
one_message() {
    local said=$1 words=$2
    grep -Eq -- "$words" "$said" || fail "no word of $words: $(cat "$said")"
    if grep -Eq 'panicked|backtrace' "$said"; then fail "it panicked: $(cat "$said")"; fi
    [ "$(grep -Ec '^(error|erreur)' "$said")" = 1 ] || fail "not one message: $(cat "$said")"
}

# Deploys what cannot be deployed: it ends with 2 and one message, in either language, and the live release stays.
refused() {
    local english=$1 french=$2 before code language words
    shift 2
    before=$(readlink "$shelf/current" || true)
    for language in en fr; do
        code=0
        "$diptych" deploy --yes --language "$language" --site "$site" --output "$output/public" --now "$now" "$@" \
            >"$work/said" 2>&1 || code=$?
        [ "$code" = 2 ] || fail "exit code $code instead of 2: $(cat "$work/said")"
        words=$english
        [ "$language" = en ] || words=$french
        one_message "$work/said" "$words"
        [ "$(readlink "$shelf/current" || true)" = "$before" ] || fail 'the live release changed'
    done
}

# What is live must be whole, and of one of these generations.
live_is() {
    local found
    verify >"$output/verified" 2>&1 || fail "$(cat "$output/verified")"
    found=$(grep -Eho 'gen[0-9]+\.' -r --include='*.html' "$shelf/current/" | sort -u | tr -d '\n')
    case " $* " in *" $found "*) ;; *) fail "$found is live instead of one of: $*" ;; esac
}

no_leftovers() {
    local left
    left=$(find "$shelf" -name '.incoming-*' -o -name '.outgoing-*' -o -name '.current-next')
    [ -z "$left" ] || fail "left behind: $left"
}

# The names of the files that have travelled since the last time.
travelled() {
    { grep '^<f' "$work/travelled" || true; } | cut -d ' ' -f 2- | sort
    : >"$work/travelled"
}

deploy_verify_heal_rollback() {
    target_ssh "$work/srv/it's a site"
    mkdir -p "$work/srv"
    generation 1
    deploy >/dev/null
    [ "$(travelled | wc -l)" = "$(find "$output/public" -type f ! -name .diptych-manifest.json | wc -l)" ] ||
        fail 'not all files travelled at first'
    live_is gen1.
    [ -z "$(find "$shelf/current/" -type f ! -perm 644)" ] || fail 'a file cannot be read by all'
    deploy | grep -q 'up to date' || fail 'something was to be deployed'
    [ -z "$(travelled)" ] || fail 'files travelled without need'

    local page=$site/content/vacancies/2025/250760.en.md changed bytes
    cp "$page" "$work/page"
    rm -f "${page%.en.md}.signature.yaml"
    deploy >/dev/null 2>&1
    : >"$work/travelled"
    printf '\nA line more.\n' >>"$page"
    "$diptych" deploy --dry-run --format json --site "$site" --output "$output/public" --now "$now" >"$work/plan"
    deploy >/dev/null 2>&1
    bytes=$(sed -n 's/,//g; s/^Literal data: \([0-9]*\) bytes/\1/p' "$work/travelled" | tail -n 1)
    changed=$(travelled)
    local expected
    expected=$(sed -n '/"changed": \[/,/\]/p' "$work/plan" | sed -n 's/^ *"\(.*\..*\)",*$/\1/p' | sort)
    [ "$changed" = "$expected" ] || fail "these travelled: $changed; these changed: $expected"
    [ "$bytes" -lt 40000 ] || fail "$bytes bytes travelled for a line"
    printf 'A line more: %s files and %s bytes travelled\n' "$(wc -l <<<"$changed")" "$bytes"

    local begun=${EPOCHREALTIME/./} micros live
    live=$(readlink "$shelf/current")
    deploy --rollback >/dev/null
    micros=$((${EPOCHREALTIME/./} - begun))
    [ "$(readlink "$shelf/current")" != "$live" ] || fail 'nothing was rolled back'
    [ "$micros" -lt 2000000 ] || fail "going back took $micros µs"
    deploy >/dev/null 2>&1
    : >"$work/travelled"

    # A byte that was flipped on the server is found, and the next deployment heals it.
    printf X | dd of="$shelf/current/en/index.html" bs=1 seek=60 conv=notrunc status=none
    local code=0
    verify >"$work/said" || code=$?
    [ "$code" = 1 ] && grep -q en/index.html "$work/said" || fail "the byte was not found: $(cat "$work/said")"
    deploy >/dev/null 2>&1
    [ "$(travelled)" = en/index.html ] || fail 'not only the damaged file came anew'
    live_is gen1.
    # What was damaged does not come back.
    refused 'no longer as it was deployed' 'n’est plus tel qu’il a été déployé' --rollback

    cp "$work/page" "$page"

    # Without rsync on this side, and without it on the server.
    generation 2
    PATH=$work/poor deploy >/dev/null
    live_is gen2.
    generation 3
    [ -z "$(travelled)" ] || fail 'rsync was used'
    deploy >/dev/null
    live_is gen3.
    for number in 4 5 6 7; do
        generation $number
        deploy >/dev/null
    done
    [ "$(find "$shelf/releases" -mindepth 1 -maxdepth 1 -type d | wc -l)" = 5 ] || fail 'not five releases are kept'
    no_leftovers
    if grep -rq zqcanary "$shelf"; then fail 'something that is not public is on the server'; fi
    printf 'Deployed, changed, verified, healed, and back in %s ms; with sftp too\n' $((micros / 1000))
}

# A release is signed, also one that is live already; another key, or a changed signature, is noticed.
signatures() {
    local code=0
    target_ssh "$work/srv/it's a site"
    minisign -G -W -p "$work/signer.pub" -s "$work/signer.key" >/dev/null
    minisign -G -W -p "$work/other.pub" -s "$work/other.key" >/dev/null
    verify --public-key "$work/signer.pub" >"$work/said" || code=$?
    [ "$code" = 1 ] && grep -q 'is not signed' "$work/said" || fail "$(cat "$work/said")"
    : >"$work/travelled"
    deploy --sign "$work/signer.key" >/dev/null 2>&1
    [ -z "$(travelled)" ] || fail 'files travelled for a signature'
    verify --public-key "$work/signer.pub" | grep -q 'was signed by' || fail 'the signature was not believed'
    code=0
    verify --public-key "$(tail -n 1 "$work/other.pub")" >"$work/said" || code=$?
    [ "$code" = 1 ] && grep -q 'was not signed by' "$work/said" || fail "$(cat "$work/said")"
    # It is signed once, and anew by somebody else.
    deploy --sign "$work/signer.key" 2>/dev/null | grep -q 'up to date' || fail 'it was signed again'
    deploy --sign "$work/other.key" >/dev/null 2>&1
    verify --public-key "$work/other.pub" | grep -q 'was signed by' || fail 'another signature was not written'
    [ -z "$(travelled)" ] || fail 'files travelled for a signature'
    printf 'Signed, and noticed if not\n'
}

refusals() {
    target_ssh "$work/srv/it's a site"
    generation 10
    known /dev/null "$work/user"
    refused 'does not know the server' 'ne connaît pas encore le serveur'
    echo "[127.0.0.1]:$port $(cut -d ' ' -f 1,2 "$work/stranger.pub")" >"$work/other"
    known "$work/other" "$work/user"
    refused 'its key is another one' 'sa clé est différente'
    known "$work/known" "$work/stranger"
    refused 'does not accept your ssh key' 'n’accepte pas votre clé'
    known_well
    cp -r "$work/poor" "$work/without"
    rm "$work/without/ssh"
    PATH=$work/without refused 'no program “ssh”' 'programme «.*ssh'
    target "{ kind: ssh, host: 127.0.0.1, port: $(free_port), path: /srv/careers }"
    refused 'does not answer' 'ne répond pas'
    target '{ kind: ssh, host: nowhere.invalid, path: /srv/careers }'
    refused 'No server is called' 'Aucun serveur ne s’appelle'
    target_ssh "$work/nowhere/www"
    refused "no folder “127.0.0.1:$work/nowhere”" 'dossier'
    target_ssh "$work/known"
    refused 'is not a folder' 'n’est pas un dossier'
    mkdir -p "$work/srv/taken/current"
    target_ssh "$work/srv/taken"
    refused 'in the way' 'current'
    rmdir "$work/srv/taken/current"
    # Somebody else deploys.
    target_ssh "$work/srv/it's a site"
    (
        exec 9>>"$shelf/releases/.diptych-lock"
        flock 9
        refused 'Somebody else is deploying' 'Quelqu’un d’autre déploie'
    )
    deploy >/dev/null
    live_is gen10.
    printf 'Nine reasons to refuse, each told in both languages\n'
}

can_mount() {
    [ "$(uname)" = Linux ] && [ "$(id -u)" = 0 ] || return 1
    mkdir -p "$work/try"
    mount -t tmpfs -o size=64k tmpfs "$work/try" 2>/dev/null && umount "$work/try"
}

# A server's disk of every size from too small to nearly enough, by rsync and by sftp, and a read-only one.
full_disk() {
    local disk="$work/disk" whole tried=0 share ways
    mkdir "$disk"
    mount -t tmpfs -o size=64m tmpfs "$disk"
    mounts+=("$disk")
    target_ssh "$disk/www"
    generation 20
    deploy >/dev/null
    whole=$(du --summarize --block-size=1024 "$disk" | cut -f 1)
    generation 21
    for ways in "$work/bin:$PATH" "$work/poor"; do
        for share in 1 10 25 40; do
            mount -o remount,size=$((whole + whole * share / 100))k "$disk"
            PATH=$ways refused 'disk is full' 'disque est plein'
            live_is gen20.
            tried=$((tried + 1))
        done
    done
    mount -o remount,size=64m "$disk"
    mount -o remount,ro "$disk"
    refused 'Read-only file system' 'Lecture ou écriture interdite.*Read-only file system'
    live_is gen20.
    mount -o remount,rw "$disk"
    deploy >/dev/null
    live_is gen21.
    no_leftovers
    printf 'A full disk of the server, %s times, and a read-only one left the old release\n' "$tried"
}

# Cuts the connection after so many bytes, and kills deployments after other shares of their time: the old release stays,
# or the new one is live; either is whole, and the next deployment succeeds.
cuts() {
    local number=100 last=100 cut=0 code bytes micros step whole
    target_ssh "$work/srv/cut"
    generation 100
    deploy >/dev/null
    generation 101
    : >"$work/sent"
    known_well "$work/cut 999999999"
    local begun=${EPOCHREALTIME/./}
    deploy >/dev/null
    micros=$((${EPOCHREALTIME/./} - begun))
    bytes=$(stat -c %s "$work/sent")
    last=101
    number=101
    for step in $(seq 1 60); do
        number=$((number + 1))
        generation "$number"
        code=0
        if [ "$step" -le 40 ]; then
            known_well "$work/cut $((bytes * step / 40 - 200))"
            deploy >"$work/said" 2>&1 || code=$?
        else
            known_well
            { timeout -s KILL "$(printf '%d.%06d' $((micros * (step - 40) / 22 / 1000000)) \
                $((micros * (step - 40) / 22 % 1000000)))" "$diptych" deploy --yes --language en --site "$site" \
                --output "$output/public" --now "$now" >"$work/said" 2>&1 || code=$?; } 2>/dev/null
        fi
        known_well
        if grep -Eq 'panicked|backtrace' "$work/said"; then fail "it panicked: $(cat "$work/said")"; fi
        case $code in
            0) ;;
            2 | 137)
                cut=$((cut + 1))
                if grep -q 'visitors see the site as it was' "$work/said"; then
                    live_is "gen$last."
                else
                    live_is "gen$last." "gen$number."
                fi
                deploy --wait >"$work/said" 2>&1 || fail "after cut $step: $(cat "$work/said")"
                grep -q "gen$number\." "$shelf/current/en/index.html" || fail "after cut $step: not deployed"
                ;;
            *) fail "cut $step: exit code $code: $(cat "$work/said")" ;;
        esac
        last=$number
    done
    live_is "gen$last."
    no_leftovers
    [ "$cut" -ge 50 ] || fail "only $cut deployments were cut"
    printf '%s deployments cut or killed: always a whole release, and the next one succeeded\n' "$cut"
}

# A network that goes away after so many bytes, or when the server has come to a point where it waits for that: what is sent
# is lost in either direction, and nothing is ever closed, also after ssh has given up. At four points, in both languages,
# side by side; what becomes of them `lost_networks_end` says, five minutes later.
lose_networks() {
    local bytes name language begun=$SECONDS site=$work/lost/site output=$work/lost/out
    cat >"$work/lose" <<END
#!/usr/bin/env bash
exec 2>/dev/null 4<&0 5<>/dev/tcp/127.0.0.1/$port
trap '' HUP TERM
cat <&5 &
down=\$!
stdbuf -o0 head -c "\$1" <&4 >&5 &
up=\$!
echo "\$\$" >>"\$2/pids"
while [ ! -e "\$2/here" ] && kill -0 "\$up"; do sleep 0.02; done
kill -KILL "\$down" "\$up"
touch "\$2/gone"
cat <&4 >/dev/null
exec sleep 900
END
    cat >"$work/server/sync" <<END
#!/bin/sh
case \$2:\$PWD in
    .:$work/srv/complete-??/releases | .:$work/srv/switched-??)
        point=\${PWD#$work/srv/}
        point=$work/lost/\${point%/releases}
        touch "\$point/here"
        naps=0
        until [ -e "\$point/gone" ] || [ \$naps = 500 ]; do
            sleep 0.02
            naps=\$((naps + 1))
        done
        ;;
esac
exec /bin/sync "\$@"
END
    chmod +x "$work/lose" "$work/server/sync"
    mkdir -p "$work/srv" "$output"
    make_site "$site"
    target_ssh "$work/srv/lost"
    generation 1
    deploy >/dev/null
    for name in greeting transfer complete switched; do
        for language in en fr; do
            mkdir "$work/lost/$name-$language"
            cp -a "$shelf" "$work/srv/$name-$language"
            cp -a "$site" "$work/lost/$name-$language/site"
            cp -a "$output" "$work/lost/$name-$language/out"
        done
    done
    generation 2
    : >"$work/sent"
    known_well "$work/cut 999999999"
    deploy >/dev/null
    known_well
    : >"$work/travelled"
    bytes=$(stat -c %s "$work/sent")
    local as_it_was='visitors see the site as it was' tel='le public voit le site tel' moment='au moment précis'
    for language in en fr; do
        lose "greeting-$language" 1000 'does not answer' 'ne répond pas' 1 &
        lost+=($!)
        lose "transfer-$language" $((bytes * 6 / 10)) "$as_it_was" "$tel" 1 &
        lost+=($!)
        lose "complete-$language" 999999999 "$as_it_was" "$tel" 1 &
        lost+=($!)
        lose "switched-$language" 999999999 'just while the release was being made live' "$moment" 2 &
        lost+=($!)
    done
    for name in "$work/lost"/*-??; do
        until [ -e "$name/gone" ]; do
            [ $((SECONDS - begun)) -lt 120 ] || fail "$name: the network is still there: $(cat "$name/said")"
            sleep 0.2
        done
    done
    printf 'Eight networks are gone, and nobody has been told\n'
}

# Deploys while a network goes away: it ends within about a minute and says so, a whole release is live, and the next
# deployment succeeds; if the server still holds the first one's lock, by waiting for it.
lose() {
    local name=$1 bytes=$2 words=$3 live=$5 language=${1#*-} folder=$work/lost/$1 begun=$SECONDS took code=0 busy
    [ "$language" = en ] || words=$4
    export SSH_CONFIG=$folder/ssh_config TRAVELLED=$folder/travelled
    site=$folder/site
    output=$folder/out
    target_ssh "$work/srv/$name"
    generation 2
    known_well "$work/lose $bytes $folder"
    # One of them without rsync.
    [ "$name" != transfer-fr ] || PATH=$work/poor
    "$diptych" deploy --yes --language "$language" --site "$site" --output "$output/public" --now "$now" \
        >"$folder/said" 2>&1 || code=$?
    took=$((SECONDS - begun))
    [ "$code" = 2 ] || fail "$name: exit code $code instead of 2: $(cat "$folder/said")"
    [ "$took" -le 90 ] || fail "$name: it ended after $took s"
    one_message "$folder/said" "$words"
    known_well
    live_is "gen$live."
    case $name in
        transfer-*)
            busy='Somebody else is deploying.*|Quelqu’un d’autre déploie'
            [ -n "$(find "$shelf/releases" -path '*/.incoming-*' -type f)" ] || fail "$name: nothing had travelled"
            [ -z "$(find "$shelf/releases" -path '*/.incoming-*/.diptych-*')" ] || fail "$name: all had travelled"
            deploy >"$folder/busy" 2>&1 && fail "$name: the lock was not held"
            one_message "$folder/busy" "$busy"
            grep -q 'gives way after five minutes' "$folder/busy" || fail "$(cat "$folder/busy")"
            ;;
        complete-*)
            [ "$(find "$shelf/releases" -mindepth 1 -maxdepth 1 -type d -name '2*' | wc -l)" = 2 ] ||
                fail "$name: the release was not complete"
            ;;
    esac
    deploy --wait >"$folder/next" 2>&1 || fail "$name: the next deployment: $(cat "$folder/next")"
    live_is gen2.
    no_leftovers
    printf '%s: it ended after %s s, and the next deployment succeeded after %s s\n' "$name" "$took" \
        $((SECONDS - begun)) >"$folder/ended"
}

lost_networks_end() {
    local child name
    # The shell may have forgotten how the earlier of them ended; their own notes say it.
    for child in "${lost[@]}"; do
        wait "$child" 2>/dev/null || true
    done
    lost=()
    for name in "$work/lost"/*-??; do
        [ -e "$name/ended" ] || fail "${name##*/}: see above"
    done
    cat "$work/lost"/*/ended
}

# Loads pages with all that they need, one after another, until it is told to stop. A page whose asset is missing counts
# even if the page was replaced meanwhile: that is what browsers do.
crawl() {
    local loads=0 page path wanted asset
    while [ ! -e "$work/stop" ]; do
        for path in /en/ /fr/ "/en/vacancies/250301-administrative-support-reserve-list/" /en/how-we-recruit/; do
            page=$(curl -sS --fail "$web$path") || { echo "$path failed"; exit 1; }
            wanted=$(grep -Eo '/assets/[A-Za-z0-9._-]+' <<<"$page" | sort -u)
            [ -n "$wanted" ] || { echo "$path asks for nothing"; exit 1; }
            for asset in $wanted; do
                curl -sS --fail -o "$work/asset" "$web$asset" || { echo "$path misses $asset"; exit 1; }
            done
            loads=$((loads + 1))
            echo "$loads" >"$work/loads"
        done
    done
}

serve_web() {
    local http
    http=$(free_port)
    https=$(free_port)
    local key=(-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes)
    openssl req -x509 "${key[@]}" -days 2 -subj /CN=issuer -keyout "$work/issuer.key" -out "$work/issuer.crt" 2>/dev/null
    openssl req "${key[@]}" -subj /CN=localhost -keyout "$work/web.key" -out "$work/web.csr" 2>/dev/null
    openssl x509 -req -in "$work/web.csr" -days 2 -CA "$work/issuer.crt" -CAkey "$work/issuer.key" -CAcreateserial \
        -extfile <(echo subjectAltName=DNS:localhost) -out "$work/web.crt" 2>/dev/null
    web=http://127.0.0.1:$http
    cat >"$work/nginx.conf" <<END
pid $work/nginx.pid;
error_log $work/nginx.log;
worker_processes 1;
$([ "$(id -u)" != 0 ] || echo 'user root;')
events { worker_connections 256; }
http {
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path $work/t1; proxy_temp_path $work/t2; fastcgi_temp_path $work/t3;
    uwsgi_temp_path $work/t4; scgi_temp_path $work/t5;
    server { listen 127.0.0.1:$http; root $work/srv/web/current; }
    server {
        listen 127.0.0.1:$https ssl;
        ssl_certificate $work/web.crt;
        ssl_certificate_key $work/web.key;
        root $work/srv/web/current;
    }
}
END
    nginx -c "$work/nginx.conf"
}

# The same site by HTTPS: whose certificate nobody knows is not believed.
over_https() {
    local site="https://localhost:$https/" code=0
    SSL_CERT_FILE=$work/issuer.crt "$diptych" verify --now "$now" "$site" >"$work/said" 2>&1 || fail "$(cat "$work/said")"
    "$diptych" verify --language en "$site" >"$work/said" 2>&1 || code=$?
    [ "$code" = 2 ] && grep -q 'cannot be read' "$work/said" || fail "a stranger was believed: $(cat "$work/said")"
    printf 'Verified over HTTPS\n'
}

# 200 releases while wrk and a visitor read the site: 180 to a folder, 20 by ssh.
under_load() {
    local number=1000 crawler wrk
    shelf=$work/srv/web
    target "{ kind: folder, path: $shelf }"
    generation $number
    deploy >/dev/null
    serve_web
    curl -sS --fail -o /dev/null "$web/en/" || fail 'the web server does not answer'
    over_https
    crawl >"$work/crawled" 2>&1 &
    crawler=$!
    children+=("$crawler")
    # Some hundred requests a second: more would only keep the deployments waiting.
    printf 'function delay() return 5 end\n' >"$work/delay.lua"
    wrk -t1 -c4 -d900s -s "$work/delay.lua" "$web/en/" >"$work/wrk" 2>&1 &
    wrk=$!
    children+=("$wrk")
    for number in $(seq 1001 1180); do
        generation "$number"
        deploy >"$work/said" 2>&1 || fail "$(cat "$work/said")"
    done
    target_ssh "$shelf"
    for number in $(seq 1181 1200); do
        generation "$number"
        deploy >"$work/said" 2>&1 || fail "$(cat "$work/said")"
    done
    touch "$work/stop"
    wait "$crawler" || fail "a visitor met a broken site: $(cat "$work/crawled")"
    kill -INT "$wrk"
    wait "$wrk" || true
    children=()
    live_is gen1200.
    grep -q 'requests in' "$work/wrk" || fail "$(cat "$work/wrk")"
    if grep -Eq 'Non-2xx|Socket errors' "$work/wrk"; then fail "$(cat "$work/wrk")"; fi
    printf '200 releases, %s pages loaded with their assets, and%s: none failed\n' "$(cat "$work/loads")" \
        "$(grep -o ' [0-9]* requests' "$work/wrk")"
}

serve_ssh
site=$work/site
output=$work/out
mkdir "$output"
make_site "$site"
part() {
    "$@"
    printf '    (%s s)\n' "$SECONDS"
}
part lose_networks
part deploy_verify_heal_rollback
part signatures
part refusals
if can_mount; then
    part full_disk
else
    skip 'a full disk of the server: nothing can be mounted here'
fi
part cuts
part under_load
part lost_networks_end
