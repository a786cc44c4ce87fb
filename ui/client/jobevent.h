// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

#include <QJsonObject>
#include <QMetaType>

namespace ui {

/// A job event as a client got it.
struct JobEvent
{
    QByteArray id; ///< Wire id, `<epoch>.<ms>-<n>`; persist it after applying.
    qint64 ms = 0; ///< When the hub accepted it, ms since 1970 UTC.
    hub::EventType type = hub::EventType::Log;
    QByteArray jobId;
    QJsonObject data; ///< Parsed, for the fields.
    QByteArray text; ///< The JSON text as received, for showing.
};

/// `hub.gap`: events were missed.
struct Gap
{
    QByteArray requested;
    QByteArray resumedFrom;
    QString reason; ///< `evicted`, `unknown`, `epoch`
};

} // namespace ui

Q_DECLARE_METATYPE(ui::JobEvent)
Q_DECLARE_METATYPE(ui::Gap)
