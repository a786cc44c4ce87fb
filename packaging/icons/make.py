# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the icons of Windows and macOS from the scalable one: make.py ICON.svg FOLDER. Needs rsvg-convert. Its results,
heliograph.ico and heliograph.icns, are in this folder, because Windows and macOS have no rsvg-convert."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path

ICO_SIZES = (16, 24, 32, 48, 256)
# Type of the entry -> its size in pixels.
ICNS_SIZES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic11": 32,
              b"ic12": 64, b"ic13": 256, b"ic14": 512}


def drawn(svg: str, size: int) -> bytes:
    """Returns the icon as a PNG of 8 bits RGBA."""
    command = ["rsvg-convert", "-w", str(size), "-h", str(size), svg]
    return subprocess.run(command, check=True, capture_output=True).stdout


def paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))


def pixels(png: bytes, size: int) -> list[bytes]:
    """Returns the rows of a PNG of 8 bits RGBA (PNG specification, section 9)."""
    data, place = b"", 8
    while place < len(png):
        length, kind = struct.unpack_from(">I4s", png, place)
        if kind == b"IHDR" and png[place + 16:place + 21] != bytes((8, 6, 0, 0, 0)):
            raise ValueError("not 8 bits RGBA without interlace")
        if kind == b"IDAT":
            data += png[place + 8:place + 8 + length]
        place += length + 12
    data, width = zlib.decompress(data), size * 4
    rows, above = [], bytes(width)
    for number in range(size):
        kind, *raw = data[number * (width + 1):(number + 1) * (width + 1)]
        row = bytearray()
        for i, value in enumerate(raw):
            left, corner = (row[i - 4], above[i - 4]) if i >= 4 else (0, 0)
            added = (0, left, above[i], (left + above[i]) // 2, paeth(left, above[i], corner))[kind]
            row.append((value + added) & 0xFF)
        rows.append(bytes(row))
        above = row
    return rows


def bitmap(png: bytes, size: int) -> bytes:
    """Returns the icon as old readers expect it: rows from the bottom, BGRA, then a mask of one bit a pixel."""
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    body = b"".join(row[i:i + 3][::-1] + row[i + 3:i + 4] for row in reversed(pixels(png, size))
                    for i in range(0, len(row), 4))
    return head + body + bytes((size + 31) // 32 * 4 * size)


def ico(svg: str) -> bytes:
    images = [drawn(svg, size) if size == 256 else bitmap(drawn(svg, size), size) for size in ICO_SIZES]
    head, place = struct.pack("<HHH", 0, 1, len(images)), 6 + 16 * len(images)
    for size, image in zip(ICO_SIZES, images):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), place)
        place += len(image)
    return head + b"".join(images)


def icns(svg: str) -> bytes:
    body = b""
    for kind, size in ICNS_SIZES.items():
        png = drawn(svg, size)
        body += struct.pack(">4sI", kind, len(png) + 8) + png
    return struct.pack(">4sI", b"icns", len(body) + 8) + body


if __name__ == "__main__":
    icon, folder = sys.argv[1], Path(sys.argv[2])
    (folder / "heliograph.ico").write_bytes(ico(icon))
    (folder / "heliograph.icns").write_bytes(icns(icon))
