#!/usr/bin/env bash
# pdftotext -layout of each file listed on standard input, to nowhere.
set -euo pipefail
while IFS= read -r file; do pdftotext -layout "$file" /dev/null 2>/dev/null; done
