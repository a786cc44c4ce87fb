# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A hub that `cmake --install` of an earlier version put below /usr/local, and the package that takes its place. That
# version had DynamicUser=yes, so its data is in /var/lib/private. For debian.sh, which sets `hub` and `packages`.
# shellcheck shell=bash disable=SC2154

# Usage: of_hub <file>. Prints a file of the hub's package.
of_hub() { dpkg-deb --fsys-tarfile "$work"/root/packages/heliograph-hub_*.deb | tar -xO "./$1"; }

predecessor_start() {
    local place=$work/root/usr/local units=usr/lib/systemd/system
    mkdir -p "$place/bin" "$place/etc/heliograph" "$place/lib/systemd/system"
    of_hub usr/bin/heliographd >"$place/bin/heliographd"
    chmod 755 "$place/bin/heliographd"
    echo >"$place/etc/heliograph/hub.toml"
    of_hub $units/heliographd.socket >"$place/lib/systemd/system/heliographd.socket"
    of_hub $units/heliographd.service | sed 's,/usr/bin/,/usr/local/bin/,; s,/etc/,/usr/local/etc/,
        s/^User=heliograph/DynamicUser=yes/; /^PrivateUsers=/d; /^ProcSubset=/d' \
        >"$place/lib/systemd/system/heliographd.service"
    inside systemctl daemon-reload
    inside systemctl enable --now heliographd.socket
    nsenter --target "$leader" --net curl -sSf -d '{"job_id":"kept-1"}' "$hub/api/v1/jobs"
}

# The commands of resources/docs/deployment.md.
predecessor_replace() {
    inside sh -ec 'systemctl disable --now heliographd.socket heliographd.service
        rm /usr/local/lib/systemd/system/heliographd.* /usr/local/bin/heliographd
        systemctl daemon-reload
        chown -R heliograph: /var/lib/heliograph/
        systemctl enable --now heliographd.socket'
}

predecessor_remove() {
    inside apt-get purge -qy heliograph-hub heliograph-cli
    rm -r "$work/root/usr/local/etc/heliograph"
    rmdir --ignore-fail-on-non-empty "$work"/root/usr/local/lib/systemd/{system,}
    inside systemctl daemon-reload
    listing >"$work/after"
    diff "$work/before" "$work/after"
}

check_predecessor() {
    local before folder=/var/lib/heliograph
    check "a hub that was installed by hand starts" predecessor_start
    check "its data belongs to a user of this start" same "$(inside readlink $folder)" private/heliograph
    before=$(hub_process)
    check "apt installs the package beside it" install "/packages/heliograph-hub_*.deb /packages/heliograph-cli_*.deb"
    check "the installation names the unit that hides its own" \
        contains "$work/apt.log" /usr/local/lib/systemd/system/heliographd.service
    check "the hub goes on" same "$(hub_process)" "$before"
    check "the hub of the package takes its place" predecessor_replace
    inside helio jobs --json >"$work/jobs" || true
    check "the hub of the package has its data" contains "$work/jobs" '"job_id":"kept-1"'
    check "the data belongs to the user of the package" \
        same "$(inside stat -c '%F %a %U' $folder)" "directory 700 heliograph"
    check "the hub runs as this user" same "$(user_of_hub)" heliograph
    check "a purge leaves nothing" predecessor_remove
}
