// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/acceptor/receipts.h"

#include "hub/base/errorcode.h"
#include "hub/base/utf8.h"

namespace hub {

Receipt refused(const char *code, const QString &message)
{
    Receipt receipt;
    receipt.error = {code, message};
    return receipt;
}

Receipt accepted(EventId event)
{
    Receipt receipt;
    receipt.event = event;
    return receipt;
}

Receipt duplicateOf(EventId event)
{
    Receipt receipt;
    receipt.event = event;
    receipt.duplicate = true;
    return receipt;
}

Receipt invalidJobId()
{
    return refused("invalid_job_id", QStringLiteral("not a valid job id, or a reserved word"));
}

Receipt unknownJob(const QByteArray &id)
{
    return refused(errorcode::unknownJob, QStringLiteral("no job %1").arg(fromUtf8(id)));
}

Receipt reservedJobId(const QByteArray &id)
{
    return refused("reserved_job_id", QStringLiteral("job_id: %1 is reserved").arg(fromUtf8(id)));
}

Receipt externalIdTaken()
{
    return refused("external_id_taken",
                   QStringLiteral("external_id: already used by an unfinished job"));
}

} // namespace hub
