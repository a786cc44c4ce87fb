// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

#include <QJsonObject>
#include <QMetaType>

namespace ui {

/// A job event as the client received it.
struct JobEvent
{
    QByteArray id; ///< Wire id, `<epoch>.<ms>-<n>`. Persist it once the event is applied.
    qint64 ms = 0; ///< When the hub accepted the event, in ms since 1970 UTC.
    hub::EventType type = hub::EventType::Log;
    QByteArray jobId;
    QJsonObject data; ///< The parsed JSON.
    QByteArray text; ///< The JSON text as received, for display.
};

/// The content of `hub.gap`: the stream cannot continue at the requested cursor. Events are
/// missing.
struct Gap
{
    /// Wire id that the client sent.
    QByteArray requested;
    /// Wire id after which the stream goes on.
    QByteArray resumedFrom;
    QString reason; ///< `evicted`, `unknown`, `epoch`
};

} // namespace ui

Q_DECLARE_METATYPE(ui::JobEvent)
Q_DECLARE_METATYPE(ui::Gap)
