# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: tst_openapi.py FILE. Checks that the served OpenAPI document is consistent and lists the
statuses of the hub."""

import json
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
DOCUMENT = {}
METHODS = ("get", "post", "put", "patch", "delete", "options")
# Statuses that the gate may send before a route sees the request, and statuses of the token check.
GATE = {"400", "403", "408", "413", "417", "431", "501", "503", "505"}
GUARD = {"401", "403", "429", "503"}
# Statuses of no operation: a wrong method, and an internal error.
ELSEWHERE = {405, 500}


def walk(value, path="#"):
    yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in items:
        yield from walk(child, f"{path}/{key}")


def resolve(reference):
    found = DOCUMENT
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return found


def operations():
    for path, item in DOCUMENT["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def answered_statuses():
    """Returns the statuses that hub/http and hub/api use in answers and rejections."""
    found = set()
    for file in (*(ROOT / "hub/http").glob("*.cpp"), *(ROOT / "hub/api").glob("*.cpp")):
        text = re.sub(r"//[^\n]*", "", file.read_text(encoding="utf-8"))
        for pattern in (
            r"Response::(?:problem|json|text|empty)\(\s*(\d{3})\b",  # one status
            r"Response::(?:problem|json)\([^,;]*\? (\d{3}) : (\d{3})",  # one of two
            r"(?:Rejection|reject\(|rejection = |return )\s*\{\s*(\d{3}),",
            r"badLength\((\d{3}),",
            r'\{(?:"\w+"|errorcode::\w+), (\d{3})\},',  # the table of problemOf()
        ):
            for match in re.finditer(pattern, text):
                found.update(int(status) for status in match.groups())
    return found


class TheContract(unittest.TestCase):
    def test_references_resolve(self):
        for path, value in walk(DOCUMENT):
            if isinstance(value, dict) and "$ref" in value:
                with self.subTest(path):
                    self.assertEqual(["$ref"], list(value), "nothing beside a reference")
                    resolve(value["$ref"])

    def test_every_component_is_used(self):
        used = {value["$ref"] for _, value in walk(DOCUMENT) if isinstance(value, dict) and "$ref" in value}
        used |= {f"#/components/securitySchemes/{name}" for way in DOCUMENT["security"] for name in way}
        described = {"#/components/schemas/EventData"}  # The data of frames, which OpenAPI 3.1
                                                        # cannot refer to.
        for group, members in DOCUMENT["components"].items():
            for name in members:
                self.assertIn(f"#/components/{group}/{name}", used | described)

    def test_operations_have_one_name_and_a_success(self):
        names = [operation["operationId"] for _, _, operation in operations()]
        self.assertEqual(len(names), len(set(names)))
        for path, method, operation in operations():
            with self.subTest(f"{method} {path}"):
                self.assertTrue(operation["summary"])
                self.assertTrue(any(status.startswith("2") for status in operation["responses"]))
                self.assertIn(operation["tags"][0], [tag["name"] for tag in DOCUMENT["tags"]])

    def test_operations_have_the_answers_of_the_gate_and_the_guard(self):
        for path, method, operation in operations():
            with self.subTest(f"{method} {path}"):
                asks = operation.get("security", DOCUMENT["security"]) != []
                answers = set(operation["responses"])
                self.assertNotIn("default", answers, "says nothing: a reader cannot tell what may come")
                self.assertLessEqual(GATE | GUARD if asks else GATE, answers)
                self.assertTrue(asks or not answers & {"401", "429"})

    def test_statuses_are_those_of_the_hub(self):
        documented = {int(status) for _, _, operation in operations() for status in operation["responses"]}
        self.assertEqual(answered_statuses() - ELSEWHERE, documented)

    def test_path_parameters_are_declared(self):
        for path, method, operation in operations():
            with self.subTest(f"{method} {path}"):
                parameters = [resolve(p["$ref"]) if "$ref" in p else p for p in operation.get("parameters", [])]
                declared = {p["name"] for p in parameters if p["in"] == "path"}
                self.assertEqual(set(re.findall(r"{(\w+)}", path)), declared)
                self.assertTrue(all(p["required"] for p in parameters if p["in"] == "path"))

    def test_required_members_are_described(self):
        for path, value in walk(DOCUMENT["components"]["schemas"]):
            if isinstance(value, dict) and "required" in value and "properties" in value:
                with self.subTest(path):
                    self.assertLessEqual(set(value["required"]), set(value["properties"]))

    def test_examples_have_the_required_members(self):
        for path, value in walk(DOCUMENT):
            if isinstance(value, dict) and "example" in value and "$ref" in value.get("schema", {}):
                with self.subTest(path):
                    required = resolve(value["schema"]["$ref"]).get("required", [])
                    if isinstance(value["example"], dict):
                        self.assertLessEqual(set(required), set(value["example"]))


if __name__ == "__main__":
    with open(sys.argv.pop(1), encoding="utf-8") as file:
        DOCUMENT = json.load(file)
    unittest.main()
