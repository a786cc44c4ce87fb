// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/source.h"

namespace hub {

/// Image generations in the image dialect,
/// `{"request_id","status":"OK|ERROR|PROGRESS","message"?,"payload"?}`, or with a queue's words
/// (`IN_QUEUE`, `IN_PROGRESS`, `COMPLETED`, `FAILED`). The request is the job.
class ImageGenSource final : public Source
{
public:
    Result<Mapped> map(const Inbound &inbound) const override;
};

} // namespace hub
