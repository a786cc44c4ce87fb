// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/mapping.h"

namespace hub {

/// RunPod's webhooks: `{id,status,output:{files:[…]},error?,…}`. The external id finds the job.
class RunpodMapping final : public Mapping
{
public:
    Result<Mapped> map(const Inbound &inbound) const override;
};

} // namespace hub
