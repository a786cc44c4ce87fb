// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace hub {

Q_DECLARE_LOGGING_CATEGORY(lcAuth) ///< `heliograph.auth`: fetches of keys

} // namespace hub
