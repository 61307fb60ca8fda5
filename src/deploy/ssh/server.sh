# Runs on the server, for as long as the connection lasts. $1 is the folder of the target, $2 a word that ends an answer.
# Reads a command a line, and after some of them a list of paths that a line with a dot closes. Answers with lines, then
# perhaps `! ` and what a program said, then the word and a code: 0, or why not.
LC_ALL=C
export LC_ALL
umask 022
home=$1
word=$2
lock=$home/releases/.diptych-lock
locked=
# Nobody who deploys is silent for so many seconds: the connection is gone, and others need not wait for us.
silence=300

if command -v sha256sum >/dev/null; then
    sum=sha256sum
elif command -v shasum >/dev/null; then
    sum='shasum -a 256'
elif command -v sha256 >/dev/null; then
    sum='sha256 -r'
else
    sum=
fi

# Which of the programs that are needed is missing, or whether rsync is there.
tools() {
    for tool in cat chmod cp df find ln mkdir mv readlink rm sync; do
        command -v "$tool" >/dev/null || { echo "$tool" && return 30; }
    done
    [ "$sum" ] || { echo sha256sum && return 30; }
    if command -v rsync >/dev/null; then echo rsync; fi
}

look() {
    if [ ! -d "$home" ]; then
        if [ -e "$home" ] || [ -L "$home" ]; then return 31; fi
        [ -d "${home%/*}/" ] || return 32
        return 0
    fi
    cd "$home" || return 1
    if [ -L current ]; then
        echo "live $(readlink current)"
    elif [ -e current ]; then
        return 33
    fi
    [ -d releases ] || return 0
    [ -r releases ] || { echo 'releases: Permission denied' >&2 && return 1; }
    for name in releases/* releases/.[!.]*; do
        if [ -d "$name" ] && [ ! -L "$name" ]; then
            echo "folder ${name#releases/}"
        elif [ -e "$name" ] || [ -L "$name" ]; then
            echo "file ${name#releases/}"
        fi
    done
}

file() {
    [ -f "$home/releases/$1/$2" ] || return 34
    cat "$home/releases/$1/$2" || return 1
    # So that the answer ends on a line of its own.
    echo
}

digests() {
    cd "$home/releases/$1" || return 1
    # shellcheck disable=SC2086 # Some of the programs come with options.
    find . -type f -exec $sum {} + || return 1
    find . ! -type d ! -type f -print
}

paths() {
    cd "$home/releases/$1" || return 1
    find . ! -type d -print
}

# Makes the folders of the target, and makes sure that they can be written to.
prepare() {
    for folder in "$home" "$home/releases"; do
        [ -d "$folder" ] || mkdir "$folder" || [ -d "$folder" ] || return 1
    done
    true >>"$lock" || return 1
    # The link to the live release lies beside the releases.
    [ -w "$home" ] || { echo "$home: Permission denied" >&2 && return 1; }
    if command -v flock >/dev/null || mkdir "$lock.d" 2>/dev/null; then return 0; fi
    [ -d "$lock.d" ] || mkdir "$lock.d" || return 1
    [ "$1" = wait ] || return 36
    until mkdir "$lock.d" 2>/dev/null; do sleep 1; done
}

hold() {
    if [ "$1" = wait ]; then
        flock 9
    else
        flock -n 9 || return 35
    fi
}

open() {
    mkdir "$home/releases/$1"
}

# Makes the folders of a list. The list is read to its end, whatever happens: what follows are commands.
folders() {
    failed=0
    cd "$home/releases/$1" || failed=1
    set --
    while IFS= read -r path && [ "$path" != . ]; do
        set -- "$@" "$path"
        if [ $# -ge 100 ]; then
            [ $failed = 1 ] || mkdir -p -- "$@" || failed=1
            set --
        fi
    done
    [ $# = 0 ] || [ $failed = 1 ] || mkdir -p -- "$@" || failed=1
    return $failed
}

# Links the files of a list, which lie in a release, into another folder of releases.
link() {
    failed=0
    from=$home/releases/$1
    cd "$home/releases/$2" || failed=1
    folder=
    set --
    while IFS= read -r path && [ "$path" != . ]; do
        case $path in
            */*) parent=${path%/*} ;;
            *) parent=. ;;
        esac
        if [ "$parent" != "$folder" ] || [ $# -ge 100 ]; then
            link_into "$folder" "$@" || failed=1
            set --
            folder=$parent
        fi
        set -- "$@" "$from/$path"
    done
    link_into "$folder" "$@" || failed=1
    return $failed
}

link_into() {
    target=$1
    shift
    if [ $# = 0 ] || [ $failed = 1 ]; then return 0; fi
    ln -- "$@" "$target/" 2>/dev/null && return 0
    # A disk that has no links, or a file that has as many as it can have: a copy is as good.
    for file; do
        rm -f -- "$target/${file##*/}"
        ln -- "$file" "$target/" 2>/dev/null || cp -- "$file" "$target/" || return 1
    done
}

# How many KiB are free.
room() {
    cd "$home/releases" && df -Pk .
}

# Gives what came in its own name, for good. Files that have other links lie in a release already.
settle() {
    cd "$home/releases" || return 1
    [ ! -e "$2" ] || { echo "$2: File exists" >&2 && return 1; }
    find "$1" -type d -exec chmod 755 {} + || return 1
    find "$1" -type f -links 1 -exec chmod 644 {} + || return 1
    sync -f "$1" 2>/dev/null || sync
    mv "$1" "$2" || return 1
    sync -f . 2>/dev/null || sync
}

# `mv` would go into the folder that the link leads to, unless it is told not to: GNU says -T, BSD says -h.
switch() {
    cd "$home" && [ -d "releases/$1" ] || return 1
    rm -f .current-next
    ln -s "releases/$1" .current-next || return 1
    mv -fT .current-next current 2>/dev/null || mv -fh .current-next current 2>/dev/null ||
        mv -fT .current-next current || return 1
    sync -f . 2>/dev/null || true
}

# Removes a folder of releases, under a name by which nobody can take it for one.
remove() {
    cd "$home" || return 1
    if [ "$(readlink current)" = "releases/$1" ]; then
        echo "$1 is live" >&2
        return 1
    fi
    if [ "$1" != "$2" ]; then mv "releases/$1" "releases/$2" || return 1; fi
    rm -rf "releases/$2"
}

tidy() {
    cd "$home" || return 1
    if [ -L .current-next ]; then rm -f .current-next; fi
}

answer() {
    [ -z "$said" ] || printf '! %s\n' "$said"
    printf '%s %s\n' "$word" "$code"
}

# Ends us if nobody says anything for too long.
watch() {
    [ "$locked" ] || return 0
    {
        # In short naps: one that goes on after us is soon over.
        naps=0
        while [ $naps -lt $silence ]; do
            sleep 5
            naps=$((naps + 5))
        done
        unlock
        kill -KILL $$
    } </dev/null >/dev/null 2>&1 3>&- 9>&- &
    watcher=$!
}

unwatch() {
    [ -z "$locked" ] || kill "$watcher" 2>/dev/null
}

unlock() {
    if [ "$locked" = folder ]; then rmdir "$lock.d"; fi
}

exec 3>&1
while IFS= read -r line; do
    unwatch
    # shellcheck disable=SC2086 # Words without blanks or wildcards.
    set -- $line
    case $1 in
        still) ;;
        lock)
            said=$({ prepare "$2" 1>&3; } 2>&1)
            code=$?
            if [ $code = 0 ]; then
                locked=folder
                if [ ! -d "$lock.d" ]; then
                    # The lock of this file ends with us, however we end.
                    exec 9>>"$lock"
                    said=$({ hold "$2" 1>&3; } 2>&1)
                    code=$?
                    locked=
                    [ $code != 0 ] || locked=file
                fi
            fi
            answer
            ;;
        tools | look | file | digests | paths | open | folders | link | room | settle | switch | remove | tidy)
            said=$({ "$@" 1>&3; } 2>&1)
            code=$?
            answer
            ;;
        *) break ;;
    esac
    watch
done
unwatch
unlock
