#!/usr/bin/env bash
# Installs the Debian 12 packages that namndata is built and tested with, where they are missing.
# Needs root or sudo only when something is missing.
set -euo pipefail

packages=(
  g++ cmake ninja-build ccache pkg-config
  libpoppler-dev libpoppler-private-dev libicu-dev libre2-dev libsqlite3-dev libssl-dev libseccomp-dev
  libfmt-dev nlohmann-json3-dev libcli11-dev libxlsxwriter-dev catch2
  sqlite3 poppler-utils python3 qpdf hyperfine
  # tests/exports: what users read exports with
  python3-openpyxl python3-pandas python3-jsonschema miller csvkit sqlite-utils r-cran-readr
  # tests/cluster
  slurm-wlm munge parallel
)

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "missing: ${missing[*]}; run as root or install sudo" >&2; exit 3; }
  as_root=(sudo)
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
apt_get() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" >&2; }
for attempt in 1 2 3; do
  if apt_get update && apt_get install --yes --no-install-recommends "${missing[@]}"; then exit 0; fi
  echo "apt-get failed (attempt $attempt of 3)" >&2
  sleep $((attempt * 5))
done
echo "could not install: ${missing[*]}" >&2
exit 3
