# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the portable build refuses what it hides: tst_hidden.py COMPILER HIDDEN-HEADERS FOLDER-OF-HIDELINUX.H"""

import subprocess
import sys
import unittest

COMPILER, HIDDEN, FORCED = sys.argv[1:4]
LINUX = ["-I", f"{HIDDEN}/linux", "-include", f"{FORCED}/hidelinux.h"]
POSIX = ["-I", f"{HIDDEN}/posix", "-include", f"{FORCED}/hideposix.h"]


def fault(text: str, flags) -> str:
    """Returns what the compiler says when it refuses the text, else nothing."""
    command = [COMPILER, "-std=c++20", "-Werror", "-fsyntax-only", *flags, "-x", "c++", "-"]
    ran = subprocess.run(command, input=text, text=True, capture_output=True, check=False)
    return "" if ran.returncode == 0 else ran.stderr


class Hidden(unittest.TestCase):
    """A source of the hub is compiled with LINUX and POSIX, a source of the tests with LINUX."""

    def test_headers_of_linux(self):
        for header in ("sys/epoll.h", "sys/eventfd.h", "sys/signalfd.h", "sys/timerfd.h", "sys/prctl.h",
                       "sys/sendfile.h", "linux/tcp.h", "malloc.h"):
            with self.subTest(header=header):
                self.assertIn("does not exist in the portable build", fault(f"#include <{header}>\n", LINUX))

    def test_functions_of_linux(self):
        for call in ("int ends[2]; return pipe2(ends, 0);", "return dup3(1, 2, 0);", "return unshare(0);",
                     'return pthread_setname_np(pthread_self(), "a");'):
            with self.subTest(call=call):
                self.assertIn("poisoned", fault(f"#include <unistd.h>\nint f() {{ {call} }}\n", LINUX))

    def test_headers_of_posix(self):
        for header in ("sys/socket.h", "fcntl.h", "poll.h", "termios.h", "netinet/in.h", "sys/stat.h"):
            with self.subTest(header=header):
                text = f"#include <{header}>\n"
                self.assertIn("does not exist in the portable build", fault(text, LINUX + POSIX))
                self.assertEqual("", fault(text, LINUX))

    def test_functions_of_posix(self):
        for call in ("return isatty(0);", "return getpid();", "return fork();", "return accept4(0, nullptr, nullptr, 0);"):
            with self.subTest(call=call):
                self.assertIn("poisoned", fault(f"#include <unistd.h>\nint f() {{ {call} }}\n", LINUX + POSIX))

    def test_standard_headers_remain(self):
        text = "#include <csignal>\n#include <filesystem>\n#include <thread>\nint f() { return raise(SIGTERM); }\n"
        self.assertEqual("", fault(text, LINUX + POSIX))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
