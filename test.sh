#!/usr/bin/env bash
# Builds the solution with warnings as errors, checks the format and runs every test.
# The last line is "N passed, N failed"; a step that fails before the tests counts as one failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly solution=Pyventus.sln
# Against hangs: beside three busy programs on two cores, a suite of a minute takes eleven.
readonly deadline=1200
passed=0
failed=0
log=$(mktemp)
results=$(mktemp -d)

# Build nodes that outlive the script would keep its output open.
export MSBUILDDISABLENODEREUSE=1
export DOTNET_NOLOGO=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1

finish() {
    local status=$?
    rm -rf "$log" "$results"
    if ((failed == 0 && (status != 0 || passed == 0))); then
        failed=1
    fi
    echo "$passed passed, $failed failed"
    exit $((failed > 0))
}
trap finish EXIT

# NativeAOT links with clang or gcc, against zlib.
can_link() {
    local compiler
    compiler=$(command -v clang || command -v gcc) || return 1
    "$compiler" -x c - -lz -o /dev/null 2>/dev/null <<<'int main(void) { return 0; }'
}

# install WHY PACKAGE...
install() {
    local as_root=() why=$1
    shift
    ((EUID == 0)) || as_root=(sudo)
    echo "$why: installing $*"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# step NAME COMMAND...: silent when it succeeds.
step() {
    local name=$1 start=$SECONDS
    shift
    if "$@" >"$log" 2>&1; then
        echo "$name: ok ($((SECONDS - start)) s)"
        return
    fi
    cat "$log"
    echo "$name: failed ($((SECONDS - start)) s)"
    return 1
}

# count LABEL: what the summary of the test run says.
count() {
    sed -n "s/^  $1: \([0-9]\+\)\$/\1/p" "$log" | tail -n 1
}

run_tests() {
    local name=$1 framework=$2 start=$SECONDS status=0
    local program=tests/$name/bin/Release/$framework/$name.dll
    # The programs for earlier frameworks run on the runtime there is.
    DOTNET_ROLL_FORWARD=Major timeout --kill-after=10 "$deadline" \
        dotnet exec "$program" --progress off --ansi off --output Detailed >"$log" 2>&1 || status=$?

    local ok bad skipped
    ok=$(count succeeded) bad=$(count failed) skipped=$(count skipped)
    if [[ -z $ok || -z $bad ]]; then
        ok=0 bad=1 skipped=0
        echo "$name $framework did not run to its end (exit code $status)"
    elif ((status != 0 && bad == 0)); then
        bad=1
        echo "$name $framework ended with exit code $status"
    fi

    if ((bad > 0)); then
        grep -v '^passed ' "$log" || true
    fi
    # Why a test was skipped, and what a test measured.
    awk '/^skipped /{on=1} on&&/^  Standard output$/{on=0} on&&!/^(skipped |  )/{on=0} on{print "  " $0}' "$log"
    sed -n 's/^measured: /  /p' "$log"
    echo "$name $framework: $ok passed, $bad failed, ${skipped:-0} skipped ($((SECONDS - start)) s)"
    passed=$((passed + ok))
    failed=$((failed + bad))
}

can_link || step linker install "NativeAOT needs a linker and zlib" gcc libc6-dev zlib1g-dev
command -v valgrind >/dev/null || step valgrind install "The performance tests count instructions" valgrind
step restore dotnet restore "$solution"
step build dotnet build "$solution" -c Release --no-restore -warnaserror
step readme dotnet run -c Release --no-build --project samples/Readme -- README.md || failed=$((failed + 1))
step format dotnet format "$solution" --verify-no-changes --no-restore || failed=$((failed + 1))

for project in tests/*/*.csproj; do
    if grep -q '<EnableNUnitRunner>true<' "$project"; then
        for framework in $(sed -n 's:.*<TargetFrameworks\?>\(.*\)</TargetFrameworks\?>.*:\1:p' "$project" | tr ';' ' '); do
            PYVENTUS_CONFORMANCE_RESULTS=$results/$framework.json run_tests "$(basename "$project" .csproj)" "$framework"
        done
    fi
done
# What the conformance suite found must be what docs/semantics.md says.
step semantics dotnet run -c Release --project eng/SemanticsMatrix -- "$results/net10.0.json" --check || failed=$((failed + 1))
