// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/acceptor/refusals.h"

#include "hub/base/errorcode.h"
#include "hub/base/utf8.h"

namespace hub {

Error invalidJobId()
{
    return {"invalid_job_id", QStringLiteral("not a valid job id, or a reserved word")};
}

Error unknownJob(const QByteArray &id)
{
    return {errorcode::unknownJob, QStringLiteral("no job %1").arg(fromUtf8(id))};
}

Error reservedJobId(const QByteArray &id)
{
    return {"reserved_job_id", QStringLiteral("job_id: %1 is reserved").arg(fromUtf8(id))};
}

Error externalIdTaken()
{
    return {"external_id_taken", QStringLiteral("external_id: already used by an unfinished job")};
}

Error jobExists(const Job &existing)
{
    return {"job_exists", QStringLiteral("job %1 exists and was created with other values")
                              .arg(fromUtf8(existing.id))};
}

Error illegalTransition(const Job &job, const JobChange &change)
{
    return {"illegal_transition",
            QStringLiteral("job %1 is %2 and cannot become %3")
                .arg(fromUtf8(job.id), QString::fromLatin1(toString(job.status)),
                     QString::fromLatin1(toString(change.type)))};
}

} // namespace hub
