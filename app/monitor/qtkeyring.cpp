// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/qtkeyring.h"

#include "hub/base/log.h"
#include "ui/models/programid.h"

#include <qt6keychain/keychain.h>

namespace app {

namespace {

/// Returns why a job failed. Does not use the key or the secret.
hub::Result<void> resultOf(const QKeychain::Job &job)
{
    using namespace QKeychain;
    switch (job.error()) {
    case NoError:
    case EntryNotFound: return {};
    case NoBackendAvailable:
    case NotImplemented:
        return hub::Error{"no_keyring", QObject::tr("this desktop has no keyring")};
    case AccessDeniedByUser:
    case AccessDenied:
        return hub::Error{"keyring_denied", QObject::tr("the keyring refused access")};
    case CouldNotDeleteEntry:
    case OtherError: break;
    }
    // Not a fault of the monitor: a desktop without a keyring is usual, and the window says it.
    qCDebug(hub::lcClient) << "the keyring failed:" << job.errorString().left(200);
    return hub::Error{"keyring_failed", QObject::tr("no keyring answers")};
}

} // namespace

void QtKeyring::start(QKeychain::Job *job, const QString &key, std::function<void()> finished)
{
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, &m_context, std::move(finished));
    job->start(); // the job deletes itself
}

void QtKeyring::read(const QString &key, const Secret &answer)
{
    auto *job = new QKeychain::ReadPasswordJob(ui::programId);
    start(job, key, [job, answer] {
        const auto result = resultOf(*job);
        answer(result ? hub::Result<QByteArray>(job->binaryData())
                      : hub::Result<QByteArray>(result.error()));
    });
}

void QtKeyring::write(const QString &key, const QByteArray &secret, const Done &answer)
{
    auto *job = new QKeychain::WritePasswordJob(ui::programId);
    job->setBinaryData(secret);
    start(job, key, [job, answer] { answer(resultOf(*job)); });
}

void QtKeyring::remove(const QString &key, const Done &answer)
{
    auto *job = new QKeychain::DeletePasswordJob(ui::programId);
    start(job, key, [job, answer] { answer(resultOf(*job)); });
}

} // namespace app
