// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/formats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

class Formats
{
    Q_DECLARE_TR_FUNCTIONS(ui::Formats)
};

QDateTime moment(qint64 wallMs, TimeStyle style)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(wallMs);
    return style == TimeStyle::Utc ? local.toUTC() : local;
}

/// Returns whether a character can change the order of characters beside it.
bool canReorder(QChar c)
{
    switch (c.direction()) {
    case QChar::DirR:
    case QChar::DirAL:
    case QChar::DirAN:
    case QChar::DirLRE:
    case QChar::DirLRO:
    case QChar::DirRLE:
    case QChar::DirRLO:
    case QChar::DirPDF:
    case QChar::DirLRI:
    case QChar::DirRLI:
    case QChar::DirFSI:
    case QChar::DirPDI: return true;
    default: return c.isSurrogate(); // the letters beyond U+FFFF may run from right to left
    }
}

/// Returns the text with a zero-width space after each 60 characters of a word.
QString breakable(const QString &text)
{
    constexpr int most = 60;
    QString out;
    int length = 0;
    for (const QChar c : text) {
        if (length >= most && !c.isLowSurrogate()) {
            out += QChar(0x200b);
            length = 0;
        }
        out += c;
        length = c.isSpace() ? 0 : length + 1;
    }
    return out;
}

QString padded(qint64 number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

QString formatDuration(std::chrono::milliseconds time)
{
    const qint64 seconds = qMax<qint64>(0, time / std::chrono::seconds{1});
    if (seconds < 60)
        return Formats::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(padded(seconds % 60));
    if (seconds < 86400) {
        return QStringLiteral("%1:%2:%3")
            .arg(seconds / 3600)
            .arg(padded(seconds / 60 % 60), padded(seconds % 60));
    }
    return Formats::tr("%1 d %2:%3")
        .arg(seconds / 86400)
        .arg(padded(seconds / 3600 % 24), padded(seconds / 60 % 60));
}

QString formatSpan(std::chrono::milliseconds time)
{
    const qint64 seconds = qMax<qint64>(0, time / std::chrono::seconds{1});
    if (seconds < 60)
        return Formats::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Formats::tr("%1 min").arg(seconds / 60);
    if (seconds < 86400)
        return Formats::tr("%1 h").arg(seconds / 3600);
    return Formats::tr("%1 d").arg(seconds / 86400);
}

QString formatAge(std::chrono::milliseconds age)
{
    const qint64 seconds = age / std::chrono::seconds{1};
    if (seconds < 1)
        return Formats::tr("now");
    if (seconds < 60)
        return Formats::tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return Formats::tr("%1 min ago").arg(seconds / 60);
    if (seconds < 86400)
        return Formats::tr("%1 h ago").arg(seconds / 3600);
    return Formats::tr("%1 d ago").arg(seconds / 86400);
}

QString formatClock(qint64 wallMs, TimeStyle style)
{
    return moment(wallMs, style).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString formatAsOf(qint64 wallMs, qint64 nowMs, TimeStyle style)
{
    const QDateTime time = moment(wallMs, style);
    const bool today = time.date() == moment(nowMs, style).date();
    return Formats::tr("as of %1, %2")
        .arg(time.toString(today ? QStringLiteral("HH:mm:ss")
                                 : QStringLiteral("yyyy-MM-dd HH:mm:ss")),
             formatAge(std::chrono::milliseconds(nowMs - wallMs)));
}

QString formatMoment(qint64 wallMs, TimeStyle style)
{
    if (wallMs == 0)
        return {};
    const QDateTime time = moment(wallMs, style);
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ")) + time.timeZoneAbbreviation();
}

QString formatIso(qint64 wallMs, TimeStyle style)
{
    const QDateTime time = moment(wallMs, style);
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QString formatCount(qint64 count)
{
    return QLocale().toString(count);
}

QString formatShort(qint64 count)
{
    if (count < 100'000)
        return formatCount(count);
    const QLocale locale;
    if (count < 1'000'000)
        return locale.toString(count / 1'000) + QLatin1Char('k');
    const bool millions = count < 1'000'000'000;
    const double value = static_cast<double>(count) / (millions ? 1e6 : 1e9);
    const double cut = std::floor(value * 10) / 10; // 1.95M is not 2.0M yet
    return locale.toString(cut, 'f', cut < 100 ? 1 : 0) + QLatin1Char(millions ? 'M' : 'G');
}

QString formatBytes(qint64 bytes)
{
    return QLocale().formattedDataSize(qMax<qint64>(0, bytes), bytes < 1024 ? 0 : 1);
}

QString formatPercent(double percent)
{
    const bool whole = std::abs(percent - std::round(percent)) < 0.05;
    return Formats::tr("%1 %", "percentage").arg(QLocale().toString(percent, 'f', whole ? 0 : 1));
}

QString oneLine(const QString &text, qsizetype most)
{
    QString line = text.left(most + 1);
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator) {
            c = QLatin1Char(' ');
        }
    }
    if (line.size() > most) {
        line.chop(1);
        if (!line.isEmpty() && line.back().isHighSurrogate())
            line.chop(1); // half a character
        line += QChar(0x2026);
    }
    return line.trimmed();
}

QString isolated(const QString &text)
{
    if (std::none_of(text.cbegin(), text.cend(), canReorder))
        return text;
    QString inside = text;
    for (QChar &c : inside) {
        if (c >= QChar(0x2066) && c <= QChar(0x2069))
            c = QChar(QChar::ReplacementCharacter);
    }
    return QChar(0x2068) + inside + QChar(0x2069);
}

QString tipText(const QString &text)
{
    constexpr qsizetype mostLines = 20;
    constexpr qsizetype mostCharacters = 2000;
    QStringList lines = text.left(mostCharacters + 1).split(QLatin1Char('\n'));
    const bool cut = lines.size() > mostLines || text.size() > mostCharacters;
    lines = lines.mid(0, mostLines);
    for (QString &line : lines)
        line = breakable(isolated(oneLine(line, mostCharacters))).toHtmlEscaped();
    if (cut)
        lines << QString(QChar(0x2026));
    // A paragraph makes it rich text, which Qt wraps.
    return text.isEmpty() ? QString()
                          : QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("<br>")));
}

} // namespace ui
