# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the bill of materials of an unpacked bundle against its files and against SPDX 2.3: sbom.py BUNDLE. Prints what is
wrong and exits with 1 if something is."""

import hashlib
import json
import re
import sys
from pathlib import Path

BILL = "heliograph.spdx.json"
DOCUMENT = {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT"}
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
ID = r"SPDXRef-[A-Za-z0-9.-]+"


def document_faults(bill):
    for name, expected in DOCUMENT.items():
        if bill.get(name) != expected:
            yield f"{name} is {bill.get(name)}"
    if not re.fullmatch(TIME, bill["creationInfo"]["created"]):
        yield f"created is {bill['creationInfo']['created']}"
    if not bill["creationInfo"]["creators"] or not bill["name"]:
        yield "there is no creator or no name"
    if not re.fullmatch(r"https?://[^#\s]+", bill["documentNamespace"]):
        yield f"documentNamespace is {bill['documentNamespace']}"


def file_faults(bill, bundle):
    """Every file is listed once, with its checksums."""
    there = {f"./{path.relative_to(bundle)}": path for path in bundle.rglob("*") if path.is_file() or path.is_symlink()}
    there.pop(f"./{BILL}")
    listed = [file["fileName"] for file in bill["files"]]
    yield from (f"{name} is not listed" for name in there.keys() - set(listed))
    yield from (f"{name} does not exist" for name in set(listed) - there.keys())
    if len(listed) != len(set(listed)):
        yield "a file is listed twice"
    for file in bill["files"]:
        sums = {sum["algorithm"]: sum["checksumValue"] for sum in file["checksums"]}
        content = there[file["fileName"]].read_bytes() if file["fileName"] in there else b""
        expected = {"SHA1": hashlib.sha1(content).hexdigest(), "SHA256": hashlib.sha256(content).hexdigest()}
        if sums != expected:
            yield f"{file['fileName']} has other checksums"


def package_faults(bill, bundle):
    """Every package has what SPDX requires, a version, a code of its files, and a licence in the bundle."""
    sha1 = {file["SPDXID"]: file["checksums"][0]["checksumValue"] for file in bill["files"]}
    for package in bill["packages"]:
        name = package["name"]
        if not package["versionInfo"] or not package["downloadLocation"]:
            yield f"{name} has no version or no downloadLocation"
        inside = sorted(sha1[link["relatedSpdxElement"]] for link in bill["relationships"]
                        if (link["spdxElementId"], link["relationshipType"]) == (package["SPDXID"], "CONTAINS"))
        code = hashlib.sha1("".join(inside).encode()).hexdigest()
        if package["filesAnalyzed"] and package["packageVerificationCode"]["packageVerificationCodeValue"] != code:
            yield f"{name} has another verification code"
        licence = bundle / ("LICENSE" if name == "heliograph" else f"licenses/{name}/copyright")
        if not licence.is_file():
            yield f"{name} has no licence in the bundle"


def relationship_faults(bill):
    """Identifiers are unique and well formed, every relationship has two known ends, every file is in one package."""
    ids = [bill["SPDXID"], *(part["SPDXID"] for part in [*bill["packages"], *bill["files"]])]
    yield from (f"{name} is no identifier" for name in ids if not re.fullmatch(ID, name))
    if len(ids) != len(set(ids)):
        yield "an identifier occurs twice"
    for link in bill["relationships"]:
        if not {link["spdxElementId"], link["relatedSpdxElement"]} <= set(ids):
            yield f"a relationship has an unknown end: {link}"
    contained = sorted(link["relatedSpdxElement"] for link in bill["relationships"]
                       if link["relationshipType"] == "CONTAINS")
    if contained != sorted(file["SPDXID"] for file in bill["files"]):
        yield "a file is in no package or in two"
    if not any(link["relationshipType"] == "DESCRIBES" for link in bill["relationships"]):
        yield "the document describes nothing"


def licence_faults(bundle):
    """Each text that a licence names is there."""
    for path in (bundle / "licenses").glob("*/copyright"):
        for name in re.findall(rb"/usr/share/common-licenses/([\w.-]*\w)", path.read_bytes()):
            if not (bundle / "licenses/common" / name.decode()).is_file():
                yield f"{path.parent.name}: the licence {name.decode()} is missing"


def main():
    bundle = Path(sys.argv[1])
    bill = json.loads((bundle / BILL).read_text(encoding="utf-8"))
    faults = [*document_faults(bill), *file_faults(bill, bundle), *package_faults(bill, bundle),
              *relationship_faults(bill), *licence_faults(bundle)]
    print("\n".join(faults))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
