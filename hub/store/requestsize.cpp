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

struct Measure
{
    qint64 operator()(const CreateJob &request) const
    {
        return base + request.job.message.size() * 2 + sizeOf(request.job.labels)
               + request.job.extra.text().size();
    }

    qint64 operator()(const Publish &request) const { return sizeOf(request.change); }

    qint64 operator()(const PublishBatch &request) const
    {
        qint64 sum = base;
        for (const Publish &item : request.items)
            sum += sizeOf(item.change);
        return sum;
    }

    qint64 operator()(const Deliver &request) const
    {
        qint64 sum = base + request.delivery.headers.size() + request.delivery.body.size();
        for (const JobChange &change : request.changes)
            sum += sizeOf(change);
        return sum;
    }

    qint64 operator()(const Notify &request) const { return base + request.data.size(); }

    qint64 operator()(const Revocation &) const { return base; }
};

} // namespace

qint64 sizeOf(const Write &write)
{
    return std::visit(Measure(), write);
}

} // namespace hub
