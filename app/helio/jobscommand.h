// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "app/helio/joboptions.h"
#include "ui/client/hubapi.h"

namespace helio {

/// Implements `helio jobs`: lists the jobs of a hub, page by page.
class JobsCommand : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsCommand)

public:
    JobsCommand(const Context &context, const JobsOptions &options);

    void start() override;

private:
    void askPage(const QByteArray &pageCursor);
    void handlePage(const ui::HubApi::JobPage &page);
    void printJson(const QByteArray &asOf);
    void printTable();

    JobsOptions m_options;
    ui::HubApi m_api;
    QList<hub::Job> m_jobs;
};

} // namespace helio
