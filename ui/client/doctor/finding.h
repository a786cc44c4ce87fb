// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace ui {

/// The result of one check of the doctor.
struct Finding
{
    enum class Severity {
        Good,
        Note, ///< Worth knowing, or the check was not possible.
        Fault,
    };

    QByteArray check; ///< A stable word: `dns`, `buffering`.
    Severity severity = Severity::Good;
    QString text;
    QString advice = {}; ///< What to do; empty = nothing.
};

/// Returns `good`, `note` or `fault`.
inline QByteArray toString(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Good: return "good";
    case Finding::Severity::Note: return "note";
    case Finding::Severity::Fault: break;
    }
    return "fault";
}

} // namespace ui

Q_DECLARE_METATYPE(ui::Finding)
