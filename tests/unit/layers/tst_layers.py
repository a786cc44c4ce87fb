# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the tree against the dependency rule, and the checks against trees that break it."""

import tempfile
import unittest
from pathlib import Path

import layers

ROOT = Path(__file__).resolve().parents[3]
BANNER = "// SPDX-FileCopyrightText: 2026 The Heliograph authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"


class TheTree(unittest.TestCase):
    """The sources of this project."""

    def check(self, faults):
        self.assertEqual([], list(faults))

    def test_there_is_something_to_check(self):
        self.assertGreater(len(list(layers.sources(ROOT, (".h", ".cpp")))), 20)

    def test_includes(self):
        self.check(layers.include_faults(ROOT))

    def test_system_headers(self):
        self.check(layers.system_faults(ROOT))

    def test_decoders(self):
        self.check(layers.decoder_faults(ROOT))

    def test_namespaces(self):
        self.check(layers.namespace_faults(ROOT))

    def test_links(self):
        self.check(layers.link_faults(ROOT))

    def test_banners(self):
        self.check(layers.banner_faults(ROOT))

    def test_sizes(self):
        self.check(layers.size_faults(ROOT))


class TheRule(unittest.TestCase):
    """Invented trees, which prove that the checks find violations."""

    def faults(self, check, file, text):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / file
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
            return list(check(Path(folder)))

    def test_includes(self):
        rows = [
            ("hub/core/a.cpp", '#include "hub/wire/event.h"', 0),
            ("hub/core/a.cpp", '#include "hub/store/store.h"', 1),
            ("hub/source/a.cpp", '#include "hub/core/store.h"', 1),
            ("hub/net/a.cpp", '#include "hub/core/limitnotices.h"', 0),
            ("hub/source/a.cpp", '#include "hub/core/eventlog.h"', 1),
            ("ui/client/a.cpp", '#include "hub/core/eventlog.h"', 1),
            ("ui/widgets/a.cpp", '#include "hub/http/router.h"', 1),
            ("ui/widgets/a.cpp", '#include "hub/base/utf8.h"', 1),
            ("hub/base/a.cpp", '# include "error.h"', 1),
            ("hub/http/a.cpp", '#include "app/hub/hub.h"', 1),
            ("hub/http/a.cpp", '#include "hub/net/channel.h"', 0),
            ("hub/net/a.cpp", '#include "hub/http/request.h"', 1),
            ("hub/net/a.cpp", '#include "hub/core/streams.h"', 1),
            ("hub/http/a.cpp", '#include "hub/api/answers.h"', 1),
            ("hub/service/a.cpp", '#include "hub/http/request.h"', 1),
            ("hub/api/a.cpp", '#include "hub/net/channel.h"', 1),
            ("hub/other/a.cpp", '#include "hub/base/error.h"', 1),
            ("hub/http/a.cpp", "#include <QHttpServerResponder>", 0),
            ("hub/core/a.cpp", "#include <QHttpServerResponder>", 1),
            ("hub/tables/a.cpp", '#include "hub/acceptor/acceptor.h"', 1),
            ("hub/acceptor/a.cpp", '#include "hub/tables/jobtable.h"', 0),
            ("hub/store/a.cpp", "#include <sqlite3.h>", 1),
            ("hub/sqlite/a.cpp", "#include <sqlite3.h>", 0),
            ("ui/models/a.cpp", "#include <sqlite3.h>", 1),
            ("app/hub/a.cpp", '#include "hub/http/router.h"\n#include "ui/widgets/mainwindow.h"', 0),
            ("tests/unit/core/a.cpp", '#include "hub/store/store.h"\n#include <sqlite3.h>', 0),
        ]
        for file, text, count in rows:
            with self.subTest(file=file, text=text):
                self.assertEqual(count, len(self.faults(layers.include_faults, file, text)))

    def test_system_headers(self):
        rows = [
            ("hub/loop/a.cpp", "#include <QTimer>\n#include <csignal>\n#include <thread>", 0),
            ("hub/loop/a.h", "#include <unistd.h>", 1),
            ("hub/loop/a_portable.cpp", "#include <pthread.h>", 1),
            ("hub/loop/a_unix.cpp", "#include <unistd.h>\n#include <sys/socket.h>", 0),
            ("hub/loop/a_unix.cpp", "#include <sys/epoll.h>", 1),
            ("hub/loop/a_linux.cpp", "#include <sys/epoll.h>\n#include <linux/tcp.h>\n#include <unistd.h>", 0),
            ("app/helio/a.cpp", "#include <termios.h>", 1),
            ("ui/models/a.cpp", "#include <linux/tcp.h>", 1),
            ("tests/unit/core/a.cpp", "#include <sys/epoll.h>", 0),
        ]
        for file, text, count in rows:
            with self.subTest(file=file, text=text):
                self.assertEqual(count, len(self.faults(layers.system_faults, file, text)))

    def test_decoders(self):
        rows = [
            ("hub/base/utf8.cpp", "QString::fromUtf8(text)", 0),
            ("hub/core/a.cpp", "fromUtf8(text)", 0),
            ("hub/core/a.cpp", "// QString::fromUtf8() drops marks", 0),
            ("hub/core/a.cpp", "return QString::fromUtf8(text);", 1),
            ("hub/core/a.cpp", "QStringDecoder decoder(QStringDecoder::Utf8);", 1),
            ("app/helio/a.cpp", "QString::fromLocal8Bit(word)", 1),
            ("ui/models/a.cpp", "QJsonDocument::fromJson(text)", 1),
            ("hub/base/utf8.cpp", "QJsonDocument::fromJson(text)", 1),
            ("tests/unit/core/a.cpp", "QString::fromUtf8(text)", 0),
        ]
        for file, text, count in rows:
            with self.subTest(file=file, text=text):
                self.assertEqual(count, len(self.faults(layers.decoder_faults, file, text)))

    def test_namespaces(self):
        rows = [
            ("ui/widgets/a.h", "hub::JobStatus status;", 1),
            ("ui/widgets/a.cpp", "using namespace hub;", 1),
            ("ui/widgets/a.cpp", "namespace hub {\nclass Clock;\n}", 1),
            ("ui/widgets/a.cpp", "// hub::JobStatus\nui::JobStatus status; github::a();", 0),
            ("ui/models/a.h", "hub::JobStatus status;", 0),
        ]
        for file, text, count in rows:
            with self.subTest(file=file, text=text):
                self.assertEqual(count, len(self.faults(layers.namespace_faults, file, text)))

    def test_links(self):
        rows = [
            ("heliograph_library(hub_core\n SOURCES a.cpp\n LINK Hub::Wire Qt6::Core)", 0),
            ("heliograph_library(hub_core SOURCES a.cpp LINK Hub::Wire PRIVATE_LINK Qt6::Network)", 1),
            ("target_link_libraries(hub_core PRIVATE Hub::Store)", 1),
        ]
        for text, count in rows:
            with self.subTest(text=text):
                self.assertEqual(count, len(self.faults(layers.link_faults, "hub/core/CMakeLists.txt", text)))

    def test_banners(self):
        self.assertEqual([], self.faults(layers.banner_faults, "hub/core/a.h", BANNER))
        self.assertEqual(2, len(self.faults(layers.banner_faults, "hub/core/a.h", "#pragma once\n")))

    def test_sizes(self):
        self.assertEqual([], self.faults(layers.size_faults, "ui/client/a.cpp", "\n" * 400))
        self.assertEqual(1, len(self.faults(layers.size_faults, "ui/client/a.cpp", "\n" * 401)))


if __name__ == "__main__":
    unittest.main()
