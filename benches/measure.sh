#!/bin/sh
# Measures whole builds of generated sites against `cp -r` of their output, on a disk in memory, and prints a table.
#
#     benches/measure.sh [--program PATH] [--folder FOLDER] [--rounds ROUNDS] [NOTICES…]
#
# The default is target/release/diptych, /dev/shm, 5 rounds, and 100, 1000 and 10000 notices (which need 3 GB there).
# FOLDER must be on a tmpfs: on a real disk the figures would be those of the disk. Everything is removed at the end.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=/dev/shm
program=$here/../target/release/diptych
rounds=5
while [ $# -gt 0 ]; do
    case $1 in
        --folder) folder=$2; shift 2 ;;
        --program) program=$2; shift 2 ;;
        --rounds) rounds=$2; shift 2 ;;
        -*) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
        *) break ;;
    esac
done
[ $# -gt 0 ] || set -- 100 1000 10000

if [ "$(stat -f -c %T "$folder")" != tmpfs ]; then
    echo "$folder is not on a tmpfs: choose another with --folder" >&2
    exit 2
fi
if [ ! -x "$program" ]; then
    echo "there is no $program: build it with cargo build --release" >&2
    exit 2
fi

work=$(mktemp -d "$folder/diptych-measure.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
PYTHONDONTWRITEBYTECODE=1 python3 "$here/measure.py" "$program" "$work" "$rounds" "$@"
