// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace hub {

/// The state of the store. It accepts writes while it is healthy.
struct StoreStatus
{
    bool healthy = true;
    QString problem; ///< Text for operators; empty when healthy.
};

} // namespace hub
