// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/loglevel.h"

#include "hub/filter/eventlevel.h"

#include <QCoreApplication>

namespace ui {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::LogLevel)
};

} // namespace

LogLevel logLevel(hub::EventType type, QByteArrayView sent)
{
    switch (hub::eventLevel(type, sent)) {
    case hub::EventLevel::Debug: return LogLevel::Debug;
    case hub::EventLevel::Info: return LogLevel::Info;
    case hub::EventLevel::Warning: return LogLevel::Warning;
    case hub::EventLevel::Error: return LogLevel::Error;
    }
    return LogLevel::Info;
}

LogLevel shownLevel(const LogRow &row)
{
    if (row.kind == LogKind::Event)
        return row.level;
    return row.kind == LogKind::Reconnected ? LogLevel::Info : LogLevel::Warning;
}

QString word(LogLevel level)
{
    switch (level) {
    case LogLevel::None: break;
    case LogLevel::Debug: return Texts::tr("Debug");
    case LogLevel::Info: return Texts::tr("Info");
    case LogLevel::Warning: return Texts::tr("Warning");
    case LogLevel::Error: return Texts::tr("Error");
    }
    return {};
}

QString filterWordOf(LogLevel level)
{
    switch (level) {
    case LogLevel::None: break;
    case LogLevel::Debug: return QStringLiteral("debug");
    case LogLevel::Info: return QStringLiteral("info");
    case LogLevel::Warning: return QStringLiteral("warning");
    case LogLevel::Error: return QStringLiteral("error");
    }
    return {};
}

} // namespace ui
