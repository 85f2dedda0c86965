#!/usr/bin/env bash
# Builds namndata with all warnings as errors and with sanitizers, and runs every test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# Every step writes its line with the time since the start; the last one is the verdict.
say() { printf '[%4d s] %s\n' "$SECONDS" "$1"; }
trap 'status=$?; [ $status -eq 0 ] || say "FAILED (status $status)"' EXIT

say "Installing what is missing"
tools/install_dependencies.sh
export CI=1
say "Building with sanitizers, warnings as errors"
cmake --preset ci >/dev/null
cmake --build --preset ci -- --quiet
say "Running the tests"
ctest --preset ci --parallel "$(nproc)"
say "All tests passed"
