# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies Qt's plugins, its translations and all shared libraries that the programs of a bundle need: libraries.py BUNDLE.

Prints a line "file in the bundle, tab, file that it is a copy of" for each copy. The copies have the bytes of Debian's
files. The programs find them by their own DT_RPATH, which also counts for libraries that libraries need."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

QT = Path("/usr/lib/x86_64-linux-gnu/qt6/plugins")
# Qt's own texts, such as those of buttons, in the languages of the monitor. The monitor has its own texts inside.
TEXTS = Path("/usr/share/qt6/translations")
TRANSLATIONS = ["qtbase_de.qm"]
PLUGINS = [
    "platforms/libqxcb.so",  # X11
    "platforms/libqwayland-generic.so",  # Wayland, drawn in shared memory: needs no graphics driver
    "wayland-shell-integration/libxdg-shell.so",  # windows on Wayland
    "wayland-decoration-client/libbradient.so",  # title bars where the compositor draws none
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",  # dead keys
    "platforminputcontexts/libibusplatforminputcontextplugin.so",  # input methods
    "tls/libqopensslbackend.so",  # https
    "networkinformation/libqnetworkmanager.so",  # tells the monitor that the network is back
    "iconengines/libqsvgicon.so",  # the icons of the monitor
    "imageformats/libqsvg.so",
    "imageformats/libqgif.so",  # results of jobs; PNG and BMP need no plugin
    "imageformats/libqjpeg.so",
    "imageformats/libqwebp.so",
]
# Libraries that plugins and other libraries open by name when they are used.
OPENED = [
    "libssl.so.3",
    "libsecret-1.so.0",  # libqt6keychain opens it to reach the desktop's keyring; KWallet needs no library
]

# Libraries that the host must have. Every Debian has them: dpkg, apt or the C++ runtime needs them.
C_LIBRARY = "belongs to the host's loader and its name services"
COMPILER = "a newer one of the host serves older programs, and a process can have only one"
BASE = "dpkg or apt needs it, so the host has it and keeps it up to date"
HOST = {
    "ld-linux-x86-64.so.2": C_LIBRARY,
    "libc.so.6": C_LIBRARY,
    "libm.so.6": C_LIBRARY,
    "libdl.so.2": C_LIBRARY,
    "libpthread.so.0": C_LIBRARY,
    "librt.so.1": C_LIBRARY,
    "libresolv.so.2": C_LIBRARY,
    "libgcc_s.so.1": COMPILER,
    "libstdc++.so.6": COMPILER,
    "libz.so.1": BASE,
    "libzstd.so.1": BASE,
    "liblzma.so.5": BASE,
    "libpcre2-8.so.0": BASE,
    "libselinux.so.1": BASE,
    "libsystemd.so.0": "apt needs it, and its version must fit systemd of the host",
}
# Graphics drivers (libEGL_mesa, libGLX_mesa, dri) are the host's as well. Only libEGL, libGLX and libOpenGL open them,
# and only for programs that draw by OpenGL, which the monitor does not. These three are glvnd's and are copied, because
# Qt needs them at its start and a desktop may lack one.


def read(*command) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def needed(file) -> list:
    """Returns the names of the libraries that a file needs. Ends the program if the file has a search path: the
    libraries of such a file would not be found in the bundle."""
    text = read("readelf", "--dynamic", "--wide", str(file))
    if "(RUNPATH)" in text:
        sys.exit(f"libraries.py: {file} has a search path of its own")
    return re.findall(r"\(NEEDED\).*\[(.*)\]", text)


def known_libraries() -> dict:
    """Returns name -> path of Debian's libraries on this machine. Leaves out those below /usr/local."""
    return {name: Path(path).resolve() for name, path in
            re.findall(r"^\s*(\S+) \(.*\) => ((?:/usr)?/lib/x86_64-linux-gnu/\S+)$", read("/sbin/ldconfig", "-p"),
                       re.MULTILINE)}


def closure(files) -> list:
    """Returns (name, path) of each library outside HOST that the files need, or that such a library needs, sorted."""
    known, found, waiting = known_libraries(), set(), [*OPENED, *(name for file in files for name in needed(file))]
    while waiting:
        name = waiting.pop()
        if name in HOST or name in found:
            continue
        if name not in known:
            sys.exit(f"libraries.py: {name} is not installed")
        found.add(name)
        waiting += needed(known[name])
    return [(name, known[name]) for name in sorted(found)]


def copy(source, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o644)


def main():
    bundle = Path(sys.argv[1])
    plugins = [(Path("plugins") / name, QT / name) for name in PLUGINS]
    copies = [*plugins, *((Path("translations") / name, TEXTS / name) for name in TRANSLATIONS)]
    missing = [str(source) for _, source in copies if not source.exists()]
    if missing:
        sys.exit(f"libraries.py: not installed: {' '.join(missing)}")
    programs = sorted(file for file in (bundle / "bin").iterdir() if file.read_bytes()[:4] == b"\x7fELF")
    copies += [(Path("lib") / name, path) for name, path in closure([*programs, *(source for _, source in plugins)])]
    for target, source in copies:
        copy(source, bundle / target)
        print(target, source, sep="\t")


if __name__ == "__main__":
    main()
