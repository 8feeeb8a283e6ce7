#!/usr/bin/env bash
# The same start on Node 24, the version that production should run. Its binary comes from npm, outside our lock file.
set -euo pipefail
folder=$1/node24
mkdir -p "$folder"
npm install --prefix "$folder" --no-save --no-audit --no-fund --silent node@24
node24=$(find "$folder/node_modules" -path '*bin/node' -type f | head -1)
[ -n "$node24" ] || { echo 'no Node 24 binary in the package'; exit 1; }
"$node24" --version
NODE_UNDER_TEST=$node24 node .ci/newcomer.mjs
