#!/usr/bin/env bash
# Install Debian packages that are missing, and only those.
#
# usage: debian.sh PACKAGE[=COMMAND]...
#
# A package counts as present when Debian says it is installed, or when COMMAND can be found (installed another way).
# Needs root or sudo; without either, or on another system than Debian, it names what is missing and stops with 2.
set -euo pipefail

installed() {
    local package=${1%%=*} command=
    [[ $1 == *=* ]] && command=${1#*=}
    if [[ -n $command ]] && command -v "$command" >/dev/null 2>&1; then return 0; fi
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]]
}

missing=()
for wanted in "$@"; do
    installed "$wanted" || missing+=("${wanted%%=*}")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "Not installed, and this is not a Debian system: ${missing[*]} (Debian's names). Install them yourself." >&2
    exit 2
fi

as_root=()
if [[ $(id -u) -ne 0 ]]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "Not installed: ${missing[*]}. This needs root, and there is no sudo. As root, run:" >&2
        echo "    apt-get update && apt-get install ${missing[*]}" >&2
        exit 2
    fi
    as_root=(sudo)
fi

echo "Installing from Debian: ${missing[*]}" >&2
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -qq)
"${apt[@]}" update >&2
"${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
