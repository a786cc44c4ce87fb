// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace ui {

/// Writes bytes to a file on a thread of the global pool, and replaces the file only as a whole.
/// `context` lives on the thread of the application. Calls `done` there: with an empty text, or
/// with the reason of the system for a failure. Never calls it after `context` is destroyed.
void saveBytes(const QString &path, const QByteArray &bytes, QObject *context,
               std::function<void(const QString &problem)> done);

} // namespace ui
