#!/bin/sh
# Runs fuzz targets for so many seconds of processor time each: `fuzz/run.sh SECONDS [TARGET…]`, from the root of the checkout.
# Ends with a line for each target, and with an error when one of them stopped at an input.
set -u
seconds=$1
shift
[ $# -gt 0 ] || set -- text html json_ld pdf docx package mail saved_page picture
built=$(cargo +nightly metadata --manifest-path fuzz/Cargo.toml --no-deps --format-version 1 |
    sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/x86_64-unknown-linux-gnu/release
cargo +nightly fuzz build || exit 1
failed=0
for target; do
    # What earlier runs have found.
    kept="fuzz/corpora/$target.tar.xz"
    if [ ! -d "fuzz/corpus/$target" ] && [ -f "$kept" ]; then
        mkdir -p "fuzz/corpus/$target" && tar -C "fuzz/corpus/$target" -xJf "$kept" || exit 1
    fi
    mkdir -p "fuzz/corpus/$target" "fuzz/artifacts/$target"
    (
        # The limit ends the run with signal 24, which is no failure. The timeout counts time on the clock, and machines are busy.
        ulimit -S -t "$seconds"
        exec "$built/$target" "fuzz/corpus/$target" "fuzz/seeds/$target" -dict="fuzz/dictionaries/$target.dict" \
            -timeout=60 -rss_limit_mb=1024 -artifact_prefix="fuzz/artifacts/$target/" >"fuzz/artifacts/$target.log" 2>&1
    )
    ended=$?
    runs=$(grep -a -o '^#[0-9]*' "fuzz/artifacts/$target.log" | tail -1)
    if [ $ended -eq 152 ]; then
        echo "$target: $seconds s of processor time, ${runs:-#0} runs, nothing found"
    else
        failed=1
        echo "$target: stopped after ${runs:-#0} runs, see fuzz/artifacts/$target.log"
    fi
done
exit $failed
