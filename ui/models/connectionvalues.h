// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace ui {

class ConnectionModel;

/// Returns the texts that connections have in a field of hub::connectionFields(), sorted: topics,
/// users, scopes, addresses. Empty for other fields.
QStringList connectionValues(const ConnectionModel &connections, const QString &field);

} // namespace ui
