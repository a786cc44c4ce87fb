# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the manual pages of one program: pages.py PROGRAM DOCS FOLDER VERSION DATE.

PROGRAM is a built program, DOCS is resources/docs. The pages go to FOLDER/man1, man5 and man8, compressed. Their text
comes from `PROGRAM --help` and from the documents."""

import gzip
import sys
from pathlib import Path

import helptext
import markdown
from roff import Page, bold, escape

MONITOR_SECTION = "Settings of the monitor"
# Sections of the documents that belong to a page. A section that does not exist ends the build.
SECTIONS = {
    "heliograph": [("configuration.md", MONITOR_SECTION)],
    "heliographd": [("deployment.md", "Run it under systemd"), ("deployment.md", "Stop and restart it"),
                    ("deployment.md", "Back up and upgrade"), ("deployment.md", "Read the log")],
}
SEE_ALSO = {
    "heliograph": ["helio(1)", "heliographd(8)"],
    "heliographd": ["helio(1)", "heliograph(1)", "hub.toml(5)"],
    "hub.toml": ["helio-check(1)", "heliographd(8)"],
}


class Manual:
    """Writes pages to one folder."""

    def __init__(self, docs: Path, folder: Path, version: str, date: str):
        self.docs, self.folder, self.version, self.date = docs, folder, version, date

    def sections(self, document) -> dict:
        return markdown.sections((self.docs / document).read_text(encoding="utf-8"))

    def page(self, name, section, summary):
        page = Page(name, section, self.version, self.date)
        page.heading("Name")
        page.lines.append(f"{escape(name)} \\- {escape(summary[0].lower() + summary[1:])}")
        return page

    def write(self, page, name, section):
        target = self.folder / f"man{section}" / f"{name}.{section}.gz"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.compress(page.text().encode(), 9, mtime=0))

    def see_also(self, page, names):
        page.heading("See also")
        page.paragraph(", ".join(bold(name[:-3]) + name[-3:] for name in names))

    def program(self, found: helptext.Help, name, section, summary):
        """Returns a page with everything that the help says."""
        page = self.page(name, section, summary)
        page.heading("Synopsis")
        for form in found.usage:
            page.paragraph(escape(form))
        page.heading("Description")
        for paragraph in found.about:
            page.paragraph(escape(paragraph))
        add_entries(page, "Commands", found.commands)
        add_entries(page, "Arguments", found.arguments)
        add_entries(page, "Options", found.options)
        add_entries(page, "Exit status", found.exit_codes)
        return page

    def daemon_or_monitor(self, program, section):
        found = helptext.run(program)
        name = Path(program).name
        page = self.program(found, name, section, found.about[0].split(". ")[0].rstrip("."))
        for document, title in SECTIONS[name]:
            page.heading(title)
            markdown.add(page, self.sections(document)[title])
        self.see_also(page, SEE_ALSO[name])
        self.write(page, name, section)

    def configuration(self):
        page = self.page("hub.toml", 5, "configuration of the Heliograph hub")
        for title, lines in self.sections("configuration.md").items():
            if title != MONITOR_SECTION:
                page.heading(title or "Description")
                markdown.add(page, lines)
        self.see_also(page, SEE_ALSO["hub.toml"])
        self.write(page, "hub.toml", 5)

    def command_line(self, program):
        general = helptext.run(program)
        names = [entry.term.split()[0] for entry in general.commands]
        page = self.program(general, "helio", 1, general.about[0].split(", ")[0].rstrip("."))
        self.see_also(page, [f"helio-{name}(1)" for name in names] + ["heliographd(8)"])
        self.write(page, "helio", 1)
        for name, entry in zip(names, general.commands):
            page = self.program(helptext.run(program, name), f"helio-{name}", 1, entry.text)
            self.see_also(page, ["helio(1)"])
            self.write(page, f"helio-{name}", 1)


def add_entries(page, title, entries):
    if not entries:
        return
    page.heading(title)
    for entry in entries:
        if entry.term:
            page.tagged(bold(entry.term), escape(entry.text))
        else:
            page.paragraph(escape(entry.text))


def main():
    program, docs, folder, version, date = sys.argv[1:]
    manual = Manual(Path(docs), Path(folder), version, date)
    name = Path(program).name
    if name == "helio":
        manual.command_line(program)
    elif name == "heliographd":
        manual.daemon_or_monitor(program, 8)
        manual.configuration()
    else:
        manual.daemon_or_monitor(program, 1)


if __name__ == "__main__":
    main()
