// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/linknotices.h"

#include "ui/models/formats.h"

#include <QCoreApplication>

#include <utility>

namespace ui {

namespace {

class LinkTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::LinkNotices)
};

} // namespace

void LinkNotices::reset()
{
    *this = LinkNotices();
}

std::optional<Notice> LinkNotices::update(const LinkStatus &status, const QString &hub,
                                          qint64 steadyMs)
{
    if (status.state == LinkState::Stopped) {
        reset(); // the user or this program ended the connection
        return {};
    }
    if (isCurrent(status.state)) {
        m_wasCurrent = true;
        m_sinceMs.reset();
        if (!std::exchange(m_told, false))
            return {};
        return Notice{LinkTexts::tr("Connected again"), hub, {}, false, NoticeTopic::Link};
    }
    if (!m_wasCurrent || m_told)
        return {};
    if (!m_sinceMs)
        m_sinceMs = steadyMs;
    if (steadyMs - *m_sinceMs < grace.count())
        return {};
    m_told = true;
    QStringList lines{hub};
    if (!status.reason.isEmpty())
        lines << isolated(oneLine(status.reason));
    return Notice{LinkTexts::tr("The connection to the hub is lost"),
                  lines.join(QLatin1Char('\n')),
                  {},
                  true,
                  NoticeTopic::Link};
}

} // namespace ui
