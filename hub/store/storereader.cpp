// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storereader.h"

#include "hub/base/log.h"

#include <utility>

namespace hub {

namespace {
constexpr std::chrono::hours patience{1};
} // namespace

StoreReader::StoreReader(std::unique_ptr<ReadSession> session, StoreInbox &inbox,
                         StoreHealth &health, Done done)
    : m_session(std::move(session))
    , m_inbox(inbox)
    , m_health(health)
    , m_done(std::move(done))
{ }

void StoreReader::run()
{
    while (!m_inbox.isClosed()) {
        StoreRequests requests = m_inbox.take(patience);
        for (const auto &request : requests)
            process(*request);
        if (!requests.empty())
            m_done(std::move(requests));
    }
}

void StoreReader::process(StoreRequest &request)
{
    const auto failure = m_session->inTransaction([&] { request.run(*m_session); });
    if (!failure)
        return;
    qCWarning(lcStore).noquote() << "a database request failed:" << failure->message;
    if (isOutage(*failure))
        m_health.noteFailure(*failure);
    request.fail(unavailable(*failure));
}

} // namespace hub
