// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/hexdump.h"

#include <array>

namespace ui {

namespace {

constexpr qsizetype lineBytes = 16;

void addHex(QString &line, quint64 number, int digits)
{
    constexpr std::array<char, 17> figures{"0123456789abcdef"};
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        line += QLatin1Char(figures[static_cast<size_t>((number >> shift) & 15U)]);
}

} // namespace

QString hexDump(QByteArrayView bytes)
{
    QString dump;
    dump.reserve((bytes.size() / lineBytes + 1) * 79);
    for (qsizetype from = 0; from < bytes.size(); from += lineBytes) {
        addHex(dump, static_cast<quint64>(from), 8);
        dump += QLatin1Char(' ');
        QString text;
        for (qsizetype i = from; i < from + lineBytes; ++i) {
            dump += i == from + lineBytes / 2 ? QLatin1String("  ") : QLatin1String(" ");
            if (i >= bytes.size()) {
                dump += QLatin1String("  ");
                continue;
            }
            const auto byte = static_cast<uchar>(bytes[i]);
            addHex(dump, byte, 2);
            text += byte >= 0x20 && byte < 0x7f ? QLatin1Char(bytes[i]) : QLatin1Char('.');
        }
        dump += QLatin1String("  ") + text + QLatin1Char('\n');
    }
    return dump;
}

} // namespace ui
