// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/source.h"

namespace hub {

/// GitLab CI: `Pipeline Hook` and `Job Hook` become the jobs `<source>.pipeline.<id>` and
/// `<source>.job.<id>`. Every other event is taken without effect. A pipeline that is retried after
/// it ended keeps its id, and here its end.
class GitlabSource final : public Source
{
public:
    Result<Mapped> map(const Inbound &inbound) const override;
};

} // namespace hub
