// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/fieldreader.h"
#include "hub/wire/jobchange.h"

namespace hub {

/// Gives `change` the unknown members of its webhook, as many as its bound allows. The rest is
/// dropped and counted: the outcome of a job must not be lost for it.
inline void adoptRest(JobChange &change, const FieldReader &fields)
{
    FieldReader::Rest rest = fields.rest();
    change.extra = std::move(rest.members);
    change.dropped = rest.dropped;
}

} // namespace hub
