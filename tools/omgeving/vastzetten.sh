#!/usr/bin/env bash
# Write the lock files anew from pyproject.toml: requirements.lock (what brief needs, its page included) and
# requirements-dev.lock (that and the tools of the tests). They hold for Python 3.11 and up on every system, with hashes
# and without addresses. Extras stay in the names: pip does not take `coverage` for the pin of `coverage[toml]`, and
# stops as soon as there is a newer one.
#
# usage: vastzetten.sh [--upgrade]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

.venv/bin/python -m venv "$work/venv"
"$work/venv/bin/python" -m pip --quiet --disable-pip-version-check install uv

# setuptools builds the project without isolation, so it is locked too.
echo 'setuptools>=77' >"$work/bouw.in"
compile=("$work/venv/bin/uv" pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes
    --no-strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-find-links "$@")
"${compile[@]}" pyproject.toml "$work/bouw.in" --extra tafel -o requirements.lock
"${compile[@]}" pyproject.toml "$work/bouw.in" --extra tafel --extra dev -c requirements.lock -o requirements-dev.lock
