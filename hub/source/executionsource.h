// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/source.h"

namespace hub {

/// Executions in their own dialect, `{"event":"pod.created","execution_id",…}`; also `type` or
/// `event_type`, `id` or `job_id`, `user_id` or `owner`. An execution is a job of that kind.
class ExecutionSource final : public Source
{
public:
    Result<Mapped> map(const Inbound &inbound) const override;
};

} // namespace hub
