#!/usr/bin/env bash
# After a change of the model: build/migrate.sh NAME
# Writes a migration for each store on each database whose model has changed, then the compiled models that make a cold start quick.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: build/migrate.sh NAME}
data=src/Copilot.Data
ef() { dotnet ef "$@" --no-build --project "$data" --startup-project build/Copilot.DesignTime; }

dotnet tool restore >/dev/null
# a compiled model of yesterday's entities may no longer compile
rm -rf "$data/Compiled"
dotnet build build/Copilot.DesignTime -v quiet
for provider in Sqlite Postgres; do
  for store in Company Copilot; do
    context=${provider}${store}Context
    folder=$data/Migrations/$provider/$store
    if [[ -d $folder ]] && ef migrations has-pending-model-changes --context "$context" >/dev/null 2>&1; then
      echo "$context: nothing to do"
    else
      ef migrations add "$name" --context "$context" --output-dir "Migrations/$provider/$store"
    fi
  done
done
for store in Company Copilot; do
  ef dbcontext optimize --context "Sqlite${store}Context" --output-dir "Compiled/$store" --namespace "Copilot.Data.Compiled.$store" >/dev/null
done
# the generated types are internal and sealed like everything else that no other project needs; files begin without a byte order mark
find "$data/Migrations" "$data/Compiled" -name '*.cs' -exec sed -i -e '1s/^\xEF\xBB\xBF//' \
  -e 's/^    \(public \)\?partial class/    internal sealed partial class/' {} +
