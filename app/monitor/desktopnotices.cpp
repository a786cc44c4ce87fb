// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/desktopnotices.h"

#include "app/monitor/recentfailures.h"
#include "app/monitor/request.h"
#include "ui/models/session.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/notifier.h"
#include "ui/widgets/tray.h"
#include "ui/widgets/watchaction.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QSettings>
#include <QUrl>

#include <utility>

namespace app {

namespace {

constexpr int secondsBetweenMarks = 300;

} // namespace

DesktopNotices::DesktopNotices(ui::Session *session, ui::MainWindow *window, ui::Tray *tray,
                               QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_tray(tray)
    , m_settings(settings)
    , m_notifier(ui::Notifier::make(tray, this))
    , m_policy(&session->clock())
{
    connect(session, &ui::Session::jobEnded, this, &DesktopNotices::handleEnded);
    connect(session, &ui::Session::linkChanged, this, &DesktopNotices::lookForAbsence);
    for (ui::PauseMenu *menu : {tray->pauseMenu(), window->pauseMenu()}) {
        connect(menu, &ui::PauseMenu::pauseWanted, this, &DesktopNotices::pause);
        connect(menu, &ui::PauseMenu::resumeWanted, this, &DesktopNotices::resume);
    }
    connect(window, &ui::MainWindow::noticesResumeWanted, this, &DesktopNotices::resume);
    window->addJobAction(
        new ui::WatchAction(session, window->jobsPage()->table(), &m_watched, this));
    connectNotifier();
}

void DesktopNotices::connectNotifier()
{
    connect(m_notifier, &ui::Notifier::showWanted, this, &DesktopNotices::handleShow);
    connect(m_notifier, &ui::Notifier::copyWanted, this,
            [](const ui::Notice &notice) { QGuiApplication::clipboard()->setText(notice.error); });
    connect(m_notifier, &ui::Notifier::muteWanted, this, [this] { pause(ui::PauseChoice::Hour); });
    connect(m_notifier, &ui::Notifier::closed, this, [this](ui::NoticeTopic topic) {
        if (topic == ui::NoticeTopic::Digest)
            m_policy.noteDigestClosed();
    });
}

/// An address has slashes, which would make groups.
QString DesktopNotices::key() const
{
    return QStringLiteral("known/") + QString::fromLatin1(QUrl::toPercentEncoding(m_address));
}

void DesktopNotices::setHub(const QString &address)
{
    saveMark();
    m_address = address;
    m_policy.forgetHub();
    m_notifier->withdraw();
    m_stalls.reset();
    m_watched.clear();
    m_away.reset(m_settings->value(key()).toString().toUtf8());
}

void DesktopNotices::saveMark()
{
    m_seconds = 0;
    const QString mark = QString::fromLatin1(m_away.mark());
    if (!m_address.isEmpty() && !mark.isEmpty() && m_settings->value(key()).toString() != mark)
        m_settings->setValue(key(), mark);
}

void DesktopNotices::pause(ui::PauseChoice choice)
{
    m_policy.pause(choice);
    showPause();
}

void DesktopNotices::resume()
{
    m_policy.resume();
    showPause();
}

/// Shows the pause if its state has changed, for example because its time is over.
void DesktopNotices::showPause()
{
    const auto end = m_policy.endMs();
    const QString until =
        end ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*end).time(), QLocale::ShortFormat)
            : QString();
    const bool paused = m_policy.isPaused();
    if (paused == m_pausedShown && until == m_pauseShown)
        return;
    m_pausedShown = paused;
    m_pauseShown = until;
    m_window->setNoticesPaused(paused, until);
    m_tray->pauseMenu()->setPaused(paused, until);
}

/// An operator who uses the window sees there what happens.
bool DesktopNotices::isWatchedByEyes() const
{
    return m_window->isActiveWindow();
}

void DesktopNotices::handleEnded(const hub::Job &job)
{
    if (!isWatchedByEyes() && !m_away.isHistory() && !m_watched.contains(job.id))
        m_policy.addEnded(job);
}

void DesktopNotices::handleShow(const ui::Notice &notice, const QByteArray &token)
{
    const QByteArray valid = activationToken(token);
    if (!notice.jobId.isEmpty())
        emit jobWanted(notice.jobId, valid);
    else if (notice.failure && notice.topic == ui::NoticeTopic::Digest)
        emit failuresWanted(valid);
    else
        emit windowWanted(valid);
}

void DesktopNotices::passSecond()
{
    lookForAbsence();
    lookAtJobs();
    m_policy.setLink(m_session->link(), m_address);
    for (const ui::Notice &notice : m_policy.take())
        m_notifier->show(notice);
    m_tray->setFailures(recentFailures(m_session->jobs()));
    showPause();
    if (++m_seconds >= secondsBetweenMarks)
        saveMark();
}

void DesktopNotices::lookAtJobs()
{
    const ui::JobStore &jobs = m_session->jobs();
    for (const hub::Job &job : m_watched.takeDone(jobs))
        m_policy.addWatched(job);
    for (const QByteArray &id : m_stalls.update(jobs)) {
        // A job that is stalled already when the hub is back is history.
        if (!isWatchedByEyes() && !m_away.isHistory())
            m_policy.addStalled(jobs.at(jobs.find(id)).job);
    }
}

void DesktopNotices::lookForAbsence()
{
    const bool current = ui::isCurrent(m_session->link().state);
    const auto counts =
        m_away.update({current, m_session->hasSnapshot() && m_session->queued() == 0,
                       m_session->appliedId(), m_session->clock().steadyMs()},
                      m_session->jobs());
    if (counts && !isWatchedByEyes())
        m_policy.addAway(*counts);
}

} // namespace app
