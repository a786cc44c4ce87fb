// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/clock.h"
#include "hub/store/sqlitestore.h"

#include <QCoreApplication>

#include <cstdio>

#include <unistd.h>

using namespace hub;

namespace {

constexpr int inFlight = 32;
constexpr int jobs = 7;

/// Writes without end and prints each accepted write on a line: `<event id> <job> <number>`.
class Writer
{
public:
    Writer(Store &store, qint64 first) : m_store(store), m_next(first)
    {
        for (int i = 0; i < inFlight; ++i)
            writeNext();
    }

private:
    void writeNext()
    {
        const QByteArray number = QByteArray::number(m_next++);
        const QByteArray job = "job-" + QByteArray::number(m_next % jobs);
        Publish request;
        request.change.jobId = job;
        request.change.type = EventType::Log;
        request.change.data = number;
        request.publisher = QByteArrayLiteral("writer");
        m_store.publish(std::move(request), [this, job, number](const Result<Published> &answer) {
            if (!answer || answer->receipt.event.isNull())
                _exit(3);
            const QByteArray line =
                answer->receipt.event.toString() + ' ' + job + ' ' + number + '\n';
            if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
                _exit(4);
            writeNext();
        });
    }

    Store &m_store;
    qint64 m_next;
};

} // namespace

/// Usage: storewriter DATABASE FIRST-NUMBER. It runs until it is killed.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc != 3)
        return 1;
    const SystemClock clock;
    StoreOptions options;
    options.path = QString::fromLocal8Bit(argv[1]);
    const auto store = SqliteStore::open(options, clock);
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().message));
        return 2;
    }
    const Writer writer(**store, QByteArray(argv[2]).toLongLong());
    return QCoreApplication::exec();
}
