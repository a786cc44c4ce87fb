#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the bundle on a bare Debian that has no Qt: the hub, helio and the monitor, from a folder of any name. Needs root,
# the packages of `./dev setup proof` and about 700 MB. A picture of the monitor is kept in build/bundle-12/monitor.png.
#
#   bundle.sh 12|13 [file]    file: heliograph-…-linux-x86_64.tar.zst, the one in build/package by default
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
root=$(cd "$here/../.." && pwd)
place="/opt/a folder"
hub=http://127.0.0.1:4354
# The bundle needs these packages of the host. Every desktop has them, a bare Debian does not.
desktop="ca-certificates, fontconfig-config, fonts-dejavu-core, xkb-data"
processes=()

# shellcheck source=tests/packaging/check.sh
. "$here/check.sh"
# shellcheck source=packaging/desktop/display.sh
. "$root/packaging/desktop/display.sh"
# shellcheck source=tests/packaging/machine.sh
. "$here/machine.sh"

# Usage: on_debian <command…>. Runs it on the bare Debian, as a user without rights. Ends this shell: call it in a subshell.
on_debian() {
    exec chroot --userspec=65534:65534 "$work/root" env -i PATH=/usr/bin:/bin HOME=/home/user XDG_RUNTIME_DIR=/home/user/run LC_ALL=C.UTF-8 \
        ${display:+DISPLAY="$display"} "$@"
}

# Runs a program of the bundle.
run() { (on_debian "$place/bundle/bin/$1" "${@:2}"); }

# Usage: start <log> <program> <argument…>. Starts a program of the bundle until the end of the test.
start() {
    (on_debian "$place/bundle/bin/$2" "${@:3}") >"$work/$1" 2>&1 &
    processes+=("$!")
}

unpack() {
    local top
    rm -rf --one-file-system "$work/root"
    cp -a --reflink=auto "$work/base" "$work/root"
    mkdir -p "$work/root$place" "$work/root/home/user"
    mkdir -m 700 "$work/root/home/user/run"
    chown -R 65534:65534 "$work/root/home/user"
    tar --extract --zstd --file "$file" --directory "$work/root$place"
    top=$(ls "$work/root$place")
    check "all files are in one folder with the name of the archive" same "$top.tar.zst" "$(basename "$file")"
    mv "$work/root$place/$top" "$work/root$place/bundle"
}

# Usage: missing_libraries. Prints the libraries that a file of the bundle needs and neither the bundle nor Debian has.
missing_libraries() {
    # shellcheck disable=SC2016 # expanded on the bare Debian
    (on_debian bash -c 'cd "$1" && find bin lib plugins -type f ! -name qt.conf -print0 |
        LD_LIBRARY_PATH=lib xargs -0 ldd 2>&1 | grep "not found" | sort -u' bash "$place/bundle") || true
}

check_files() {
    local program
    check "this Debian has no Qt" same "$(find "$work/base/usr" -name 'libQt6*')" ""
    check "the bill of materials is complete" python3 -B "$here/sbom.py" "$work/root$place/bundle"
    # QtKeychain opens libsecret by name, so ldd does not see it.
    check "the monitor can reach a keyring" test -s "$work/root$place/bundle/lib/libqt6keychain.so.1" \
        -a -s "$work/root$place/bundle/lib/libsecret-1.so.0"
    check "the charts of the monitor are inside" test -s "$work/root$place/bundle/lib/libQt6Charts.so.6"
    check "every library is there" same "$(missing_libraries)" ""
    for program in heliograph heliographd helio; do
        check "$program has the version of the archive" same "$program-$(run "$program" --version | awk '{ print $2 }')" \
            "$program-$(basename "$file" | cut -d - -f 2)"
    done
}

stream_is_complete() {
    run helio tail bundle-1 --since all --json >"$work/stream"
    contains "$work/stream" '"progress"' && contains "$work/stream" '"completed"'
}

wait_for() { curl -sSf --retry 30 --retry-delay 1 --retry-connrefused "$@" >/dev/null; }

check_hub() {
    start hub.log heliographd --data /home/user/data
    check "the hub starts" wait_for "$hub/readyz"
    check "a job is published" run helio publish bundle-1 progress --progress 5 --create generic
    check "helio doctor finds no fault" run helio doctor
    check "an end is published" run helio publish bundle-1 completed
    check "a stream has every event" stream_is_complete
}

check_tls() {
    local home=$work/root/home/user
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
        -addext subjectAltName=IP:127.0.0.1 -keyout "$home/hub.key" -out "$home/hub.crt" 2>/dev/null
    printf '[tls]\ncertificate = "hub.crt"\nkey = "hub.key"\n' >"$home/hub.toml"
    chown 65534:65534 "$home"/hub.*
    chmod 600 "$home/hub.key"
    start tls.log heliographd --config /home/user/hub.toml --listen 127.0.0.1:4355 --data /home/user/tls
    check "a hub with a certificate starts" wait_for --cacert "$home/hub.crt" https://127.0.0.1:4355/readyz
    check "helio reaches it" run helio jobs --hub https://127.0.0.1:4355 --ca-file /home/user/hub.crt
}

check_monitor() {
    display_start "$work/display" 1440x900
    start monitor.log heliograph --hub "$hub"
    check "the monitor shows its window" display_shot "$work/display" "$work/monitor.png"
    check "the monitor logs no fault" same "$(cat "$work/monitor.log")" ""
}

# Usage: soon <command…>. Returns whether it succeeds within 30 seconds.
soon() {
    for _ in $(seq 30); do
        "$@" && return 0
        sleep 1
    done
    return 1
}

# On Wayland there is no picture: a compositor without a screen takes the window.
check_wayland() {
    local run=$work/root/home/user/run
    XDG_RUNTIME_DIR=$run weston --backend=headless-backend.so --socket=wayland-0 >"$work/weston.log" 2>&1 &
    processes+=("$!")
    check "a Wayland compositor starts" soon test -S "$run/wayland-0"
    chown 65534:65534 "$run/wayland-0"
    (on_debian QT_QPA_PLATFORM=wayland WAYLAND_DISPLAY=wayland-0 WAYLAND_DEBUG=1 \
        "$place/bundle/bin/heliograph" --profile wayland --hub "$hub") >"$work/wayland.log" 2>&1 &
    processes+=("$!")
    check "the monitor shows its window on Wayland" soon grep -q 'wl_surface@[0-9]*\.attach(wl_buffer' "$work/wayland.log"
}

# Nothing is mounted below the root, except /proc. A removal never leaves the file system, so that it cannot reach further.
end() {
    [ "${#processes[@]}" -eq 0 ] || kill "${processes[@]}" 2>/dev/null || true
    wait "${processes[@]}" 2>/dev/null || true
    display_end
    umount "$work/root/proc" || true
    rm -rf --one-file-system "$work/root"
}

main() {
    local suite
    case "${1:-}" in
        12) suite=bookworm ;;
        13) suite=trixie ;;
        *) sed -n 's/^#   //p' "$0" >&2 && exit 64 ;;
    esac
    [ "$(id -u)" -eq 0 ] || { echo "bundle.sh: needs root" >&2 && exit 1; }
    work=$root/build/bundle-$1
    file=${2:-$(ls "$root"/build/package/heliograph-*-linux-x86_64.tar.zst)}
    machine_prepare "$suite" "$desktop"
    # The ports, the display and the mounts are those of namespaces of its own, which end with the script.
    if [ -z "${HELIOGRAPH_ALONE:-}" ]; then
        exec env HELIOGRAPH_ALONE=1 unshare --net --mount --propagation private "$0" "$1" "$file"
    fi
    ip link set lo up
    trap end EXIT
    unpack
    mount -t proc proc "$work/root/proc"
    check_files
    check_hub
    check_tls
    check_monitor
    check_wayland
    printf '\nDebian %s: %d failed\n' "$1" "$failed"
    [ "$failed" -eq 0 ]
}

main "$@"
