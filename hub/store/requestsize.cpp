// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/requestsize.h"

#include "hub/tables/jobrow.h"

namespace hub {

namespace {

constexpr qint64 base = 512;

/// Returns the size of the object's text, because a QJsonObject does not know its size. Encoding is
/// cheaper than parsing was.
qint64 sizeOf(const QJsonObject &object)
{
    return columnText(object).size();
}

qint64 sizeOf(const JobChange &change)
{
    return base + change.result.size() + change.error.size() + change.data.size()
           + (change.message ? change.message->size() * 2 : 0) + change.extra.text().size();
}

} // namespace

qint64 sizeOf(const CreateJob &request)
{
    return base + request.job.message.size() * 2 + sizeOf(request.job.labels)
           + request.job.extra.text().size();
}

qint64 sizeOf(const Publish &request)
{
    return sizeOf(request.change);
}

qint64 sizeOf(const std::vector<Publish> &batch)
{
    qint64 sum = base;
    for (const Publish &item : batch)
        sum += sizeOf(item.change);
    return sum;
}

qint64 sizeOf(const Deliver &request)
{
    qint64 sum = base + request.delivery.headers.size() + request.delivery.body.size();
    for (const JobChange &change : request.changes)
        sum += sizeOf(change);
    return sum;
}

qint64 sizeOf(const Notify &request)
{
    return base + request.data.size();
}

qint64 sizeOf(const Revocation &)
{
    return base;
}

} // namespace hub
