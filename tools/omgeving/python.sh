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

first_recent() {
    local candidate
    for candidate in "$@"; do
        if recent "$candidate"; then command -v "$candidate"; return; fi
    done
}

choices=(python3 python3.14 python3.13 python3.12 python3.11)
[[ -n ${PYTHON:-} ]] && choices=("$PYTHON")
python=$(first_recent "${choices[@]}")
if [[ -z $python && -z ${PYTHON:-} ]] && ! command -v python3 >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
    "$here/debian.sh" python3 python3-venv
    python=$(first_recent "${choices[@]}")
fi
if [[ -z $python ]]; then
    found=$("${choices[0]}" --version 2>&1 | head -n 1 || true)
    echo "brief needs Python 3.11 or newer; ${choices[0]} is: ${found:-not there}." >&2
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
echo "Installing into $venv what $lock says" >&2
pip=("$venv/bin/python" -m pip -qq --disable-pip-version-check)
# The lock file is whole, so nothing is left to resolve: a release of today cannot change or stop what is installed.
"${pip[@]}" install --require-hashes --no-deps -r "$lock"
# compat: a plain path in a .pth file; the finder of the other mode costs every start-up a hundredth of a second
"${pip[@]}" install --no-deps --no-build-isolation --config-settings editable_mode=compat --editable "$root"
# what pip does for every other package; where Python may not write (PYTHONDONTWRITEBYTECODE) each start would do it again
"$venv/bin/python" -m compileall -q "$root/brief"
