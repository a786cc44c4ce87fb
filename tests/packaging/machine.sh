# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A bare Debian machine in a folder, booted by systemd-nspawn with a network of its own, for debian.sh. The caller sets
# `work` (kept between runs) and `log`. qt68.sh uses the first two functions.
# shellcheck shell=bash disable=SC2154

# Prints the Debian mirror that apt of this machine uses, or nothing. Without one, mmdebstrap and debootstrap use their own.
mirror() {
    # shellcheck disable=SC2016 # apt's placeholders
    apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 2>/dev/null |
        grep -Ev 'security|updates|backports' | head -n 1 || true
}

# Usage: copy_network <folder>. Copies the network settings of this machine: name resolution and apt's proxy.
copy_network() {
    cp -L /etc/resolv.conf /etc/hosts "$1/etc/"
    apt-config dump | grep -E '^Acquire::(http|https)::[Pp]roxy' >"$1/etc/apt/apt.conf.d/99proxy" || true
}

# Usage: machine_prepare <suite> <dependencies>. Makes $work/base, with the dependencies installed.
machine_prepare() {
    local base=$work/base from
    if [ ! -x "$base/usr/bin/apt-get" ]; then
        mkdir -p "$work"
        mapfile -t from < <(mirror)
        if command -v mmdebstrap >/dev/null; then
            mmdebstrap --quiet --mode=root --variant=apt "$1" "$base" "${from[@]}"
        else
            debootstrap --variant=minbase "$1" "$base" "${from[@]}"
        fi
    fi
    [ "$(cat "$base/.dependencies" 2>/dev/null)" != "$2" ] || return 0
    copy_network "$base"
    chroot "$base" apt-get update -q
    chroot "$base" env DEBIAN_FRONTEND=noninteractive apt-get satisfy -qy --no-install-recommends "$2"
    echo "$2" >"$base/.dependencies"
}

# Boots a copy of $work/base, $work/root. Returns false if systemd does not come up within a minute.
machine_boot() {
    rm -rf --one-file-system "$work/root"
    cp -a --reflink=auto "$work/base" "$work/root"
    # systemd 256 and later needs the last word where this machine has no cgroup v2.
    systemd-nspawn --quiet --boot --directory "$work/root" --machine "heliograph-$$" --private-network --register=no \
        --keep-unit SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1 </dev/null >"$log" 2>&1 &
    nspawn=$!
    for _ in $(seq 60); do
        sleep 1
        leader=$(pgrep -P "$nspawn" | head -n 1) || continue
        case $(inside systemctl is-system-running 2>/dev/null) in
            running | degraded) return 0 ;;
        esac
    done
    return 1
}

# Runs a command inside of the machine.
inside() {
    nsenter --target "$leader" --all env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

# Ends the machine and removes it.
machine_end() {
    if [ -n "${nspawn:-}" ] && kill -0 "$nspawn" 2>/dev/null; then
        kill -TERM "$nspawn"
        sleep 1
        kill -TERM "$nspawn" 2>/dev/null || true
        wait "$nspawn" 2>/dev/null || true
    fi
    rm -rf --one-file-system "$work/root"
}
