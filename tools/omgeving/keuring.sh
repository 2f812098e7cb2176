#!/usr/bin/env bash
# Install what the tests judge our documents and pages with: LibreOffice, poppler, fonts, Chromium, Firefox, the Open XML SDK
# validator, axe-core and TypeScript.
#
# usage: keuring.sh [bestaand]        (see libreoffice.sh)
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")

"$here/libreoffice.sh" "$@"
"$here/debian.sh" poppler-utils=pdftotext fonts-dejavu fonts-liberation chromium=chromium firefox-esr=firefox-esr

# The validator is one binary in an npm package, axe-core and TypeScript are scripts; npm only unpacks them.
if ! cmp -s "$here/package-lock.json" "$here/node_modules/.geinstalleerd"; then
    "$here/debian.sh" npm=npm
    (cd "$here" && npm ci --no-audit --no-fund --loglevel=error >&2)
    cp "$here/package-lock.json" "$here/node_modules/.geinstalleerd"
fi
