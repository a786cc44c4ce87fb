// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/json/jsonslice.h"
#include "hub/source/inbound.h"
#include "hub/wire/fieldreader.h"
#include "hub/wire/jobchange.h"

namespace hub {

/// These functions are shared by the sources of CI services.

/// Returns the job id `<source>.<word>.<id>`, where `<id>` is the field `name`. The source is part
/// of it because a CI service's numbers are unique only within that service. Rejects the field and
/// returns an empty id when the field is missing or the result is no valid job id.
QByteArray ciJobId(FieldReader &fields, QLatin1String name, const Inbound &inbound,
                   const QByteArray &word);

/// Copies texts of the payload to the change's extra fields, under the same names. Each is cut to
/// 1024 characters.
void keepTexts(FieldReader &fields, JobChange &change, std::initializer_list<QLatin1String> names);

/// Copies the name of the project, `member`.`name`, to the extra field `repository`.
void keepRepository(FieldReader &fields, JobChange &change, QLatin1String member,
                    QLatin1String name);

/// Sets the step to `done` of `total`. While the job runs, also sets the progress in percent.
void adoptStepCount(JobChange &change, int done, int total);

/// Sets the result or the error of a change that ends the job, from its extra fields.
void describeOutcome(JobChange &change);

} // namespace hub
