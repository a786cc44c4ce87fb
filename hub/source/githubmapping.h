// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/mapping.h"

namespace hub {

/// GitHub Actions. `workflow_run`, `workflow_job` and `check_run` become the jobs
/// `<source>.run.<id>`, `<source>.job.<id>` and `<source>.check.<id>`. A re-run of a workflow is a
/// new attempt of its job. Every other event, such as `ping`, is accepted and has no effect.
class GithubMapping final : public Mapping
{
public:
    Result<Mapped> map(const Inbound &inbound) const override;
};

} // namespace hub
