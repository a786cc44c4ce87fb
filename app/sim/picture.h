// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace sim {

/// A small PNG of a sun over hills. Its colours depend only on `name`.
QByteArray drawPicture(const QString &name);

/// Describes the picture as an entry of a result's `images`; `base` is the URL of the folder.
QJsonObject describePicture(const QString &base, const QString &name);

} // namespace sim
