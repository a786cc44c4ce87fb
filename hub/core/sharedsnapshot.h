// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/bytebudget.h"
#include "hub/core/packing.h"
#include "hub/core/store.h"

#include <vector>

namespace hub {

/// A snapshot that streams of one subscription are being sent, each at its own pace. Lives until
/// the last of them has all of it. Hub thread only.
class SharedSnapshot
{
public:
    /// `start` has a snapshot. `hold` is the place of its bytes in the budget.
    SharedSnapshot(StreamStart start, ByteBudget::Hold hold);

    /// How a stream begins that is given this snapshot.
    const StreamStart &start() const { return m_start; }

    std::size_t parts() const { return m_start.snapshot->parts().size(); }
    const QByteArray &part(std::size_t index) const { return m_start.snapshot->parts()[index]; }
    /// The part, compressed for any stream; made when it is first asked for.
    const Block &packed(std::size_t index);

private:
    StreamStart m_start;
    ByteBudget::Hold m_hold;
    std::vector<std::optional<Block>> m_packed;
};

} // namespace hub
