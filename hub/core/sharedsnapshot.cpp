// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/sharedsnapshot.h"

#include <utility>

namespace hub {

SharedSnapshot::SharedSnapshot(StreamStart start, ByteBudget::Hold hold)
    : m_start(std::move(start))
    , m_hold(std::move(hold))
    , m_packed(m_start.snapshot->parts().size())
{ }

const Block &SharedSnapshot::packed(std::size_t index)
{
    if (!m_packed[index])
        m_packed[index] = PackedStream::alone(part(index));
    return *m_packed[index];
}

} // namespace hub
