#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs, uses, upgrades, removes and purges the Debian packages on a bare Debian, which systemd-nspawn boots, with the
# commands of the README. Also replaces a hub that was installed by hand. Needs root, the packages of `./dev setup proof` and about 2 GB. A picture of the monitor is kept in build/debian-12/monitor.png.
#
#   debian.sh 12|13 [folder]    folder: of the packages, build/package/deb by default (made by ./dev package)
#
# Exits with 77 if this machine cannot boot systemd in a container.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
root=$(cd "$here/../.." && pwd)
hub=http://127.0.0.1:4354

# shellcheck source=tests/packaging/check.sh
. "$here/check.sh"
# shellcheck source=packaging/desktop/display.sh
. "$root/packaging/desktop/display.sh"
# shellcheck source=tests/packaging/machine.sh
. "$here/machine.sh"
# shellcheck source=tests/packaging/predecessor.sh
. "$here/predecessor.sh"

# ── The files of the packages ───────────────────────────────────────────────────────────────────────────────────────

pages_are_good() {
    local page warnings
    for page in "$1"/usr/share/man/man?/*.gz; do
        warnings=$(MANWIDTH=80 MANROFFSEQ='' man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
        same "$warnings" ""
    done
}

# Every file belongs to one package.
files_are_disjoint() {
    local package
    same "$(for package in "${packages[@]}"; do
        dpkg-deb -c "$package" | awk '$1 !~ /^d/ { print $6 }'
    done | sort | uniq -d)" ""
}

check_files() {
    local unpacked=$work/unpacked package id=io.github.heliograph.Heliograph
    rm -rf "$unpacked"
    for package in "${packages[@]}"; do dpkg-deb -x "$package" "$unpacked"; done
    check "lintian has no error and no warning" lintian --no-cfg --allow-root --fail-on error,warning "${packages[@]}"
    check "each file belongs to one package" files_are_disjoint
    check "the desktop file is valid" desktop-file-validate "$unpacked/usr/share/applications/$id.desktop"
    check "the session bus starts the installed program" \
        contains "$unpacked/usr/share/dbus-1/services/$id.service" "Exec=/usr/bin/heliograph --service"
    check "the metainfo is valid" appstreamcli validate --no-net "$unpacked/usr/share/metainfo/$id.metainfo.xml"
    check "man has no warnings" pages_are_good "$unpacked"
    rm -rf "$unpacked"
}

# ── The machine ─────────────────────────────────────────────────────────────────────────────────────────────────────

# Usage: older <package> <out>. Makes the same package with a lower version.
older() {
    local folder
    folder=$(mktemp -d)
    dpkg-deb -R "$1" "$folder"
    sed -i 's/^Version: .*/Version: 0.0.1/' "$folder/DEBIAN/control"
    dpkg-deb --root-owner-group -b "$folder" "$2" >/dev/null
    rm -r "$folder"
}

# The packages of the last version and of an older one. apt asks nothing, and leaves out what is only recommended.
copy_packages() {
    local package
    mkdir -p "$work/root/packages/old"
    printf 'APT::Get::Assume-Yes "true";\nAPT::Install-Recommends "false";\n' >"$work/root/etc/apt/apt.conf.d/90proof"
    for package in "${packages[@]}"; do
        cp "$package" "$work/root/packages/"
        case "$package" in
            *-dbgsym_*) ;;
            *) older "$package" "$work/root/packages/old/$(basename "$package" | sed 's/_[^_]*_/_0.0.1_/')" ;;
        esac
    done
}

listing() { python3 -B "$here/listing.py" "$work/root"; }

# Usage: run <command>. Runs it in the folder of the older packages. $work/apt.log has what it prints.
run() {
    inside sh -c "cd /packages/old && $1" >"$work/apt.log" 2>&1 || { cat "$work/apt.log" && return 1; }
}

install() { run "apt-get install -q $1"; }

# Prints the commands of the README's section "Install it" that install the packages, without sudo and comments.
readme_installs() {
    cd "$root" && awk '/^## / { here = $0 == "## Install it" } here && /^```/ { blocks++ } here && blocks == 1 && !/^```/' \
        README.md | sed -E 's/ *#.*//; s/^sudo //'
}

# shellcheck disable=SC2016 # the backticks of Markdown
readme_purges() { cd "$root" && sed -n 's/.*`sudo \(apt purge [^`]*\)`.*/\1/p' README.md; }

nothing_listens() { ! inside grep -q ':1102 0.* 0A ' /proc/net/tcp /proc/net/tcp6; } # 4354 is 0x1102
hub_process() { inside systemctl show -p MainPID --value heliographd.service; }
user_of_hub() { inside stat -c %U "/proc/$(hub_process)"; }

# The file of the package with no key as a comment.
every_key_is_good() {
    # shellcheck disable=SC2016 # expanded in the machine
    inside sh -ec 'folder=$(mktemp -d); sed -E "s/^#(\[|[a-z_0-9]+ = )/\1/" /etc/heliograph/hub.toml >"$folder/hub.toml"
        head -c 32 /dev/urandom | base64 >"$folder/farm.secret"; chmod 600 "$folder/farm.secret"
        heliographd --check --config "$folder/hub.toml"; rm -r "$folder"'
}

check_installation() {
    check "README: ${readme[0]}" run "${readme[0]}"
    check "README: ${readme[1]}" run "${readme[1]}"
    check "the installation names the command that opens the hub" contains "$work/apt.log" "${readme[2]}"
    check "apt installs the documents" install "./heliograph-doc_*.deb"
    check "nothing listens after the installation" nothing_listens
    check "the socket is not enabled" same "$(inside systemctl is-enabled heliographd.socket)" disabled
    check "the units are correct" inside systemd-analyze --man=no verify heliographd.service heliographd.socket
    check "the unit of a personal hub is correct" inside env XDG_RUNTIME_DIR=/run \
        systemd-analyze --user --man=no verify heliographd.service
    check "systemd rates the exposure at most 2.0" inside systemd-analyze security --threshold=20 heliographd.service
    check "the configuration is good" inside heliographd --check --config /etc/heliograph/hub.toml
    check "its keys are good when they are no comments" every_key_is_good
}

stream_is_complete() {
    inside timeout 20 helio tail package-1 --since all --json >"$work/stream" || true
    contains "$work/stream" '"progress"' && contains "$work/stream" '"completed"'
}

# Usage: completed <word…>. Prints what bash offers for the last word.
completed() {
    # shellcheck disable=SC2016 # expanded in the machine
    inside bash -c 'source /usr/share/bash-completion/bash_completion
        source /usr/share/bash-completion/completions/helio
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE=$* COMP_POINT=${#COMP_LINE}
        _helio && printf "%s\n" "${COMPREPLY[@]}"' bash "$@"
}

check_use() {
    check "README: ${readme[2]}" run "${readme[2]}"
    check "a first request starts the hub" inside helio publish package-1 progress --progress 5 --create generic
    check "the hub runs as its user" same "$(user_of_hub)" heliograph
    check "the database is private" same "$(inside stat -c '%a %U' /var/lib/heliograph)" "700 heliograph"
    check "bash completes the jobs of the hub" same "$(completed helio wait pack)" package-1
    check "an end is published" inside helio publish package-1 completed
    check "a stream has every event" stream_is_complete
    check "helio doctor finds no fault" inside helio doctor
    check "a changed configuration is reloaded" inside sh -c \
        'printf "[limits]\nheartbeat_s = 20\n" >>/etc/heliograph/hub.toml && systemctl reload heliographd'
}

# The monitor follows the hub on a display of this machine's Xvfb, in the network of the machine under test.
check_monitor() {
    display_start "$work/display" 1440x900 nsenter --target "$leader" --net
    check "the monitor starts" inside systemd-run --quiet --collect --unit=monitor -E HOME=/root \
        -p RuntimeDirectory=monitor -p RuntimeDirectoryMode=0700 -E XDG_RUNTIME_DIR=/run/monitor -E DISPLAY="$display" \
        heliograph --hub "$hub"
    check "the monitor shows its window" display_shot "$work/display" "$work/monitor.png"
    check "the monitor ends" inside systemctl stop monitor.service
    check "the monitor logs no fault" same "$(inside journalctl -q -o cat _SYSTEMD_UNIT=monitor.service)" ""
    display_end
    inside rm -rf /root/.config /root/.local /root/.cache
}

publish_many() {
    local batch=$work/batch
    seq 1000 | sed 's/.*/{"job_id":"many-&","type":"log","message":"line &"}/' >"$batch"
    for _ in $(seq 100); do
        nsenter --target "$leader" --net curl -sf --data-binary "@$batch" "$hub/api/v1/events:batch" >/dev/null
    done
}

# Asks the hub until $work/upgraded exists, each time by a new connection. Writes the failures to $work/refused. Does not
# ask /readyz: the old hub answers it 503 while it drains.
ask_meanwhile() {
    while [ ! -e "$work/upgraded" ]; do
        nsenter --target "$leader" --net curl -sSf --max-time 20 "$hub/healthz" >/dev/null 2>>"$work/refused" || true
    done
}

check_upgrade() {
    local before asking
    check "100 000 events are published" publish_many
    before=$(hub_process)
    rm -f "$work/upgraded" "$work/refused"
    ask_meanwhile &
    asking=$!
    check "apt upgrades the packages" install "/packages/*.deb"
    touch "$work/upgraded"
    wait "$asking"
    check "no connection is refused meanwhile" same "$(sort -u "$work/refused")" ""
    check "the new version runs" refused same "$(hub_process)" "$before"
    check "changed configuration is kept" inside grep -q 'heartbeat_s = 20' /etc/heliograph/hub.toml
    check "data is kept" stream_is_complete
}

# Usage: schema <version>. Sets the schema that the database claims to have, and prints the former one.
schema() {
    python3 - "$work/root/var/lib/heliograph/heliograph.db" "$1" <<'PYTHON'
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
print(database.execute("PRAGMA user_version").fetchone()[0])
database.execute(f"PRAGMA user_version = {sys.argv[2]}")
database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
PYTHON
}

# Usage: first_schema <file>. Makes a database as the first version of the hub did, with one job of 100 000 events.
first_schema() {
    python3 - "$1" "$root/resources/migrations/0001_initial.sql" <<'PYTHON'
import sqlite3, sys, time
database = sqlite3.connect(sys.argv[1])
database.executescript(open(sys.argv[2], encoding="utf-8").read())
begin = int(time.time() * 1000) - 3_600_000
end = begin + 99_999
database.executescript(f"""
PRAGMA user_version = 1;
INSERT INTO meta (one, epoch, last_ms, events) VALUES (1, 'old', {end}, 100000);
INSERT INTO events (ms, n, topic, type, kind, name, owner, data)
    WITH RECURSIVE list (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM list WHERE i < 99999)
    SELECT {begin} + i, 0, 'job/first', iif(i = 0, 'queued', 'log'), 'image', '', '', '{{"job_id":"first"}}'
    FROM list;
INSERT INTO jobs VALUES ('first', 'image', 'queued', 0, NULL, NULL, '', '', 1, '', '', {begin}, 0, {end}, 0, '', '', '',
    '', {end}, 0, 0, 0, '');
INSERT INTO attempts VALUES ('first', 1, '', 0, 0, 'queued')""")
PYTHON
}

migrated_events() { inside timeout 20 helio tail first --since all --json | grep -c '"type":"log"'; }

# The upgraded hub finds a database of the first schema. Afterwards it has its own data again.
check_migration() {
    local data=$work/root/var/lib/heliograph
    inside systemctl stop heliographd.socket heliographd.service 2>/dev/null
    mv "$data" "$data.kept"
    mkdir -m 700 "$data"
    first_schema "$data/heliograph.db"
    chown -R --reference="$data.kept" "$data"
    inside systemctl start heliographd.socket
    inside helio jobs --json >"$work/migrated" || true
    check "a database of the first schema is migrated" contains "$work/migrated" '"job_id":"first"'
    check "it keeps its 100 000 events" same "$(migrated_events)" 99999
    inside systemctl stop heliographd.socket heliographd.service 2>/dev/null
    rm -rf "$data"
    mv "$data.kept" "$data"
    inside systemctl start heliographd.socket
}

digest() { sha256sum <"$work/root/var/lib/heliograph/heliograph.db"; }

# An older version sees a database of a newer one.
check_downgrade() {
    local known before
    inside systemctl stop heliographd.socket heliographd.service 2>/dev/null
    known=$(schema 999)
    chown --reference="$work/root/var/lib/heliograph" "$work"/root/var/lib/heliograph/*
    before=$(digest)
    check "a newer database is refused" refused inside systemctl start heliographd.service
    inside systemctl stop heliographd.service
    inside journalctl -q -o cat -u heliographd.service >"$work/journal"
    check "the journal says why" contains "$work/journal" "was written by a newer version"
    check "the newer database is left as it is" same "$(digest)" "$before"
    schema "$known" >/dev/null
    chown --reference="$work/root/var/lib/heliograph" "$work"/root/var/lib/heliograph/*
    inside systemctl reset-failed heliographd.service heliographd.socket || true
    check "the hub starts again" inside systemctl start heliographd.socket heliographd.service
}

check_removal() {
    local names
    names=$(for package in "${packages[@]}"; do dpkg-deb -f "$package" Package; done | paste -sd ' ')
    check "apt removes the packages" inside sh -c "apt-get remove -qy $names"
    check "nothing listens after the removal" nothing_listens
    check "removal keeps the data" inside test -s /var/lib/heliograph/heliograph.db
    check "removal keeps the configuration" inside test -s /etc/heliograph/hub.toml
    check "README: $(readme_purges)" run "$(readme_purges)"
    check "the user is gone" refused inside getent passwd heliograph
    inside systemctl daemon-reload
    listing >"$work/after"
    check "the file system is as it was" diff "$work/before" "$work/after"
}

main() {
    local suite dependencies
    case "${1:-}" in
        12) suite=bookworm ;;
        13) suite=trixie ;;
        *) sed -n 's/^#   //p' "$0" >&2 && exit 64 ;;
    esac
    [ "$(id -u)" -eq 0 ] || { echo "debian.sh: needs root" >&2 && exit 1; }
    work=$root/build/debian-$1 log=$work/boot.log
    mapfile -t packages < <(ls "${2:-$root/build/package/deb}"/*.deb)
    [ "${#packages[@]}" -gt 0 ] || { echo "debian.sh: no packages; run ./dev package first" >&2 && exit 1; }
    mapfile -t readme < <(readme_installs)
    dependencies=$(for package in "${packages[@]}"; do dpkg-deb -f "$package" Depends; done |
        sed -E 's/heliograph[a-z-]* \(= [^)]*\)//' | grep . | paste -sd ,)
    machine_prepare "$suite" "$dependencies, systemd, passwd, bash-completion"
    check_files
    trap 'display_end; machine_end' EXIT
    machine_boot || { echo "debian.sh: skipped, systemd does not boot here, see $log" >&2 && exit 77; }
    copy_packages
    listing >"$work/before"
    check_installation
    check_use
    check_monitor
    check_upgrade
    check_migration
    check_downgrade
    check_removal
    check_predecessor
    printf '\nDebian %s: %d failed\n' "$1" "$failed"
    [ "$failed" -eq 0 ]
}

main "$@"
