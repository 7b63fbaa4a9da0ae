#!/usr/bin/env bash
# Writes a migration for both stores on both databases: build/migrate.sh NAME [company|copilot]
# A store whose model has not changed is left alone.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: build/migrate.sh NAME [company|copilot]}
only=${2:-}
dotnet tool restore >/dev/null
dotnet build build/Copilot.DesignTime -v quiet
for provider in Sqlite Postgres; do
  for store in Company Copilot; do
    if [[ -n $only && ${store,,} != "${only,,}" ]]; then continue; fi
    context=${provider}${store}Context
    folder=src/Copilot.Data/Migrations/$provider/$store
    if [[ -d $folder ]] && dotnet ef migrations has-pending-model-changes --no-build --context "$context" \
      --project src/Copilot.Data --startup-project build/Copilot.DesignTime >/dev/null 2>&1; then
      echo "$context: nothing to do"
      continue
    fi
    dotnet ef migrations add "$name" --no-build --context "$context" --project src/Copilot.Data --startup-project build/Copilot.DesignTime \
      --output-dir "Migrations/$provider/$store"
    # internal and sealed like everything else that no other project needs
    sed -i 's/public partial class/internal sealed partial class/' "$folder"/*_"$name".cs
  done
done
