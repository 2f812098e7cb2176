#!/usr/bin/env bash
# Make sure LibreOffice Writer is there, 25.2 or newer where Debian has it.
#
# usage: libreoffice.sh [bestaand]
#
# Older versions make a PDF too, but no accessible one (PDF/UA). Debian 12 has 25.2 in its backports: that suite is added
# to the suites the machine lists already, once, with the first state of the file kept beside it. `bestaand` leaves the
# version and apt's sources as they are. SIMULATE=1 shows what apt would do and changes nothing.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
wish=25.2
sources=${APT_SOURCES:-/etc/apt/sources.list.d/debian.sources}

version() { soffice --version 2>/dev/null | sed -n 's/^LibreOffice \([0-9]*\.[0-9]*\).*/\1/p'; }
new_enough() { [[ -n $(version) && $(printf '%s\n' "$wish" "$(version)" | sort -V | head -n 1) == "$wish" ]]; }

# Add the suite to the stanza that lists plain `bookworm`; a file in another form is left alone.
list_backports() {
    [[ -f $sources ]] || return 1
    grep -Eq '^Suites:.*\bbookworm-backports\b' "$sources" && return 0
    grep -Eq '^Suites:(.* )?bookworm( .*)?$' "$sources" || return 1
    [[ -w $sources ]] || return 1
    cp -n "$sources" "$sources.voor-brief"
    sed -i -E '/^Suites:(.* )?bookworm( .*)?$/ s/$/ bookworm-backports/' "$sources"
}

forget_backports() {
    [[ -f $sources.voor-brief ]] && mv "$sources.voor-brief" "$sources"
    return 0
}

upgrade() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -qq)
    [[ $(id -u) -eq 0 ]] || return 1
    list_backports || return 1
    if ! "${apt[@]}" update >&2; then
        forget_backports
        "${apt[@]}" update >&2 || true
        return 1
    fi
    "${apt[@]}" install ${SIMULATE:+-s} -y --no-install-recommends -t bookworm-backports libreoffice-writer-nogui >&2
}

if [[ ${1:-} != bestaand ]] && ! new_enough && [[ $(. /etc/os-release 2>/dev/null; echo "${VERSION_CODENAME:-}") == bookworm ]]; then
    echo "Installing LibreOffice $wish from Debian's backports" >&2
    upgrade || echo "That did not work; going on with the version of Debian 12 itself." >&2
fi
"$here/debian.sh" libreoffice-writer-nogui=soffice
new_enough || echo "LibreOffice $(version) is older than $wish: it converts to PDF, but cannot make accessible PDF (PDF/UA)." >&2
