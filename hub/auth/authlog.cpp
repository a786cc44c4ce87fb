// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/authlog.h"

namespace hub {

Q_LOGGING_CATEGORY(lcAuth, "heliograph.auth")

} // namespace hub
