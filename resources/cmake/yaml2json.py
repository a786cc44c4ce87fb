# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: yaml2json.py IN.yaml OUT.json. Writes the document as compact JSON, with members in their
original order."""

import json
import sys

import yaml


class Loader(yaml.SafeLoader):
    """Refuses a mapping that has a key twice, and reads times as text."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"duplicate key {key!r}", node.start_mark)
        return super().construct_mapping(node, deep)


Loader.add_constructor("tag:yaml.org,2002:timestamp", yaml.SafeLoader.construct_yaml_str)


def main():
    with open(sys.argv[1], encoding="utf-8") as source:
        document = yaml.load(source, Loader)
    document.pop("x-answers", None)  # the parts that operations share
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        json.dump(document, out, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
