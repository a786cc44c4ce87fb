#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the tree against Qt 6.8 and runs its unit and integration tests, in a Debian 13 chroot made by debootstrap.
# Needs root, debootstrap and about 3 GB of disk space. Not part of CI.
#
#   qt68.sh [--prepare | --configure] [folder]      folder: build/trixie by default, kept for the next time
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
folder=$root/build/trixie
last="test"

# shellcheck source=tests/packaging/machine.sh
. "$root/tests/packaging/machine.sh"

usage() {
    sed -n 's/^#   //p' "$0" >&2
    exit 64
}

parse() {
    while [ $# -gt 0 ]; do
        case "$1" in
            --prepare | --configure) last=${1#--} ;;
            -*) usage ;;
            *) folder=$(realpath -m "$1") ;;
        esac
        shift
    done
}

in_chroot() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 chroot "$folder" "$@"; }

bootstrap() {
    [ -x "$folder/usr/bin/apt-get" ] && [ ! -d "$folder/debootstrap" ] && return 0
    mkdir -p "$folder"
    local from
    mapfile -t from < <(mirror)
    debootstrap --variant=minbase trixie "$folder" "${from[@]}"
}

mount_all() {
    mkdir -p "$folder/src" "$folder/build"
    mount --bind "$root" "$folder/src"
    mount -o remount,bind,ro "$folder/src"
    mount -t proc proc "$folder/proc"
    mount -t devpts -o ptmxmode=0666 devpts "$folder/dev/pts" # for script(1)
    mount -t tmpfs tmpfs "$folder/dev/shm" 2>/dev/null || true
}

provision() {
    local packages stamp=$folder/var/lib/heliograph-packages
    packages="$("$root/dev" packages build) curl openssl"
    [ "$(cat "$stamp" 2>/dev/null)" = "$packages" ] && return 0
    in_chroot apt-get update -q
    # shellcheck disable=SC2086 # a list of words
    in_chroot env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $packages
    echo "$packages" >"$stamp"
}

# GCC 14 warns of null pointers inside QHash by mistake. Other warnings remain errors.
configure() {
    in_chroot cmake -S /src -B /build -G Ninja -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g1" \
        -DHELIOGRAPH_WERROR=ON -DCMAKE_CXX_FLAGS=-Wno-error=null-dereference \
        -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold
}

build_and_test() {
    in_chroot cmake --build /build -j "${HELIOGRAPH_JOBS:-$(nproc)}" -- -k 0
    in_chroot ctest --test-dir /build --output-on-failure --no-tests=error -L '^(unit|integration)$'
}

main() {
    parse "$@"
    [ "$(id -u)" -eq 0 ] || { echo "qt68.sh: needs root" >&2 && exit 1; }
    if [ -z "${HELIOGRAPH_MOUNTS:-}" ]; then
        # In a mount namespace of its own, the mounts end with the script, however it ends.
        exec env HELIOGRAPH_MOUNTS=1 unshare --mount --propagation private "$0" "$@"
    fi
    bootstrap
    mount_all
    copy_network "$folder"
    provision
    if [ "$last" = prepare ]; then exit 0; fi
    configure
    if [ "$last" = configure ]; then exit 0; fi
    build_and_test
}

main "$@"
