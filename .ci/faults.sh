#!/usr/bin/env bash
# A full disk, a read-only folder and a hundred kills: whatever happens to a build or to a deployment, the old site stays
# whole.
# Usage: .ci/faults.sh DIPTYCH. Mounting needs root on Linux: without it a part is skipped, which CI=true does not allow.
set -euo pipefail
diptych=$(realpath "$1")
repository=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
mounts=()
reader=

tidy() {
    [ -z "$reader" ] || kill "$reader" 2>/dev/null || true
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

command=("$diptych" build --language en --site "$work/site" --now 2025-06-12T09:00:00+02:00)

build() {
    "${command[@]}" "$@"
}

# Builds what cannot be built: it must end with 2, and name the path in words that a person understands.
refused() {
    local words=$1 path=$2 code=0
    shift 2
    build "$@" >"$work/said" 2>&1 || code=$?
    [ "$code" = 2 ] || fail "exit code $code instead of 2: $(cat "$work/said")"
    grep -q -- "$path" "$work/said" || fail "$path is not named: $(cat "$work/said")"
    grep -Eq -- "$words" "$work/said" || fail "no word of $words: $(cat "$work/said")"
    if grep -Eq 'panicked|backtrace' "$work/said"; then fail "it panicked: $(cat "$work/said")"; fi
}

# A sum over the names and bytes of all files of a folder.
sum() {
    (cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
}

# Gives the site's pages and style sheet another number.
generation() {
    sed -i "1s/.*/name: { en: Posts gen$1., fr: Postes gen$1. }/" "$work/site/site.yaml"
    mkdir -p "$work/site/assets"
    cp "$repository/themes/secretariat/assets/style.css" "$work/site/assets/"
    printf '/* gen%s. */\n' "$1" >>"$work/site/assets/style.css"
}

can_mount() {
    [ "$(uname)" = Linux ] && [ "$(id -u)" = 0 ] || return 1
    mkdir -p "$work/try"
    mount -t tmpfs -o size=64k tmpfs "$work/try" 2>/dev/null && umount "$work/try"
}

# Every size from too small to nearly enough, and few inodes: the old site stays, byte for byte.
full_disk() {
    local disk="$work/disk" whole before tried=0 size
    mkdir "$disk"
    mount -t tmpfs -o size=64m tmpfs "$disk"
    mounts+=("$disk")
    generation 1
    build --output "$disk/public" >/dev/null
    before=$(sum "$disk/public")
    whole=$(du --summarize --block-size=1024 "$disk/public" | cut -f 1)
    generation 2
    # Every page changes; fonts, pictures and what else stays as it is take no room again.
    for share in 1 3 6 10 15 20 25; do
        size=$((whole + whole * share / 100))
        mount -o remount,size=${size}k "$disk"
        refused 'disk is full|space' "$disk" --output "$disk/public"
        [ "$(sum "$disk/public")" = "$before" ] || fail "the old site changed with $size KiB"
        tried=$((tried + 1))
    done
    local inodes
    inodes=$(df --output=iused "$disk" | tail -n 1)
    for more in 1 3 9 20; do
        mount -o "remount,size=64m,nr_inodes=$((inodes + more))" "$disk"
        refused 'disk is full|space' "$disk" --output "$disk/public"
        [ "$(sum "$disk/public")" = "$before" ] || fail "the old site changed with $more inodes"
        tried=$((tried + 1))
    done
    mount -o remount,size=64m,nr_inodes=100000 "$disk"
    build --output "$disk/public" >/dev/null
    [ "$(sum "$disk/public")" != "$before" ] || fail 'the new site was not published'
    no_leftovers "$disk/.public.diptych"
    printf 'A full disk: %s sizes left the old site\n' "$tried"
}

read_only() {
    local disk="$work/locked" before
    mkdir "$disk"
    generation 3
    build --output "$disk/public" >/dev/null
    before=$(sum "$disk")
    mount --bind "$disk" "$disk"
    mounts+=("$disk")
    mount -o remount,bind,ro "$disk"
    generation 4
    refused 'read-only|cannot be written' "$disk" --output "$disk/public"
    [ "$(sum "$disk")" = "$before" ] || fail 'the read-only folder changed'
    printf 'A read-only folder left the old site\n'
    # The sources may be read-only.
    mount --bind "$work/site" "$work/site"
    mounts+=("$work/site")
    mount -o remount,bind,ro "$work/site"
    build --output "$work/elsewhere/public" >/dev/null
    umount "$work/site"
    unset 'mounts[-1]'
    printf 'Read-only sources can be built\n'
}

no_leftovers() {
    local left
    left=$(find "$1" -mindepth 1 ! -name lock ! -name record.json ! -name 'THIS-FOLDER-*')
    [ -z "$left" ] || fail "left behind: $left"
}

# Visits the site until it is told to stop: a home page, a notice, the style sheet. An asset may be gone only where the
# page has been replaced meanwhile.
read_on() {
    local public=$1 visits=0 page sheet notice
    while [ ! -e "$work/stop" ]; do
        for home in en fr; do
            page=$(cat "$public/$home/index.html") || exit 1
            notice=$(grep -Eo "/$home/(vacancies|postes-vacants)/[^\" >]+" <<<"$page" | head -n 1)
            for path in "$home/index.html" "${notice#/}index.html"; do
                page=$(cat "$public/$path") || exit 1
                case $page in *'</html>') ;; *) echo "$path is cut off" && exit 1 ;; esac
                sheet=$(grep -Eo '/assets/style-[0-9a-f]+\.css' <<<"$page" | head -n 1)
                if [ ! -e "$public$sheet" ] && grep -q "$sheet" "$public/$path"; then
                    echo "$path asks for $sheet" && exit 1
                fi
            done
        done
        visits=$((visits + 1))
        echo "$visits" >"$work/visits"
    done
}

# Kills a hundred builds, each after another share of the time that a build takes.
kills() {
    local public="$work/killed/public" micros number process killed=0
    generation 99
    build --output "$public" >/dev/null
    read_on "$public" >"$work/reader" 2>&1 &
    reader=$!
    # Measured with the visitor there, who takes time as well.
    generation 100
    local begun=${EPOCHREALTIME/./}
    build --output "$public" >/dev/null
    micros=$((${EPOCHREALTIME/./} - begun))
    for number in $(seq 100); do
        generation "$((100 + number))"
        # Not through the function, which would put a shell between us and the build.
        "${command[@]}" --output "$public" >"$work/said" 2>&1 &
        process=$!
        # Builds differ, so the shares go a little beyond the whole.
        sleep "$(printf '0.%06d' $((micros * number * 11 / 1000 % 1000000)))"
        kill -KILL "$process" 2>/dev/null || true
        local code=0
        wait "$process" 2>/dev/null || code=$?
        [ "$code" = 0 ] || [ "$code" = 137 ] || fail "a build ended with $code: $(cat "$work/said")"
        [ "$code" = 0 ] || killed=$((killed + 1))
        kill -0 "$reader" 2>/dev/null || fail "a visitor met a broken site: $(cat "$work/reader")"
        local found
        found=$(grep -Eho 'gen[0-9]+\.' -r --include='*.html' "$public" | sort -u | wc -l)
        [ "$found" = 1 ] || fail "$found generations stand together"
    done
    touch "$work/stop"
    wait "$reader" || fail "a visitor met a broken site: $(cat "$work/reader")"
    reader=
    [ "$killed" -ge 50 ] || fail "only $killed builds were killed"
    generation 300
    build --output "$public" >/dev/null
    grep -q 'gen300' "$public/en/index.html" || fail 'the last build was not published'
    no_leftovers "$work/killed/.public.diptych"
    printf '100 builds, %s of them killed, and %s visits: always a whole site\n' "$killed" "$(cat "$work/visits")"
}

# Fails each system call of the exchange once, if strace is there.
system_calls() {
    local public="$work/traced/public" call code before tried=0
    generation 400
    build --output "$public" >/dev/null
    before=$(sum "$public")
    generation 401
    for call in fsync:EIO renameat2:EIO mkdirat,mkdir:ENOSPC openat:EMFILE; do
        for when in 1 2 5 20; do
            [ "$call" != openat:EMFILE ] || when=$((when * 40))
            code=0
            strace -f -qq -o /dev/null -e "trace=${call%:*}" -e "inject=${call%:*}:error=${call#*:}:when=$when" \
                "${command[@]}" --output "$public" >"$work/said" 2>&1 || code=$?
            if [ "$code" = 0 ]; then
                # So many calls were not made, or the failure could be made up for: the new site is whole.
                grep -q gen401 "$public/en/index.html" || fail "$call $when: neither published nor refused"
                generation 400 && build --output "$public" >/dev/null && generation 401
                before=$(sum "$public")
            else
                [ "$code" = 2 ] || fail "$call $when: exit code $code: $(cat "$work/said")"
                [ "$(sum "$public")" = "$before" ] || fail "$call $when: the old site changed"
                tried=$((tried + 1))
            fi
        done
    done
    printf '%s failures of system calls left the old site\n' "$tried"
}

# Deploys to the folder $shelf of the site, or what follows.
deploy() {
    "$diptych" deploy --yes --language en --site "$work/site" --output "$work/deployed/public" \
        --now 2025-06-12T09:00:00+02:00 "$@"
}

# Makes a folder the only target.
shelf() {
    shelf=$1
    sed -i '/^targets:/d' "$work/site/site.yaml"
    printf 'targets: { www: { kind: folder, path: %s } }\n' "$shelf" >>"$work/site/site.yaml"
}

# What is live must be whole, and of one of these generations.
live_is() {
    local found
    "$diptych" verify --site "$work/site" --now 2025-06-12T09:00:00+02:00 >"$work/verified" 2>&1 || fail "$(cat "$work/verified")"
    found=$(grep -Eho 'gen[0-9]+\.' -r --include='*.html' "$shelf/current/" | sort -u | tr -d '\n')
    case " $* " in *" $found "*) ;; *) fail "$found is live instead of one of: $*" ;; esac
}

# A target on a disk of every size from too small to nearly enough, and on a read-only one.
full_target() {
    local disk="$work/target" whole tried=0 size code
    mkdir "$disk"
    mount -t tmpfs -o size=64m tmpfs "$disk"
    mounts+=("$disk")
    shelf "$disk/www"
    generation 501
    deploy >/dev/null
    whole=$(du --summarize --block-size=1024 "$disk" | cut -f 1)
    generation 502
    for share in 1 5 10 20 30 40 50; do
        size=$((whole + whole * share / 100))
        mount -o remount,size=${size}k "$disk"
        code=0
        deploy >"$work/said" 2>&1 || code=$?
        [ "$code" = 2 ] || { [ "$code" = 0 ] && break; } || fail "exit code $code: $(cat "$work/said")"
        grep -q 'disk is full' "$work/said" || fail "$(cat "$work/said")"
        live_is gen501.
        tried=$((tried + 1))
    done
    [ "$tried" -ge 3 ] || fail "the disk was full $tried times only"
    mount -o remount,size=64m "$disk"
    deploy >/dev/null
    live_is gen502.
    left=$(find "$disk/www" -name '.incoming-*' -o -name '.outgoing-*' -o -name '.current-next')
    [ -z "$left" ] || fail "left behind: $left"
    mount -o remount,ro "$disk"
    generation 503
    code=0
    deploy >"$work/said" 2>&1 || code=$?
    [ "$code" = 2 ] && grep -q 'may not be read or written' "$work/said" || fail "$code: $(cat "$work/said")"
    live_is gen502.
    printf 'A full target, %s sizes, and a read-only one left the old release\n' "$tried"
}

# Kills a deployment at each of many system calls, and lets such calls fail.
cut_transfers() {
    local calls when number=600 last code killed=0 refused=0 fault
    shelf "$work/cut/www"
    mkdir -p "$work/cut"
    generation 600
    deploy >/dev/null
    last=600
    for fault in signal=SIGKILL error=EIO; do
        for calls in mkdir link,linkat copy_file_range rename symlink,symlinkat unlink,rmdir fsync,syncfs; do
            for when in 1 2 3 5 9 20 60; do
                # Beyond these, a failure is of the same kind; a kill is not.
                [ "$fault" = signal=SIGKILL ] || [ "$when" -le 3 ] || break
                number=$((number + 1))
                generation "$number"
                # So that the calls of the deployment alone are counted.
                build --output "$work/deployed/public" >/dev/null
                code=0
                # The shell's own remark that something was killed is no news.
                { strace -f -qq -o /dev/null -e "trace=$calls" -e "inject=$calls:$fault:when=$when" \
                    "$diptych" deploy --yes --language en --site "$work/site" --output "$work/deployed/public" \
                    --now 2025-06-12T09:00:00+02:00 >"$work/said" 2>&1 || code=$?; } 2>/dev/null
                if grep -Eq 'panicked|backtrace' "$work/said"; then fail "it panicked: $(cat "$work/said")"; fi
                live_is "gen$last." "gen$number."
                case $code in
                    137) killed=$((killed + 1)) ;;
                    2) refused=$((refused + 1)) && live_is "gen$last." ;;
                    0) live_is "gen$number." ;;
                    *) fail "$calls $when: exit code $code: $(cat "$work/said")" ;;
                esac
                last=$(grep -Eho 'gen[0-9]+' "$shelf/current/en/index.html" | head -n 1 | tr -d gen)
                # So many calls are not made: nor are more.
                [ "$code" != 0 ] || [ "$fault" = error=EIO ] || break
            done
        done
    done
    generation 999
    deploy >/dev/null
    live_is gen999.
    left=$(find "$shelf" -name '.incoming-*' -o -name '.outgoing-*' -o -name '.current-next')
    [ -z "$left" ] || fail "left behind: $left"
    [ "$killed" -ge 25 ] || fail "only $killed deployments were killed"
    printf '%s deployments killed and %s refused at a system call: always a whole release\n' "$killed" "$refused"
}

mkdir "$work/site"
cp -r "$repository/site.yaml" "$repository/content" "$repository/i18n" "$repository/themes" "$repository/assets" "$work/site/"
if can_mount; then
    full_disk
    read_only
    full_target
else
    skip 'a full disk and a read-only folder: nothing can be mounted here'
fi
kills
# strace is no part of what CI promises.
if command -v strace >/dev/null && strace -qq -o /dev/null true 2>/dev/null; then
    system_calls
    cut_transfers
else
    echo 'Without strace, no system call was made to fail'
fi
