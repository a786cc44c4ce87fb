// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/jobdelta.h"

#include <QMetaType>

namespace ui {

/// A job event as the client received it.
struct JobEvent
{
    QByteArray id; ///< Wire id, `<epoch>.<ms>-<n>`. Persist it once the event is applied.
    hub::JobDelta delta; ///< What the event says about its job. Its id is that of the wire id.
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
