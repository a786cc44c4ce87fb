// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/mapping.h"

namespace hub {

/// Executions in the execution dialect: `{"event":"pod.created","execution_id",…}`. Accepts other
/// names too: `type` or `event_type`, `id` or `job_id`, `user_id` or `owner`. Each execution is a
/// job of kind `execution`.
class ExecutionMapping final : public Mapping
{
public:
    Result<Mapped> map(const Inbound &inbound) const override;
};

} // namespace hub
