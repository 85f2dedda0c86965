#!/bin/bash
# The last job of submit.sh: merges the shards of a plan.
#
#   sbatch merge.sh PLAN SHARDS DATABASE
#
#SBATCH --job-name=namndata-merge
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=namndata-merge-%j.log
#SBATCH --ntasks=1
#SBATCH --mem=2G
#SBATCH --time=04:00:00
set -euo pipefail
status=0
namndata merge "$2" --plan "$1" --db "$3" || status=$?
# 20: some files could not be read. They are told, and the rest is done: the job is.
[ "$status" -eq 20 ] || exit "$status"
