#!/usr/bin/env bash
# Run all tests twice more: with the oldest dependencies that pyproject.toml allows, and with the newest Python that
# this machine has.
#
# usage: matrix.sh [PYTEST-ARGUMENT ...]
#
# The Pythons are those on the path and of pyenv; $NIEUWSTE names another newest one. Environments are made in
# build/matrix/ and used again. The judges of Word files are used where they are; one that is missing skips, and says so.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
[[ $# -gt 0 ]] || set -- -q -n auto

mkdir -p build/matrix
[[ -x build/matrix/uv/bin/uv ]] || { .venv/bin/python -m venv build/matrix/uv && build/matrix/uv/bin/pip -qq install uv; }
uv=build/matrix/uv/bin/uv

newest() {
    local found
    found=$({ compgen -c python3. || true; } | grep -xE 'python3\.[0-9]+' | sort -u | xargs -r -n 1 which 2>/dev/null || true)
    for python in $found "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*/bin/python; do
        [[ -x $python ]] && "$python" -c 'import sys; print("%d.%d" % sys.version_info[:2], sys.executable)' 2>/dev/null
    done | sort -V | tail -n 1 | cut -d ' ' -f 2
}

tests() { # NAME PYTHON RESOLUTION
    local name=$1 python=$2 resolution=$3
    shift 3
    echo "== $name: $("$python" --version), $resolution"
    "$uv" venv --quiet --clear --python "$python" "build/matrix/$name"
    VIRTUAL_ENV=build/matrix/$name "$uv" pip install --quiet --no-config --resolution "$resolution" \
        'setuptools>=77' pip --editable '.[tafel,dev]' --config-settings editable_mode=compat
    "build/matrix/$name/bin/python" -m pytest -p no:cacheprovider "${arguments[@]}"
}

arguments=("$@")
tests oudste "$(readlink -f .venv/bin/python)" lowest-direct
tests nieuwste "${NIEUWSTE:-$(newest)}" highest
