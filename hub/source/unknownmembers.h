// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/fieldreader.h"
#include "hub/wire/jobchange.h"

namespace hub {

/// Moves the unknown members of a webhook to `change`, up to the limit of FieldReader. The rest is
/// dropped and counted, because a job's outcome must not be lost over unknown members.
inline void adoptRest(JobChange &change, const FieldReader &fields)
{
    FieldReader::Rest rest = fields.rest();
    change.extra = std::move(rest.members);
    change.dropped = rest.dropped;
}

} // namespace hub
