#!/usr/bin/env bash
# Make or renew the virtual environment.
#
# usage: python.sh VENV LOCKFILE
#
# Takes $PYTHON when set, else the first Python of at least 3.11 on the path. What is installed is what LOCKFILE says, by
# hash; then the project itself, editable.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
root=$(readlink -f "$here/../..")
venv=$1 lock=$2

recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

python=
for candidate in ${PYTHON:+"$PYTHON"} ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if recent "$candidate"; then python=$(command -v "$candidate"); break; fi
done
if [[ -z $python ]]; then
    echo "brief needs Python 3.11 or newer; found: $("${PYTHON:-python3}" --version 2>&1 || echo none)." >&2
    echo "Debian 12 and newer have it: apt-get install python3 python3-venv. Elsewhere: make PYTHON=/path/to/python3.12" >&2
    exit 2
fi

# Debian's own Python cannot make an environment with pip in it until the package python3-venv is there.
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    "$here/debian.sh" python3-venv
fi

if ! recent "$venv/bin/python"; then
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi
pip=("$venv/bin/python" -m pip --quiet --disable-pip-version-check)
"${pip[@]}" install --require-hashes -r "$lock"
"${pip[@]}" install --no-deps --no-build-isolation --editable "$root"
