// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace hub {

/// The exact bytes of the value of a top-level member of `object`, so that foreign JSON can be carried unchanged
/// (numbers beyond 2^53, key order, spelling of escapes). The last of repeated members counts, as in QJsonDocument.
/// `object` must be text that QJsonDocument accepted as an object; nullopt when it has no such member.
std::optional<QByteArrayView> jsonMember(QByteArrayView object, QByteArrayView name);

} // namespace hub
