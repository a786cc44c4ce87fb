// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/inbound.h"
#include "hub/wire/fieldreader.h"
#include "hub/wire/jobchange.h"
#include "hub/wire/jsonslice.h"

namespace hub {

/// What CI services have in common.

/// `<source>.<word>.<id>`: their numbers are unique only within one service. Empty, and the field
/// rejected, when there is none or the whole is no id of ours.
QByteArray ciJobId(FieldReader &fields, QLatin1String name, const Inbound &inbound,
                   const QByteArray &word);

/// Carries texts of the payload along under their own names.
void keepTexts(FieldReader &fields, JobChange &change, std::initializer_list<QLatin1String> names);

/// Carries the name of the project along as `repository`.
void keepRepository(FieldReader &fields, JobChange &change, QLatin1String member,
                    QLatin1String name);

/// So many of its parts are done: step and, while it runs, progress.
void adoptStepCount(JobChange &change, int done, int total);

/// Error or result of a change that ends the job, from what it carries along.
void describeOutcome(JobChange &change);

} // namespace hub
