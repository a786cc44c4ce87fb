// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/source.h"

namespace hub {

/// GitHub Actions: `workflow_run`, `workflow_job` and `check_run` become the jobs
/// `<source>.run.<id>` (a re-run `<source>.run.<id>.<attempt>`), `<source>.job.<id>` and
/// `<source>.check.<id>`. Every other event, `ping` among them, is taken without effect.
class GithubSource final : public Source
{
public:
    Result<Mapped> map(const Inbound &inbound) const override;
};

} // namespace hub
