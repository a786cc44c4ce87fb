// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace sim {

/// A small PNG (sun over hills) whose colours follow from its name; the same name is the same
/// picture.
QByteArray drawPicture(const QString &name);

/// The picture as an entry of a result's `images`, served under `base`.
QJsonObject describePicture(const QString &base, const QString &name);

} // namespace sim
