// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/log.h"

#include "hub/base/logwriter.h"
#include "hub/base/printable.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cstdlib>
#include <mutex>

namespace hub {

Q_LOGGING_CATEGORY(lcHub, "heliograph.hub", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "heliograph.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "heliograph.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSource, "heliograph.source", QtInfoMsg)
Q_LOGGING_CATEGORY(lcClient, "heliograph.client", QtInfoMsg)

namespace {

constexpr int standardError = 2; ///< The descriptor of stderr, on every system.
constexpr qint64 defaultQueueBytes = 4 * 1024 * 1024;
constexpr std::chrono::milliseconds flushPatience{1000};

std::atomic<LogFormat> installedFormat{LogFormat::Text};

struct Observer
{
    std::mutex mutex;
    std::function<void(QtMsgType, const QByteArray &)> call;
};

Observer &observer()
{
    static auto *const instance = new Observer; // never destroyed: static destructors may log
    return *instance;
}

/// Uses the time of the operating system: the log serves the whole process, which may have several
/// clocks.
QByteArray lineNow(QtMsgType level, const char *category, const QString &text)
{
    return logLine(installedFormat.load(std::memory_order_relaxed),
                   QDateTime::currentMSecsSinceEpoch(), level, category, text);
}

QByteArray droppedNote(qint64 lines)
{
    return lineNow(QtWarningMsg, lcHub().categoryName(),
                   QStringLiteral("%1 log lines were dropped: stderr was closed or too slow")
                       .arg(lines))
           + '\n';
}

LogWriter &writer()
{
    static auto *const instance = [] { // never destroyed, for the same reason
        auto *made = new LogWriter(standardError, defaultQueueBytes, droppedNote);
        LogOutput::aroundFork([] { writer().prepareFork(); }, [] { writer().afterForkInParent(); },
                              [] { writer().afterForkInChild(); });
        std::atexit([] {
            writer().flush(flushPatience);
            writer().close();
        });
        return made;
    }();
    return *instance;
}

const char *levelName(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "error";
    case QtFatalMsg: return "fatal";
    }
    return "info";
}

void writeLine(QtMsgType level, const QMessageLogContext &context, const QString &text)
{
    const QByteArray line = lineNow(level, context.category, text);
    if (level == QtFatalMsg)
        writer().writeAnyway(line + '\n');
    else
        writer().write(line + '\n');
    if (qstrncmp(context.category, "heliograph.", 11) == 0) {
        const std::lock_guard lock(observer().mutex);
        if (observer().call)
            observer().call(level, line);
    }
    if (level == QtFatalMsg) {
        flushLog();
        std::abort();
    }
}

} // namespace

QByteArray logLine(LogFormat format, qint64 ms, QtMsgType level, const char *category,
                   const QString &text)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(Qt::ISODateWithMs);
    const QString name = QString::fromLatin1(category ? category : "default");
    if (format == LogFormat::Json) {
        const QJsonObject object{{QStringLiteral("time"), time},
                                 {QStringLiteral("level"), QString::fromLatin1(levelName(level))},
                                 {QStringLiteral("category"), name},
                                 {QStringLiteral("message"), text}};
        return escapedJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    return QStringLiteral("%1 %2 %3: %4")
        .arg(time, QString::fromLatin1(levelName(level)).leftJustified(7), name,
             escapedControls(text))
        .toUtf8();
}

void setLogLevel(LogLevel level)
{
    const auto rule = [level](const char *type, LogLevel least) {
        return QStringLiteral("heliograph.*.%1=%2\n")
            .arg(QLatin1String(type), QLatin1String(level <= least ? "true" : "false"));
    };
    QLoggingCategory::setFilterRules(rule("debug", LogLevel::Debug) + rule("info", LogLevel::Info)
                                     + rule("warning", LogLevel::Warning));
}

void setLogObserver(std::function<void(QtMsgType, const QByteArray &)> call)
{
    const std::lock_guard lock(observer().mutex);
    observer().call = std::move(call);
}

void setLogQueueBytes(qint64 bytes)
{
    writer().setMaxBytes(bytes);
}

void flushLog()
{
    writer().flush(flushPatience);
}

qint64 droppedLogLines()
{
    return writer().dropped();
}

void installLogFormat(LogFormat format)
{
    installedFormat = format;
    (void)writer();
    qInstallMessageHandler(writeLine);
}

} // namespace hub
