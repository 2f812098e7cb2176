#!/usr/bin/env bash
# Make sure LibreOffice Writer is there, 25.2 or newer where Debian has it.
#
# usage: libreoffice.sh [bestaand]
#
# Older versions make a PDF too, but no accessible one (PDF/UA). Debian 12 has 25.2 in its backports: as root, that suite
# is added to the suites the machine lists already, and taken out again when it brings nothing. `bestaand` leaves the
# version and apt's sources as they are.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
wish=25.2
apt_folder=${APT_FOLDER:-/etc/apt}
release=${OS_RELEASE:-/etc/os-release}
apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -qq)

version() { soffice --version 2>/dev/null | sed -n 's/^LibreOffice \([0-9]*\.[0-9]*\).*/\1/p'; }
new_enough() { [[ -n $(version) && $(printf '%s\n' "$wish" "$(version)" | sort -V | head -n 1) == "$wish" ]]; }

install_from_backports() {
    "${apt[@]}" update >&2 &&
        "${apt[@]}" install -y --no-install-recommends -t bookworm-backports libreoffice-writer-nogui >/dev/null
}

# Both forms in which Debian 12 lists its sources; a machine with another form is left alone.
stanza='^Suites:(.* )?bookworm( .*)?$'
line='^deb (\[[^]]*\] )?[^ ]+ bookworm .*\bmain\b'
sources=
for file in "$apt_folder/sources.list.d/debian.sources" "$apt_folder/sources.list"; do
    if [[ -z $sources ]] && grep -Eqs "$stanza|$line" "$file"; then sources=$file; fi
done

with_backports_listed() {
    if grep -Eqs '^[^#]* bookworm-backports\b' "$apt_folder"/sources.list{,.d/*.list,.d/*.sources}; then
        install_from_backports
        return
    fi
    [[ -n $sources ]] || return 1
    local before
    before=$(mktemp)
    cp "$sources" "$before"
    sed -i -E -e "/$stanza/ s/\$/ bookworm-backports/" -e "/$line/ {p; s/ bookworm / bookworm-backports /}" "$sources"
    if install_from_backports; then rm "$before"; return 0; fi
    cat "$before" >"$sources"
    rm "$before"
    return 1
}

if [[ ${1:-} != bestaand ]] && ! new_enough && grep -qs '^VERSION_CODENAME=bookworm$' "$release"; then
    if [[ $(id -u) -ne 0 ]]; then
        echo "LibreOffice $wish stands in Debian's backports; only root may list that suite, so it is left at that." >&2
    else
        echo "Installing LibreOffice $wish from Debian's backports" >&2
        with_backports_listed || echo "That did not work; going on with the version of Debian 12 itself." >&2
    fi
fi
"$here/debian.sh" libreoffice-writer-nogui=soffice
new_enough || echo "LibreOffice $(version) is older than $wish: it makes PDF, but no accessible PDF (PDF/UA)." >&2
