// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/mapping.h"

namespace hub {

/// Image generations in the image dialect:
/// `{"request_id","status":"OK|ERROR|PROGRESS","message"?,"payload"?}`. The status may also be a
/// word of a queue (`IN_QUEUE`, `IN_PROGRESS`, `COMPLETED`, `FAILED`). Each request is a job of
/// kind `image`.
class ImageGenMapping final : public Mapping
{
public:
    Result<Mapped> map(const Inbound &inbound) const override;
};

} // namespace hub
