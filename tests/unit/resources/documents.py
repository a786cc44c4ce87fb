# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads documents, and the configuration keys and metrics of the sources, and finds where they differ."""

import re
from pathlib import Path

FOLDERS = ("app", "hub", "ui", "resources", "tests", "packaging")
SUFFIXES = (".h", ".cpp", ".md", ".py", ".sh", ".js", ".mjs", ".cmake", ".txt", ".in", ".toml", ".yaml", ".service",
            ".socket", ".conf")
README_LINES = 150

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
MENTION = re.compile(r"(?<![\w./-])((?:[\w.-]+/)*[\w-]+\.md)(#[\w-]+)?")
UNITS = {"": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40}


def files(root: Path):
    """Every text file of the tree that may name a document. These tests are left out: they name made-up ones."""
    yield from sorted(root.glob("*.md"))
    for top in FOLDERS:
        for path in sorted((root / top).rglob("*")):
            skipped = {"node_modules", "build"} & set(path.relative_to(root).parts)
            own = path.stem in ("documents", "tst_documents")
            if path.is_file() and not skipped and not own and path.suffix in SUFFIXES:
                yield path


# ── Links and mentions ──────────────────────────────────────────────────────────────────────────────────────────────


def prose(text: str) -> str:
    """A Markdown document without its code blocks."""
    return re.sub(r"^(```|~~~).*?^\1", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(document: Path) -> set:
    """The `#section` names of a document, as GitHub makes them of its headings."""
    found = {}
    for heading in re.findall(r"^#{1,6} +(.+?) *#* *$", prose(document.read_text(encoding="utf-8")), re.MULTILINE):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        name = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        count = found[name] = found.get(name, -1) + 1
        if count:
            found[f"{name}-{count}"] = 0
    return set(found)


def section_fault(document: Path, section: str):
    if section and section.lstrip("#") not in anchors(document):
        return f"{document.name} has no section {section}"
    return None


def link_faults(root: Path):
    """Links of Markdown documents to files and sections that do not exist."""
    for path in files(root):
        if path.suffix != ".md":
            continue
        for target in LINK.findall(prose(path.read_text(encoding="utf-8"))):
            if re.match(r"[a-z]+:", target):
                continue
            name, _, section = target.partition("#")
            document = path.parent / name if name else path
            if not document.exists():
                yield f"{path.relative_to(root)}: {target} does not exist"
            elif section and (fault := section_fault(document, section)):
                yield f"{path.relative_to(root)}: {fault}"


def comments(path: Path) -> str:
    """The text of a file that may name documents: of C++ only its comments, since strings are data."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix not in (".h", ".cpp"):
        return text
    return "\n".join(re.findall(r"//.*", text))


def mention_faults(root: Path):
    """Documents that a comment or a document names by a file name (`streams.md#section`) and that do not exist."""
    for path in files(root):
        for name, section in MENTION.findall(comments(path)):
            places = (root / name, path.parent / name, root / "resources/docs" / name)
            document = next((place for place in places if place.is_file()), None)
            if document is None:
                yield f"{path.relative_to(root)}: names {name}, which does not exist"
            elif fault := section_fault(document, section):
                yield f"{path.relative_to(root)}: {fault}"


# ── Configuration keys ──────────────────────────────────────────────────────────────────────────────────────────────


def number(text: str) -> int:
    """The value of a C++ constant expression of integers: `64 * kib`, `10'000`."""
    text = re.sub(r"(?<=\d)'(?=\d)", "", text)
    text = re.sub(r"(?<=\d)LL\b", "", text)
    if not re.fullmatch(r"[\d\s*+()kibg]+", text):
        raise ValueError(f"not a number: {text}")
    return eval(text, {"__builtins__": {}}, {"kib": 2**10, "gib": 2**30})


def source_keys(root: Path):
    """The keys of `[[sources]]` and of its map, in the two files that read them."""
    toml = (root / "app/hub/configtoml.cpp").read_text(encoding="utf-8")
    reader = toml[toml.index("SourceConfig readSource("):toml.index("ConfigValue fromHere")]
    for name in re.findall(r'name == QLatin1String\("(\w+)"\)|QStringLiteral\("(\w+)"\), &SourceConfig::', reader):
        yield "sources." + "".join(name)
    yield "sources.map.statuses"
    generic = (root / "hub/source/genericmap.cpp").read_text(encoding="utf-8")
    for name in re.findall(r'QStringLiteral\("(\w+)"\), &GenericMap::', generic):
        yield f"sources.map.{name}"


def code_keys(root: Path) -> dict:
    """Every configuration key of the code -> {least, most, restart}; keys without a range have none."""
    text = (root / "app/hub/configkeys.cpp").read_text(encoding="utf-8")
    table = text[text.index("std::vector<ConfigKey> namedKeys()"):text.index("std::vector<ConfigKey> makeKeys()")]
    keys = {}
    for section, name, rest in re.findall(r'(?:plain|path)Key\("(\w+)", "(\w+)",([^)]*)\)', table):
        keys[f"{section}.{name}"] = {"restart": "AtStart" in rest}
    if "logLevelKey()" in table:
        section, name = re.search(r'logLevelKey\(\)\n.*?QStringLiteral\("(hub)"\),\s*QStringLiteral\("(\w+)"\)', text,
                                  re.DOTALL).groups()
        keys[f"{section}.{name}"] = {"restart": False}
    pattern = r'(atStart\()?(?:limit|duration<\w+>)\(\s*"(\w+)", ([^,]+), ([^,]+),\s*\[\]\(auto &c\) -> auto & \{ return c\.([\w.]+);'
    for start, name, least, most, member in re.findall(pattern, table):
        keys[f"limits.{name}"] = {"restart": bool(start), "least": number(least), "most": number(most),
                                  "member": member}
    for name in source_keys(root):
        keys[name] = {"restart": False}
    return keys


def struct_body(root: Path, name: str) -> str:
    """The text of a struct, wherever it is now; `EventLog::Limits` is the struct within that class."""
    outer, _, inner = name.removeprefix("hub::").rpartition("::")
    for header in sorted((root / "hub").rglob("*.h")) + [root / "app/hub/config.h"]:
        text = header.read_text(encoding="utf-8")
        if outer and not (found := re.search(rf"class {outer}\b[^;{{]*\{{", text)):
            continue
        start = re.search(rf"struct {inner}\n\s*\{{", text[found.end():] if outer else text)
        if start:
            rest = (text[found.end():] if outer else text)[start.end():]
            return rest[:re.search(r"^\s*\};", rest, re.MULTILINE).start()]
    raise LookupError(f"no struct {name}")


def constant(root: Path, name: str) -> int:
    """The value of a named constant of the hub's headers."""
    for header in sorted((root / "hub").rglob("*.h")):
        if found := re.search(rf"constexpr \w+ {name} = ([^;]+);", header.read_text(encoding="utf-8")):
            return number(found[1])
    raise LookupError(f"no constant {name}")


def default_of(root: Path, member: str, key: str) -> int:
    """The default of a member of Config, in the unit that its key is in."""
    config = struct_body(root, "Config")
    first, _, rest = member.partition(".")
    if rest:
        kind = re.search(rf"([\w:]+) {first};", config)[1]
        config, first = struct_body(root, kind), rest
    declared = re.search(rf"([\w:]+) {first}\s*(?:= ([^;]+)|\{{([^}}]+)\}});", config)
    if not declared:
        raise LookupError(f"no default of {member}")
    text = (declared[2] or declared[3]).strip()
    value = constant(root, text) if re.fullmatch(r"[a-z]\w+", text) else number(text)
    if key.endswith("_s") and "milliseconds" in declared[1]:
        value //= 1000
    if key.endswith("_days"):
        value //= 24 * 3600
    return value


def amount(text: str) -> int:
    """A number as documents write it: `64 KiB`, `1 000 000`, `300`."""
    digits, unit = re.fullmatch(r"`?([\d  ]+?)`?\s*(KiB|MiB|GiB|TiB|)", text.strip()).groups()
    return int(re.sub(r"\s", "", digits)) * UNITS[unit]


def document_keys(root: Path) -> dict:
    """The rows of the key tables of configuration.md -> their cells."""
    text = (root / "resources/docs/configuration.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `((?:hub|auth|tls|limits|sources)\.[\w.]+)` \|(.*)\|$", text[text.index("## Keys of"):],
                      re.MULTILINE)
    return {key: [cell.strip() for cell in re.split(r"(?<!\\)\|", cells)] for key, cells in rows}


def range_faults(root: Path, key: str, known: dict, cells: list):
    least, _, most = cells[1].partition("–")
    if [amount(least), amount(most)] != [known["least"], known["most"]]:
        yield f"configuration.md: the range of {key} is {known['least']} to {known['most']}, not {cells[1]}"
    default = default_of(root, known["member"], key)
    if amount(cells[0]) != default:
        yield f"configuration.md: the default of {key} is {default}, not {cells[0]}"


def key_faults(root: Path):
    """Keys that only the code or only the document has, and ranges, defaults and reloads that differ."""
    code, document = code_keys(root), document_keys(root)
    yield from (f"configuration.md lacks {key}" for key in sorted(code.keys() - document.keys()))
    yield from (f"configuration.md has {key}, which no code reads" for key in sorted(document.keys() - code.keys()))
    for key in sorted(code.keys() & document.keys()):
        known, cells = code[key], document[key]
        if "least" in known:
            yield from range_faults(root, key, known, cells)
        if not key.startswith("sources.") and (cells[2] == "restart") != known["restart"]:
            yield f"configuration.md: {key} changes by {'a restart' if known['restart'] else 'a reload'}"
    for path in (root / "resources/docs").glob("*.md"):
        for key in re.findall(r"`((?:limits|auth|tls)\.\w+)`", path.read_text(encoding="utf-8")):
            if key not in code:
                yield f"{path.name} names {key}, which no code reads"


# ── Metrics ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def prefixed(name: str) -> str:
    """As Metrics does it."""
    return name if name.startswith("heliograph_") else f"heliograph_{name}"


def code_metrics(root: Path) -> set:
    """Every metric that the hub makes. A name may be a literal, or a constant of the same file."""
    found = set()
    for path in sorted((root / "hub").rglob("*.cpp")) + sorted((root / "app").rglob("*.cpp")):
        text = path.read_text(encoding="utf-8")
        constants = dict(re.findall(r'constexpr auto (\w+) = "(\w+)";', text))
        for literal, name in re.findall(r'(?:\.|->)(?:counter|gauge|histogram)\(\s*(?:"(\w+)"|(\w+)),', text):
            if not literal and name not in constants:
                raise LookupError(f"{path}: the name of the metric {name} cannot be read")
            found.add(prefixed(literal or constants[name]))
    return found


def document_metrics(root: Path) -> set:
    """The rows of the table of metrics in deployment.md."""
    text = (root / "resources/docs/deployment.md").read_text(encoding="utf-8")
    return set(re.findall(r"^\| `(heliograph_\w+)(?:\{[\w,]+\})?` \|", text, re.MULTILINE))


def metric_faults(root: Path):
    code, document = code_metrics(root), document_metrics(root)
    yield from (f"deployment.md lacks {name}" for name in sorted(code - document))
    yield from (f"deployment.md has {name}, which no code makes" for name in sorted(document - code))


def scheme_faults(root: Path):
    """Every row of the table of schemes has a row in webhooks.md, and the other way round."""
    table = (root / "hub/source/scheme.cpp").read_text(encoding="utf-8")
    code = set(re.findall(r'\.name = QLatin1String\("([^"]+)"\)', table))
    text = (root / "resources/docs/webhooks.md").read_text(encoding="utf-8")
    rows = text[text.index("| scheme |"):]
    document = set(re.findall(r"^\| `([^`]+)` \|", rows[: rows.index("\n\n")], re.MULTILINE))
    keys = (root / "resources/docs/configuration.md").read_text(encoding="utf-8")
    row = re.search(r"^\| `sources\.scheme` \|[^\n]*\|([^|\n]*)\|$", keys, re.MULTILINE)
    if set(re.findall(r"`([^`]+)`", row[1])) != code:
        yield "configuration.md: sources.scheme does not list the schemes of the code"
    yield from (f"webhooks.md lacks the scheme {name}" for name in sorted(code - document))
    yield from (f"webhooks.md has the scheme {name}, which no code has" for name in sorted(document - code))


def readme_faults(root: Path):
    lines = (root / "README.md").read_text(encoding="utf-8").count("\n")
    if lines > README_LINES:
        yield f"README.md: {lines} lines, more than {README_LINES}"
