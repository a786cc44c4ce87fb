# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A display in memory, for pictures of the monitor: Xvfb of this machine. Programs reach it over loopback, also from
# another root. Sets `display` and `xvfb`. Call it in a network of its own: nobody else may reach the display then.
# shellcheck shell=bash disable=SC2034

# Usage: display_start <folder> <width>x<height> [command…]. The command, such as nsenter, starts Xvfb. The picture is kept
# in the folder.
display_start() {
    local folder=$1 size=$2 output
    shift 2
    rm -rf "$folder"
    mkdir -p "$folder"
    exec {output}< <(exec "$@" Xvfb -displayfd 1 -listen tcp -ac -screen 0 "${size}x24" -fbdir "$folder" 2>"$folder/log")
    xvfb=$!
    read -r -t 30 -u "$output" display || { cat "$folder/log" && return 1; }
    display=127.0.0.1:$display
}

display_end() {
    [ -z "${xvfb:-}" ] || kill "$xvfb" 2>/dev/null || true
    xvfb=""
}

# Usage: display_colours <folder>. Prints how many colours the picture has. An empty screen has one.
display_colours() { convert "xwd:$1/Xvfb_screen0" -format %k info:; }

# Usage: display_shot <folder> <file>. Writes the picture once a window with text and icons is on the display. Fails after
# 30 seconds without one.
display_shot() {
    for _ in $(seq 30); do
        if [ "$(display_colours "$1")" -gt 200 ]; then
            convert "xwd:$1/Xvfb_screen0" "$2"
            return 0
        fi
        sleep 1
    done
    echo "the display shows no window; it has $(display_colours "$1") colours"
    return 1
}
