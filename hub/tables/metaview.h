// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/tables/metatable.h"

namespace hub {

/// Meta as a reading transaction sees it. Has only the epoch, the last event, the settled event and
/// the floor.
class MetaView
{
public:
    explicit MetaView(Database &database);

    /// Reads Meta again. Call it at the start of each transaction.
    void refresh();

    Meta current;

private:
    Statement m_row;
    Statement m_newest;
};

} // namespace hub
