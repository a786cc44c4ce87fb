// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/bytebudget.h"
#include "hub/core/packing.h"
#include "hub/core/streamstart.h"

#include <vector>

namespace hub {

/// A snapshot shared by streams of one subscription, each at its own pace. It lives until the last
/// of them was sent all of it. Hub thread only.
class SharedSnapshot
{
public:
    /// `start` must have a snapshot. `hold` reserves its bytes in the budget.
    SharedSnapshot(StreamStart start, ByteBudget::Hold hold);

    /// Returns how a stream begins with this snapshot.
    const StreamStart &start() const { return m_start; }

    std::size_t parts() const { return m_start.snapshot->parts().size(); }
    const QByteArray &part(std::size_t index) const { return m_start.snapshot->parts()[index]; }
    /// Returns the part compressed for any stream. It is compressed on first use.
    const Block &packed(std::size_t index);

private:
    StreamStart m_start;
    ByteBudget::Hold m_hold;
    std::vector<std::optional<Block>> m_packed;
};

} // namespace hub
