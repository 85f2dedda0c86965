#!/bin/bash
# One task of an array of submit.sh: reads one shard of a plan.
#
#   sbatch --array=1-1000 work.sh PLAN SHARDS FIRST COUNT     (the array's task 1 is shard FIRST + 1)
#
#SBATCH --job-name=namndata-work
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=namndata-work-%A_%a.log
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --time=04:00:00
set -euo pipefail
exec namndata work --plan "$1" --shard "$(($3 + SLURM_ARRAY_TASK_ID))/$4" --out "$2" \
  --jobs "${SLURM_CPUS_PER_TASK:-1}"
