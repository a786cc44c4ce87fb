// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sim/producer.h"

namespace sim {

/// Executions on pods. All reports go to the `execution` webhook and use that dialect's event
/// names.
class ExecutionProducer final : public Producer
{
public:
    explicit ExecutionProducer(const Mishaps &mishaps);

    Script script(Chance &chance) const override;

private:
    Mishaps m_mishaps;
};

} // namespace sim
