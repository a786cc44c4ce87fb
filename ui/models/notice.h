// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace ui {

/// The subject of a notification. A digest replaces the digest that is still shown, and a notice
/// about the connection replaces the one before. A notice about one job replaces nothing.
enum class NoticeTopic { Job, Digest, Link };

/// A desktop notification for an operator who does not look at the window.
struct Notice
{
    QString title;
    QString text; ///< Plain text; lines end with a line feed.
    QByteArray jobId; ///< Job to show on a click; empty if there are several.
    bool failure = false;
    NoticeTopic topic = NoticeTopic::Job;
    QString error = {}; ///< Text for the action Copy error; empty = there is no such action.

    bool operator==(const Notice &) const = default;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::Notice)
