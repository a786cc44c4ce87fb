// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/imagename.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace ui {

namespace {

bool isSafe(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.'
           || c == '_' || c == '-';
}

QString endingOf(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray format = QImageReader(&buffer).format();
    if (format.isEmpty())
        return {};
    return QLatin1Char('.')
           + (format == "jpeg" ? QStringLiteral("jpg") : QString::fromLatin1(format));
}

} // namespace

QString imageFileName(const QByteArray &jobId, int number, const QByteArray &bytes)
{
    constexpr qsizetype longest = 100;
    QByteArray stem = jobId.left(longest);
    std::replace_if(
        stem.begin(), stem.end(), [](char c) { return !isSafe(c); }, '_');
    if (stem.isEmpty() || stem.startsWith('.') || stem.startsWith('-'))
        stem.prepend("job");
    return QStringLiteral("%1-%2%3")
        .arg(QString::fromLatin1(stem))
        .arg(number)
        .arg(endingOf(bytes));
}

} // namespace ui
