#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes the pictures of the README and of the metainfo: a monitor, light and dark, that follows a hub with simulated jobs.
# `./dev screenshots` runs it: screenshots.sh BIN FOLDER. Needs root or user namespaces.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
bin=$(realpath "$1") folder=$(realpath "$2")
hub=http://127.0.0.1:4354
processes=()

# shellcheck source=packaging/desktop/display.sh
. "$here/display.sh"

fail() {
    printf 'screenshots.sh: %s\n' "$*" >&2
    exit 1
}

# Usage: start <log> <command…>. Starts a program until the end of the script.
start() {
    "${@:2}" >"$work/$1" 2>&1 &
    processes+=("$!")
}

finish() {
    [ "${#processes[@]}" -eq 0 ] || kill "${processes[@]}" 2>/dev/null || true
    wait "${processes[@]}" 2>/dev/null || true
    display_end
    rm -rf "$work"
}

start_hub() {
    start hub.log "$bin/heliographd" --data "$work/data"
    curl -sSf --retry 30 --retry-delay 1 --retry-connrefused "$hub/readyz" >/dev/null 2>&1 || fail "the hub does not start"
    start simulator.log "$bin/heliosim" --hub "$hub" --rate 60 --seed 7
}

completed_jobs() { "$bin/helio" jobs --limit 1000 --json | grep -c '"status":"completed"' || true; }

# Usage: await_jobs <count>. Waits until the simulator has completed so many more jobs.
await_jobs() {
    local wanted=$(($(completed_jobs) + $1))
    for _ in $(seq 180); do
        [ "$(completed_jobs)" -lt "$wanted" ] || return 0
        sleep 1
    done
    fail "the simulator completes no jobs"
}

# Returns whether the upper right of the display has a picture: many more colours than text has.
shows_picture() { [ "$(import -window root -crop 330x180+920+80 -format %k info:)" -gt 1000 ]; }

# Selects a job with a picture. The list does not sort itself while the pointer is over it.
select_picture() {
    local row
    for row in $(seq 3 15); do
        xdotool mousemove 200 $((93 + 21 * row)) click 1
        sleep 1
        ! shows_picture || return 0
    done
    fail "no job in the list has a picture"
}

# Usage: shoot <theme>. Writes monitor-<theme>.png: the display without the part that the window leaves black.
shoot() {
    local settings=$work/$1
    mkdir -p "$settings/heliograph"
    printf '[view]\ntheme=%s\ntime=utc\n' "$1" >"$settings/heliograph/monitor.ini"
    XDG_CONFIG_HOME=$settings XDG_RUNTIME_DIR=$work start monitor.log "$bin/heliograph" --hub "$hub"
    display_shot "$work/display" "$work/first.png"
    await_jobs 25
    select_picture
    import -window root -trim +repage -strip -define png:exclude-chunks=date,time +dither -colors 256 \
        "PNG8:$folder/monitor-$1.png"
    kill "${processes[-1]}"
    wait "${processes[-1]}" || true
}

main() {
    # The script runs in a network of its own, so that its port and its display are free.
    if [ -z "${HELIOGRAPH_ALONE:-}" ]; then
        exec env HELIOGRAPH_ALONE=1 unshare --user --map-root-user --net "$0" "$bin" "$folder"
    fi
    ip link set lo up
    work=$(mktemp -d)
    trap finish EXIT
    unset WAYLAND_DISPLAY HELIOGRAPH_TOKEN_FILE HELIOGRAPH_CA_FILE
    display_start "$work/display" 1440x900
    export DISPLAY=$display QT_QPA_PLATFORM=xcb
    start_hub
    shoot light
    shoot dark
}

main
