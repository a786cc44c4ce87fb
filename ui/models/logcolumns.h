// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace ui {

/// The columns of the event log, in their usual order.
enum class LogColumn {
    Marks, ///< Signs for marks, matches and labels.
    Time,
    Delta, ///< The time since the previous visible row.
    Level,
    Event,
    Owner,
    Job,
    Message,
    Id,
};

constexpr int logColumnCount = 9;

/// Returns the names of all columns in the settings, by LogColumn.
QList<QByteArray> logColumnNames();

/// Returns the title of a column; empty for LogColumn::Marks.
QString title(LogColumn column);

/// Returns whether the operator may hide a column. The signs and the message stay.
bool mayHide(LogColumn column);

/// Returns whether a column is visible until the operator changes that.
bool isShownAtFirst(LogColumn column);

} // namespace ui
