// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/wantedjob.h"

#include "app/monitor/hubconnection.h"
#include "hub/base/utf8.h"
#include "hub/wire/topic.h"
#include "ui/models/session.h"
#include "ui/widgets/mainwindow.h"

#include <algorithm>

namespace app {

namespace {

/// Limit on the pages of a search. The hub examines up to 20 000 jobs for a page.
constexpr int mostPages = 200;

} // namespace

WantedJob::WantedJob(ui::Session *session, HubConnection *hub, ui::MainWindow *window,
                     QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_hub(hub)
    , m_window(window)
{
    connect(session, &ui::Session::updated, this, &WantedJob::tryShow);
}

WantedJob::~WantedJob() = default;

void WantedJob::show(const QByteArray &id)
{
    start(id, false);
}

void WantedJob::lookUp(const QString &text)
{
    start(text.toUtf8(), true);
}

void WantedJob::start(const QByteArray &id, bool asBeginning)
{
    clear();
    m_id = id;
    m_asBeginning = asBeginning;
    tryShow();
}

void WantedJob::clear()
{
    m_id.clear();
    m_asking.reset();
}

void WantedJob::tryShow()
{
    if (m_id.isEmpty() || !m_session->hasSnapshot())
        return;
    if (m_session->jobs().find(m_id) >= 0) {
        const QByteArray id = m_id;
        clear();
        m_window->selectJob(id);
    } else if (!m_asking) {
        ask();
    }
}

void WantedJob::ask()
{
    m_asking = std::make_unique<QObject>();
    if (hub::isValidId(m_id)) {
        m_hub->api()->job(m_id, m_asking.get(),
                          [this](const hub::Result<hub::Job> &job) { handleJob(job); });
    } else {
        giveUp(tr("No job has the id %1.").arg(hub::fromUtf8(m_id)));
    }
}

void WantedJob::handleJob(const hub::Result<hub::Job> &job)
{
    const QString id = hub::fromUtf8(m_id);
    if (job) {
        take(*job);
    } else if (job.error().code != "unknown_job") {
        giveUp(tr("Job %1 was not found: %2").arg(id, job.error().message));
    } else if (m_asBeginning) {
        search({}, 0);
    } else {
        giveUp(tr("This hub has no job %1, or you may not see it.").arg(id));
    }
}

void WantedJob::search(const QByteArray &pageCursor, int pages)
{
    QByteArray query = "limit=100&q=" + m_id.toPercentEncoding();
    if (!pageCursor.isEmpty())
        query += "&cursor=" + pageCursor.toPercentEncoding();
    m_hub->api()->jobs(query, {}, m_asking.get(),
                       [this, pages](const hub::Result<ui::HubApi::JobPage> &page) {
                           handlePage(page, pages + 1);
                       });
}

void WantedJob::handlePage(const hub::Result<ui::HubApi::JobPage> &page, int pages)
{
    const QString id = hub::fromUtf8(m_id);
    if (!page)
        return giveUp(tr("Job %1 was not found: %2").arg(id, page.error().message));
    const auto found = std::find_if(page->jobs.begin(), page->jobs.end(),
                                    [this](const auto &job) { return job.id.startsWith(m_id); });
    if (found != page->jobs.end()) {
        take(*found);
    } else if (page->next.isEmpty()) {
        giveUp(tr("No job of this hub begins with %1.").arg(id));
    } else if (pages == mostPages) {
        giveUp(tr("No job among the newest begins with %1. Enter the whole id to find an old one.")
                   .arg(id));
    } else {
        search(page->next, pages);
    }
}

/// Puts the job into the list. tryShow() selects it there.
void WantedJob::take(const hub::Job &job)
{
    m_id = job.id;
    m_session->receive(ui::arrival::Loaded{{job}});
}

void WantedJob::giveUp(const QString &notice)
{
    clear();
    m_window->showNotice(notice);
}

} // namespace app
