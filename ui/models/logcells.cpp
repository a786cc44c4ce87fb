// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logcells.h"

#include "ui/models/filteredit.h"
#include "ui/models/jobwords.h"
#include "ui/models/loglevel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr qsizetype longestTerm = 80;

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::LogCells)
};

QString plainSpan(std::chrono::milliseconds time)
{
    if (time < 1s)
        return Texts::tr("%1 ms").arg(time.count());
    if (time < 10s)
        return Texts::tr("%1 s").arg(
            QLocale().toString(static_cast<double>(time.count()) / 1000.0, 'f', 1));
    return formatDuration(time);
}

/// The whole second of a row. Filters read a time without an offset as the window shows times.
QString timeTerm(qint64 ms, TimeStyle style)
{
    QDateTime moment = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    if (style == TimeStyle::Local)
        moment = moment.toLocalTime();
    return QStringLiteral("time:") + moment.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
}

QString noteWord(LogKind kind)
{
    switch (kind) {
    case LogKind::Event: break;
    case LogKind::Gap: return QStringLiteral("gap");
    case LogKind::Reconnected: return QStringLiteral("connected");
    case LogKind::HubRestarted: return QStringLiteral("hub_restarted");
    case LogKind::Note: return QStringLiteral("note");
    }
    return {};
}

} // namespace

QString formatDelta(std::chrono::milliseconds time)
{
    return time < 0ms ? QStringLiteral("\u2212") + plainSpan(-time)
                      : QLatin1Char('+') + plainSpan(time);
}

QString logId(const LogRow &row)
{
    return row.kind == LogKind::Event ? QStringLiteral("%1-%2").arg(row.ms).arg(row.n) : QString();
}

QString logTerm(const EventRing &ring, qint64 sequence, LogColumn column, TimeStyle style)
{
    const LogRow &row = ring.at(sequence);
    if (row.kind != LogKind::Event)
        return {};
    switch (column) {
    case LogColumn::Time: return timeTerm(row.ms, style);
    case LogColumn::Level:
        return row.level == LogLevel::None ? QString()
                                           : QStringLiteral("level:") + filterWordOf(row.level);
    case LogColumn::Event:
        return QStringLiteral("event:") + QString::fromLatin1(toString(row.type));
    case LogColumn::Job:
        return row.job == 0 ? QString()
                            : fieldTerm(QStringLiteral("job"), displayText(ring.jobId(row.job)));
    case LogColumn::Message: {
        const QString text = displayText(ring.text(sequence));
        return text.isEmpty() ? QString() : wordTerm(text.left(longestTerm));
    }
    case LogColumn::Id: return fieldTerm(QStringLiteral("id"), logId(row));
    case LogColumn::Marks:
    case LogColumn::Delta:
    case LogColumn::Owner: break;
    }
    return {};
}

QByteArray logJson(const EventRing &ring, qint64 sequence, const QString &owner)
{
    const LogRow &row = ring.at(sequence);
    QJsonObject object{{QStringLiteral("time"), formatIso(row.ms, TimeStyle::Utc)}};
    const auto add = [&object](const char *name, const QString &value) {
        if (!value.isEmpty())
            object.insert(QLatin1String(name), value);
    };
    add("id", logId(row));
    add("level", filterWordOf(shownLevel(row)));
    add("note", noteWord(row.kind));
    if (row.kind == LogKind::Event)
        add("event", QString::fromLatin1(toString(row.type)));
    add("job", displayText(ring.jobId(row.job)));
    add("owner", owner);
    add("message", displayText(ring.text(sequence)));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString logSentence(const EventRing &ring, qint64 sequence, TimeStyle style)
{
    const LogRow &row = ring.at(sequence);
    QStringList parts{formatClock(row.ms, style), word(shownLevel(row))};
    if (row.kind == LogKind::Event)
        parts << word(row.type);
    if (row.job != 0)
        parts << Texts::tr("job %1").arg(displayText(ring.jobId(row.job)));
    parts << displayText(ring.text(sequence));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace ui
