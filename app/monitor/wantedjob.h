// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "ui/client/hubapi.h"

#include <QByteArray>
#include <QObject>

#include <memory>

namespace ui {
class MainWindow;
class Session;
} // namespace ui

namespace app {

class HubConnection;

/// A job that the user looks for: by a link, in the log, or by its id or the beginning of it. The
/// window selects it as soon as it is in the list. When the list does not have it, this asks the
/// hub for it.
class WantedJob : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WantedJob)

public:
    /// Owns none of the arguments.
    WantedJob(ui::Session *session, HubConnection *hub, ui::MainWindow *window,
              QObject *parent = nullptr);
    ~WantedJob() override;

    /// Selects the job with this id now, or when it has arrived. A notice in the window says when
    /// the hub does not have it.
    void show(const QByteArray &id);
    /// Same as show(), and without a job of this id selects a job whose id begins with `text`.
    void lookUp(const QString &text);
    /// Forgets the job. Call this when the monitor shows another hub.
    void clear();

private:
    void start(const QByteArray &id, bool asBeginning);
    void tryShow();
    void ask();
    void handleJob(const hub::Result<hub::Job> &job);
    void search(const QByteArray &pageCursor, int pages);
    void handlePage(const hub::Result<ui::HubApi::JobPage> &page, int pages);
    void take(const hub::Job &job);
    void giveUp(const QString &notice);

    ui::Session *m_session;
    HubConnection *m_hub;
    ui::MainWindow *m_window;
    QByteArray m_id;
    bool m_asBeginning = false; ///< Any job whose id begins with m_id will do.
    /// Context of the requests to the hub; null = none was made. No answer comes after clear().
    std::unique_ptr<QObject> m_asking;
};

} // namespace app
