# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Updates the translations from the sources and lists what is wrong with them: translate.py [--check].

It adds new texts to heliograph_*.ts, removes those that no source has any more, and prints every text that is not
translated and every fault, with its context. --check changes nothing, and exits with 1 if the files are not up to date, if
a text is not translated, or if there is a fault."""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path("resources/translations")
# The folders with texts that the monitor shows.
SOURCES = ["ui", "app/monitor", "hub/filter"]
# Language -> options of lupdate. English needs only its plurals.
LANGUAGES = {"de": [], "en": ["-pluralonly"]}
PLACES = ["/usr/lib/qt6/bin/lupdate", "lupdate-qt6", "lupdate6", "lupdate"]


@dataclass
class Text:
    """One text. `forms` has one translation, or one for each plural."""
    context: str
    source: str
    forms: list
    state: str = ""
    has_plurals: bool = False

    def __str__(self):
        return f"{self.context}: {self.source!r}"


def lupdate():
    """Returns the path of lupdate, or None."""
    return next((found for found in map(shutil.which, PLACES) if found), None)


def update(tool, folder: Path):
    """Updates the files in a folder, in place. The folder may be a copy."""
    for language, options in LANGUAGES.items():
        # lupdate finds the class of a text by its header, and headers are included from the root.
        command = [tool, "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language",
                   language, *options, "-extensions", "cpp,h", "-I", ".", *SOURCES, "-ts",
                   str(folder / f"heliograph_{language}.ts")]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def outdated(tool, root=ROOT) -> list:
    """Returns the names of the files that update() would change."""
    with tempfile.TemporaryDirectory() as copy:
        for language in LANGUAGES:
            shutil.copy(root / FOLDER / f"heliograph_{language}.ts", copy)
        update(tool, Path(copy))
        return [path.name for path in sorted(Path(copy).iterdir())
                if path.read_bytes() != (root / FOLDER / path.name).read_bytes()]


def read(xml: str) -> list:
    """Returns the texts of a .ts file."""
    texts = []
    for context in ElementTree.fromstring(xml).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            texts.append(Text(context.findtext("name"), message.findtext("source"), forms,
                              translation.get("type", ""), message.get("numerus") == "yes"))
    return texts


def is_unfinished(text: Text) -> bool:
    return text.state == "unfinished" or not all(text.forms)


def placeholders(text: str) -> list:
    return sorted(re.findall(r"%L?(?:n|\d)", text))


def mnemonics(text: str) -> int:
    return len(re.findall(r"&\w", text.replace("&&", "")))


def ending(text: str) -> str:
    """Returns the punctuation and blanks at the end. A question may become a statement."""
    return re.search(r"[….:?!\s]*$", text).group().translate(str.maketrans("?!", ".."))


def beginning(text: str) -> str:
    return re.match(r"[.\s]*", text).group()


def tags(text: str) -> list:
    return re.findall(r"</?\w+>", text)


RULES = [("placeholders", placeholders), ("number of & before a letter", mnemonics), ("end", ending),
         ("blanks at the beginning", beginning), ("tags", tags), ("number of lines", lambda text: text.count("\n"))]


def text_faults(text: Text):
    """Yields what is wrong with a finished translation."""
    if text.state in ("vanished", "obsolete"):
        yield f"{text}: no source has this text"
    if not re.match(r"(ui|app|hub)::\w", text.context) and text.context != "QObject":
        yield f"{text}: lupdate does not know the class; use Q_OBJECT or Q_DECLARE_TR_FUNCTIONS"
    for form in text.forms:
        for name, rule in RULES:
            if form and rule(form) != rule(text.source):
                yield f"{text}: another {name} in {form!r}"


def faults(texts):
    return [fault for text in texts for fault in text_faults(text)]


def main():
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    tool = lupdate()
    if not tool:
        sys.exit("translate.py: there is no lupdate; Debian has it in qt6-l10n-tools")
    wrong = []
    if check:
        wrong += [f"{name} is not up to date: run ./dev translate" for name in outdated(tool)]
    else:
        update(tool, ROOT / FOLDER)
    for language in LANGUAGES:
        texts = read((ROOT / FOLDER / f"heliograph_{language}.ts").read_text(encoding="utf-8"))
        unfinished = [text for text in texts if is_unfinished(text)]
        found = faults(texts)
        for line in [*(f"{text}: not translated" for text in unfinished), *found]:
            print(f"{language}: {line}")
        print(f"{language}: {len(texts)} texts, {len(unfinished)} unfinished, {len(found)} with a fault")
        wrong += [*unfinished, *found]
    for line in wrong:
        if isinstance(line, str) and "not up to date" in line:
            print(line)
    if check and wrong:
        sys.exit(1)


if __name__ == "__main__":
    main()
