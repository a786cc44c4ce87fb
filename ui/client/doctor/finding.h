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
    enum class Verdict {
        Good,
        Note, ///< Worth knowing, or the check was not possible.
        Fault,
    };

    QByteArray check; ///< A stable word: `dns`, `buffering`.
    Verdict verdict = Verdict::Good;
    QString text;
    QString advice = {}; ///< What to do; empty = nothing.
};

/// Returns `good`, `note` or `fault`.
inline QByteArray toString(Finding::Verdict verdict)
{
    switch (verdict) {
    case Finding::Verdict::Good: return "good";
    case Finding::Verdict::Note: return "note";
    case Finding::Verdict::Fault: break;
    }
    return "fault";
}

} // namespace ui

Q_DECLARE_METATYPE(ui::Finding)
