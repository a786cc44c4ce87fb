// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/picture.h"

#include <QtEndian>

#include <array>
#include <cmath>

namespace sim {

namespace {

constexpr int width = 240;
constexpr int height = 160;

struct Colour
{
    double red = 0;
    double green = 0;
    double blue = 0;
};

Colour mix(const Colour &a, const Colour &b, double t)
{
    return {a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t,
            a.blue + (b.blue - a.blue) * t};
}

/// A bright colour of the colour wheel; `turn` is from 0 to 1.
Colour hue(double turn)
{
    constexpr double circle = 6.283185307179586;
    const auto wave = [&](double shift) { return 150 + 90 * std::cos(circle * (turn + shift)); };
    return {wave(0), wave(0.33), wave(0.66)};
}

Colour colourAt(int x, int y, quint32 seed)
{
    const double turn = (seed % 1000) / 1000.0;
    const double sunX = 40 + (seed >> 8) % 160;
    const double sunY = 30 + (seed >> 16) % 40;
    const double hill =
        105 + 18 * std::sin(x / 31.0 + turn * 9) + 9 * std::sin(x / 11.0 + turn * 5);
    if (y > hill)
        return mix(hue(turn + 0.4), {20, 26, 36}, 0.35 + 0.5 * (y - hill) / height);
    const Colour sky = mix(hue(turn), {250, 244, 230}, 0.25 + 0.6 * y / height);
    const double distance = std::hypot(x - sunX, y - sunY);
    return mix({255, 236, 150}, sky, std::min(1.0, std::max(0.0, (distance - 14) / 26)));
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
    return ~crc;
}

QByteArray bigEndian(quint32 value)
{
    std::array<char, 4> bytes{};
    qToBigEndian(value, bytes.data());
    return QByteArray(bytes.data(), 4);
}

/// A PNG chunk: length, type, data, checksum of type and data (RFC 2083, section 3.2).
QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(static_cast<quint32>(data.size())) + type + data
           + bigEndian(crc32(type + data));
}

QByteArray scanLines(quint32 seed)
{
    QByteArray lines;
    lines.reserve(height * (1 + 3 * width));
    for (int y = 0; y < height; ++y) {
        lines.append('\0'); // filter type: none
        for (int x = 0; x < width; ++x) {
            const Colour colour = colourAt(x, y, seed);
            for (const double part : {colour.red, colour.green, colour.blue})
                lines.append(static_cast<char>(static_cast<quint8>(part)));
        }
    }
    return lines;
}

} // namespace

QByteArray drawPicture(const QString &name)
{
    const QByteArray header =
        bigEndian(width) + bigEndian(height) + QByteArray("\x08\x02\x00\x00\x00", 5);
    // qCompress() puts four bytes of length before the zlib stream.
    const QByteArray pixels = qCompress(scanLines(crc32(name.toUtf8()))).mid(4);
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", header) + chunk("IDAT", pixels)
           + chunk("IEND", {});
}

QJsonObject describePicture(const QString &base, const QString &name)
{
    return {{QStringLiteral("url"), QStringLiteral("%1/%2").arg(base, name)},
            {QStringLiteral("content_type"), QStringLiteral("image/png")},
            {QStringLiteral("file_name"), name},
            {QStringLiteral("width"), width},
            {QStringLiteral("height"), height}};
}

} // namespace sim
