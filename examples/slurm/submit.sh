#!/bin/bash
# Submits a plan to Slurm: its shards as job arrays, and the merge of what they make.
#
#   submit.sh PLAN SHARDS DATABASE [SBATCH OPTION]…
#   submit.sh plan.csv shards namndata.db --partition=main --account=snic2026-1
#
# PLAN is what `namndata plan` wrote, SHARDS the folder for finished shards, DATABASE what they are merged
# into; all on a file system that every node has, in a folder that every node knows by the same path. Again
# with the same words does what is missing: shards that are there are done. Prints the merge's job id.
set -euo pipefail
plan=$1 out=$2 database=$3
shift 3
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")

# Every line of the plan begins with its shard, as 3/200.
shards=$(sed -n '2s,^[0-9]*/\([0-9]*\)\,.*,\1,p' "$plan")
[ -n "$shards" ] || { echo "$plan: is no plan of namndata" >&2; exit 1; }
# An array holds no task number above MaxArraySize - 1: longer plans are several arrays.
most=$(scontrol show config | awk '$1 == "MaxArraySize" { print $3 - 1 }')

arrays=""
for ((first = 0; first < shards; first += most)); do
  tasks=$((shards - first < most ? shards - first : most))
  arrays+=":$(sbatch --parsable "$@" --array="1-$tasks" "$here/work.sh" "$plan" "$out" "$first" "$shards")"
done
sbatch --parsable "$@" --dependency="afterok$arrays" "$here/merge.sh" "$plan" "$out" "$database"
