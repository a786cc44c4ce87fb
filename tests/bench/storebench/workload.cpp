// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/storebench/workload.h"

#include <QDateTime>

namespace bench {

using namespace hub;

Publish logLine(qint64 number, int jobs)
{
    static const QString message(110, QLatin1Char('m'));
    Publish publish;
    publish.change.jobId = "job-" + QByteArray::number(number % jobs);
    publish.change.type = EventType::Log;
    publish.change.message = message;
    publish.change.data = "{\"seq\":" + QByteArray::number(number) + ",\"t\":0}";
    publish.publisher = "bench";
    return publish;
}

std::vector<Publish> batchOf(qint64 firstNumber, int size, int jobs)
{
    std::vector<Publish> batch;
    batch.reserve(static_cast<size_t>(size));
    for (int i = 0; i < size; ++i)
        batch.push_back(logLine(firstNumber + i, jobs));
    return batch;
}

CreateJob jobWithExternalId(qint64 number)
{
    CreateJob create;
    create.job.id = "w-" + QByteArray::number(number);
    create.job.kind = JobKind::Restore;
    create.job.externalId = "rp-" + QByteArray::number(number);
    create.fingerprint = QByteArray(64, 'f');
    return create;
}

Deliver completionOf(qint64 number)
{
    const QByteArray externalId = "rp-" + QByteArray::number(number);
    const QByteArray output = R"({"files":["/workspace/outputs/restored.jpg"]})";
    Deliver deliver;
    Delivery &delivery = deliver.delivery;
    delivery.source = "runpod-completion";
    delivery.receivedMs = QDateTime::currentMSecsSinceEpoch();
    delivery.method = "POST";
    delivery.path = "/api/v1/webhooks/runpod-completion";
    delivery.headers = "Host: 127.0.0.1:4354\nContent-Type: application/json\n"
                       "Content-Length: 147\n";
    delivery.body = R"({"delayTime":4736,"executionTime":157,"id":")" + externalId
                    + R"(","output":)" + output + R"(,"status":"COMPLETED"})";
    delivery.verdict = DeliveryVerdict::Accepted;
    delivery.dedupKey = {externalId + ":COMPLETED"};
    delivery.externalId = externalId;
    JobChange change;
    change.externalId = externalId;
    change.type = EventType::Completed;
    change.result = output;
    deliver.changes.push_back(change);
    return deliver;
}

} // namespace bench
