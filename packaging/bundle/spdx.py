# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the licences and the bill of materials (SPDX 2.3) of a bundle: spdx.py BUNDLE VERSION COPIES.

COPIES is what libraries.py prints. $SOURCE_DATE_EPOCH is the time of the bill, so that every build gives the same bytes.
The bill lists every file of the bundle except itself."""

import datetime
import hashlib
import json
import os
import re
import sys
from pathlib import Path
from urllib.parse import quote

import debian

BILL = "heliograph.spdx.json"
# Packages that have only headers, whose code is compiled into the programs.
COMPILED_IN = ["libtomlplusplus-dev"]
PROGRAM = "SPDXRef-Package-heliograph"


def reference(kind, name) -> str:
    return f"SPDXRef-{kind}-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def file_entry(bundle, name, source) -> dict:
    content = (bundle / name).read_bytes()
    entry = {
        "SPDXID": reference("File", f"{name}-{hashlib.sha1(name.encode()).hexdigest()[:8]}"),
        "fileName": f"./{name}",
        "checksums": [{"algorithm": "SHA1", "checksumValue": hashlib.sha1(content).hexdigest()},
                      {"algorithm": "SHA256", "checksumValue": hashlib.sha256(content).hexdigest()}],
        "copyrightText": "NOASSERTION",
        "licenseConcluded": "NOASSERTION",
        "licenseInfoInFiles": ["NOASSERTION"],
    }
    if source:
        entry["comment"] = f"An unchanged copy of {source}."
    return entry


def verification_code(files) -> dict:
    """Returns the code of section 7.9 of SPDX 2.3: a digest of the sorted SHA-1 digests."""
    digests = sorted(file["checksums"][0]["checksumValue"] for file in files)
    return {"packageVerificationCodeValue": hashlib.sha1("".join(digests).encode()).hexdigest()}


def program_entry(version, files) -> dict:
    return {
        "SPDXID": PROGRAM,
        "name": "heliograph",
        "versionInfo": version,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": True,
        "packageVerificationCode": verification_code(files),
        "licenseConcluded": "GPL-3.0-or-later",
        "licenseDeclared": "GPL-3.0-or-later",
        "licenseInfoFromFiles": ["NOASSERTION"],
        "copyrightText": "2026 The Heliograph authors",
    }


def package_entry(package, files) -> dict:
    locator = f"pkg:deb/debian/{quote(package.name)}@{quote(package.version, safe='')}?arch={package.architecture}"
    entry = {
        "SPDXID": reference("Package", package.name),
        "name": package.name,
        "versionInfo": package.version,
        "supplier": "Organization: Debian",
        "downloadLocation": "NOASSERTION",
        "sourceInfo": f"Built by Debian from the source package {package.source} {package.source_version}.",
        "filesAnalyzed": bool(files),
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "NOASSERTION",
        "licenseComments": f"See licenses/{package.name}/copyright.",
        "copyrightText": "NOASSERTION",
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                          "referenceLocator": locator}],
    }
    if package.homepage:
        entry["homepage"] = package.homepage
    if files:
        entry["packageVerificationCode"] = verification_code(files)
        entry["licenseInfoFromFiles"] = ["NOASSERTION"]
    return entry


def relationship(left, kind, right) -> dict:
    return {"spdxElementId": left, "relationshipType": kind, "relatedSpdxElement": right}


def document(version, entries, files, relationships) -> dict:
    created = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    digest = hashlib.sha256(json.dumps(files).encode()).hexdigest()
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"heliograph-{version}-linux-x86_64",
        "documentNamespace": f"https://heliograph.github.io/spdx/heliograph-{version}-{digest}",
        "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"),
                         "creators": [f"Tool: heliograph-spdx.py-{version}"]},
        "packages": entries,
        "files": files,
        "relationships": relationships,
    }


def bill(bundle, version, copies, packages, owners) -> dict:
    """`copies` is file in the bundle -> file of Debian, `owners` is file of Debian -> name of its package."""
    names = sorted(str(path.relative_to(bundle)) for path in bundle.rglob("*") if path.is_file())
    files = {name: file_entry(bundle, name, copies.get(name)) for name in names}
    parts = {package.name: [] for package in packages}
    own = []
    for name, file in files.items():
        (parts[owners[copies[name]]] if name in copies else own).append(file)
    entries, relationships = [program_entry(version, own)], [relationship("SPDXRef-DOCUMENT", "DESCRIBES", PROGRAM)]
    relationships += [relationship(PROGRAM, "CONTAINS", file["SPDXID"]) for file in own]
    for package in packages:
        entry = package_entry(package, parts[package.name])
        entries.append(entry)
        kind = "STATIC_LINK" if package.name in COMPILED_IN else "DEPENDS_ON"
        relationships.append(relationship(PROGRAM, kind, entry["SPDXID"]))
        relationships += [relationship(entry["SPDXID"], "CONTAINS", file["SPDXID"]) for file in parts[package.name]]
    return document(version, entries, list(files.values()), relationships)


def main():
    bundle, version, listed = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    copies = dict(line.split("\t") for line in listed.read_text(encoding="utf-8").splitlines())
    owners = debian.owners(list(copies.values()))
    packages = debian.packages({*owners.values(), *COMPILED_IN})
    debian.copy_licences([package.name for package in packages], bundle / "licenses")
    text = json.dumps(bill(bundle, version, copies, packages, owners), indent=1)
    (bundle / BILL).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
