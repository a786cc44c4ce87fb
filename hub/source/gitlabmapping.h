// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/mapping.h"

namespace hub {

/// GitLab CI. `Pipeline Hook` and `Job Hook` become the jobs `<source>.pipeline.<id>` and
/// `<source>.job.<id>`. Every other event is accepted and has no effect. A pipeline or job that
/// runs again keeps its id and starts a new attempt (gitlabrun.h).
class GitlabMapping final : public Mapping
{
public:
    Result<Mapped> map(const Inbound &inbound) const override;
};

} // namespace hub
