#!/usr/bin/env bash
# Takes each guard of the gate out in turn and expects a failing test: build/guards.sh [G07 …]
# A guard is an "if (…) // guard Gnn", which then never holds, or a ".Where(…) // guard Gnn", which then is not there. Works on a copy.
set -uo pipefail
cd "$(dirname "$0")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z | tar --null -cf - -T - | tar -xf - -C "$copy"
cd "$copy"
guards=("$@")
[[ $# -gt 0 ]] || mapfile -t guards < <(grep -rhoE 'guard G[0-9]+' src/Copilot.Gate | awk '{print $2}' | sort -V)
missed=0
built=tests/Copilot.IntegrationTests/bin/Debug/net10.0
dotnet build tests/Copilot.IntegrationTests -v quiet -p:RunAnalyzers=false || exit 1
for guard in "${guards[@]}"; do
  file=$(grep -rlE "// guard $guard\$" src/Copilot.Gate --include=*.cs)
  cp "$file" "$copy/kept"
  sed -i -E "/\/\/ guard $guard\$/{ s/^( *)if \((.*)\) \/\/ guard/\1if (false \&\& (\2)) \/\/ guard/; /^ *\.Where\(/d }" "$file"
  # nothing that others see changes: the gate alone is built anew and takes the other's place
  if ! { dotnet build src/Copilot.Gate --no-dependencies --no-restore -v quiet -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false && cp src/Copilot.Gate/bin/Debug/net10.0/Copilot.Gate.dll "$built/"; } >"$copy/log" 2>&1; then
    echo "$guard: does not build without it"; tail -3 "$copy/log"; missed=$((missed + 1))
  elif dotnet test tests/Copilot.IntegrationTests --no-build --filter "FullyQualifiedName~GateOnSqlite" >"$copy/log" 2>&1; then
    echo "$guard: NO TEST FAILS WITHOUT IT"; missed=$((missed + 1))
  else
    echo "$guard: $(grep -cE '^  Failed ' "$copy/log") tests fail without it"
  fi
  cp "$copy/kept" "$file"
done
echo "${#guards[@]} guards, $missed of them missed"
[[ $missed -eq 0 ]]
