# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dependency rule of ARCHITECTURE.md as a table, and functions that find violations in a
tree."""

import re
from pathlib import Path

# Folder -> (folders it may include, libraries it may link), besides itself. A single header may be
# named too.
LAYERS = {
    "hub/base": ((), ("Qt6::Core",)),
    "hub/crypto": (("hub/base",), ("Qt6::Core", "OpenSSL::Crypto")),
    "hub/json": (("hub/base",), ("Qt6::Core",)),
    "hub/wire": (("hub/json", "hub/base"), ("Qt6::Core", "ZLIB::ZLIB")),
    "hub/filter": (("hub/wire", "hub/json", "hub/base"), ("Qt6::Core",)),
    "hub/auth": (("hub/crypto", "hub/wire", "hub/json", "hub/base"), ("Qt6::Core", "Qt6::Network")),
    "hub/core": (("hub/filter", "hub/wire", "hub/json", "hub/base"), ("Qt6::Core",)),
    "hub/sqlite": (("hub/wire", "hub/base"), ("Qt6::Core", "SQLite::SQLite3")),
    "hub/tables": (("hub/sqlite", "hub/core", "hub/wire", "hub/json", "hub/base"), ("Qt6::Core",)),
    "hub/acceptor": (("hub/tables", "hub/sqlite", "hub/core", "hub/wire", "hub/base"), ("Qt6::Core",)),
    "hub/store": (
        ("hub/acceptor", "hub/tables", "hub/sqlite", "hub/core", "hub/filter", "hub/wire", "hub/base"),
        ("Qt6::Core",),
    ),
    "hub/source": (("hub/crypto", "hub/wire", "hub/json", "hub/base"), ("Qt6::Core",)),
    "hub/loop": (("hub/base",), ("Qt6::Core",)),
    "hub/net": (
        ("hub/core/limitnotices.h", "hub/core/streamsink.h", "hub/crypto", "hub/loop", "hub/base"),
        ("Qt6::Core", "Qt6::Network"),
    ),
    "hub/http": (
        ("hub/net", "hub/auth", "hub/core", "hub/loop", "hub/wire", "hub/base"),
        ("Qt6::Core", "Qt6::Network", "Qt6::HttpServer"),
    ),
    "hub/service": (("hub/core", "hub/source", "hub/auth", "hub/wire", "hub/json", "hub/base"), ("Qt6::Core",)),
    "hub/api": (
        ("hub/service", "hub/http", "hub/auth", "hub/crypto", "hub/core", "hub/source", "hub/filter",
         "hub/wire", "hub/json", "hub/base"),
        ("Heliograph::WebResources", "Qt6::Core"),
    ),
    "ui/client": (("hub/wire", "hub/json", "hub/base"), ("Qt6::Core", "Qt6::Network")),
    "ui/models": (("ui/client", "hub/filter", "hub/wire", "hub/json", "hub/base"), ("Qt6::Core", "Qt6::Gui")),
    "ui/widgets": (("ui/models", "ui/client"), ("Qt6::Core", "Qt6::Gui", "Qt6::Widgets", "Qt6::Svg", "Qt6::Charts",
                                             "Qt6::DBus")),
}

# Foreign headers that only these folders (and the tests) may include.
CONFINED = {
    re.compile(r"Q(Abstract)?HttpServer\w*"): ("hub/http", "app/sim"),
    re.compile(r"sqlite3\.h"): ("hub/sqlite",),
    re.compile(r"toml\+\+/.*"): ("app",),
    re.compile(r"openssl/.*"): ("hub/crypto",),
    re.compile(r"zlib\.h"): ("hub/wire",),
    re.compile(r"qt6keychain/.*"): ("app/monitor",),
    re.compile(r"QtCharts/.*|QChart\w*|Q(Line|Area|Bar)Series|QValueAxis"): ("ui/widgets",),
}

# Qt's decoders change text: they drop a U+FEFF at its start and a sequence that is cut off at its
# end. Decoder -> the only file that may use it, for a function that all others call.
DECODERS = {
    re.compile(r"QString::from(Utf8|StdString|Local8Bit)\b|\bQ(StringDecoder|TextStream)\b"): "hub/base/utf8.cpp",
    re.compile(r"\bQJsonDocument::fromJson\b"): "hub/json/jsondocument.cpp",
}
DECODING_FOLDERS = ("app/", "hub/", "ui/")

# Headers of the C library that standard C++ does not have -> the endings of the files that may
# include them. heliograph_seams() in resources/cmake/targets.cmake chooses between the files.
LINUX_HEADER = re.compile(
    r"linux/.*|systemd/.*|malloc\.h|sys/(auxv|epoll|eventfd|fanotify|inotify|prctl|random|sendfile|signalfd|syscall"
    r"|sysinfo|timerfd)\.h")
POSIX_HEADER = re.compile(
    r"(arpa|net|netinet|sys)/.*|(dirent|dlfcn|fcntl|grp|ifaddrs|netdb|poll|pthread|pwd|sched|semaphore|spawn|strings"
    r"|syslog|termios|unistd|utime)\.h")
SYSTEM_FOLDERS = ("app/", "hub/", "ui/")

# Folders whose code must not name a namespace.
HIDDEN_NAMESPACES = {"ui/widgets": "hub"}

SOURCE_FOLDERS = ("app", "hub", "ui", "resources", "tests", "packaging")
BANNER_SUFFIXES = (".h", ".cpp", ".cmake", ".py", ".sh", ".js", ".mjs", ".css", ".sql")
SIZED_SUFFIXES = (".h", ".cpp", ".py", ".sh", ".js", ".mjs", ".css")
MOST_LINES = 400

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
LINK = re.compile(r"\b(?:heliograph_library|target_link_libraries)\s*\(\s*(\w+)([^)]*)\)")
LINK_WORDS = {"LINK", "PRIVATE_LINK", "PUBLIC", "PRIVATE", "INTERFACE"}


def sources(root: Path, suffixes):
    for top in SOURCE_FOLDERS:
        for path in sorted((root / top).rglob("*")):
            hidden = {"node_modules", "build"} & set(path.relative_to(root).parts)
            if path.is_file() and not hidden and (path.suffix in suffixes or path.name in suffixes):
                yield path


def folder_of(path: str) -> str:
    """Returns the layer that a path belongs to: its first two parts."""
    return "/".join(path.split("/")[:2])


def wrong_include(file: str, header: str):
    own = folder_of(file)
    if file.startswith(("app/", "tests/")):
        return None
    if header.startswith("app/"):
        return "nothing includes app"
    if own not in LAYERS:
        return f"{own} is not a layer"
    if folder_of(header) == own:
        return None
    if not header.startswith(("hub/", "ui/")):
        return f'"{header}" is not written from the root'
    allowed = LAYERS[own][0]
    if folder_of(header) in allowed or header in allowed:
        return None
    return f"{own} must not include {header}"


def wrong_foreign(file: str, header: str):
    if file.startswith("tests/"):
        return None
    for pattern, homes in CONFINED.items():
        if pattern.fullmatch(header) and not file.startswith(tuple(home + "/" for home in homes)):
            return f"<{header}> belongs to {' and '.join(homes)} alone"
    return None


def include_faults(root: Path):
    for path in sources(root, (".h", ".cpp")):
        file = path.relative_to(root).as_posix()
        for own, foreign in INCLUDE.findall(path.read_text(encoding="utf-8")):
            fault = wrong_include(file, own) if own else wrong_foreign(file, foreign)
            if fault:
                yield f"{file}: {fault}"


def wrong_system(file: str, header: str):
    if not file.startswith(SYSTEM_FOLDERS) or file.endswith("_linux.cpp"):
        return None
    if LINUX_HEADER.fullmatch(header):
        return f"<{header}> belongs in a file that ends in _linux.cpp"
    if POSIX_HEADER.fullmatch(header) and not file.endswith("_unix.cpp"):
        return f"<{header}> belongs in a file that ends in _linux.cpp or _unix.cpp"
    return None


def system_faults(root: Path):
    for path in sources(root, (".h", ".cpp")):
        file = path.relative_to(root).as_posix()
        for _, foreign in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if foreign and (fault := wrong_system(file, foreign)):
                yield f"{file}: {fault}"


def decoder_faults(root: Path):
    for path in sources(root, (".h", ".cpp")):
        file = path.relative_to(root).as_posix()
        code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
        for pattern, home in DECODERS.items():
            if file.startswith(DECODING_FOLDERS) and file != home and (found := pattern.search(code)):
                yield f"{file}: {found[0]} changes text, use what {home} has"


def namespace_faults(root: Path):
    for path in sources(root, (".h", ".cpp")):
        file = path.relative_to(root).as_posix()
        name = HIDDEN_NAMESPACES.get(folder_of(file))
        code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
        if name and re.search(rf"\b{name}\s*::|\bnamespace\s+{name}\b", code):
            yield f"{file}: {folder_of(file)} must not use the namespace {name}"


def target_of(folder: str) -> str:
    """Returns the target of a folder: `Hub::Core` for `hub/core`."""
    return "::".join(word.capitalize() for word in folder.split("/"))


def links(text: str):
    """Yields (target, library) for every library on a link line."""
    text = re.sub(r"#.*", "", text)
    for target, rest in LINK.findall(text):
        linking = False
        for word in rest.split():
            if word in LINK_WORDS or word == "SOURCES":
                linking = word != "SOURCES"
            elif linking:
                yield target, word


def link_faults(root: Path):
    for folder, (includes, libraries) in LAYERS.items():
        lists = root / folder / "CMakeLists.txt"
        if not lists.is_file():
            continue
        allowed = {target_of(folder_of(name)) for name in includes} | set(libraries)
        for target, library in links(lists.read_text(encoding="utf-8")):
            if target == folder.replace("/", "_") and library not in allowed:
                yield f"{folder}/CMakeLists.txt: {target} must not link {library}"


def banner_faults(root: Path):
    for path in sources(root, BANNER_SUFFIXES + ("CMakeLists.txt",)):
        head = path.read_text(encoding="utf-8").splitlines()[:3]
        for word in ("SPDX-FileCopyrightText: 2026 The Heliograph authors",
                     "SPDX-License-Identifier: GPL-3.0-or-later"):
            if not any(word in line for line in head):
                yield f"{path.relative_to(root)}: no {word.split(':')[0]} line at its head"


def size_faults(root: Path):
    for path in sources(root, SIZED_SUFFIXES):
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > MOST_LINES:
            yield f"{path.relative_to(root)}: {lines} lines, more than {MOST_LINES}"
