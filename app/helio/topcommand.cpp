// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/topcommand.h"

#include "app/helio/terminal.h"
#include "hub/base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace helio {

TopCommand::TopCommand(const Context &context, const TopOptions &options)
    : Command(context)
    , m_options(options)
    , m_api(context.network, context.hub)
    , m_feed(context.network)
{
    m_view.hub = context.hub.toDisplayString();
    connect(&m_feed, &ui::HubFeed::statusChanged, this, &TopCommand::handleStatus);
    connect(&m_feed, &ui::HubFeed::connectionsReceived, this, &TopCommand::handleConnections);
    connect(&m_feed, &ui::HubFeed::statsReceived, this, [this](const ui::HubFigures &stats) {
        m_view.stats = stats;
        m_hasStats = true;
        refresh();
    });
}

TopCommand::~TopCommand() = default;

void TopCommand::start()
{
    // This request fails at once if the token has no access, or if this address does not serve the
    // admin routes.
    m_api.get("/api/v1/admin/connections", this, [this](const hub::Result<QJsonObject> &answer) {
        if (!answer)
            refuse(answer.error());
        else if (m_options.json)
            printJson(*answer);
        else
            m_feed.start(m_context.hub);
    });
}

void TopCommand::refuse(const hub::Error &error)
{
    fail(error.code == "http_404" ? tr("%1 does not serve the admin routes: use the address of "
                                       "admin_listen, or an address that no proxy restricts")
                                        .arg(m_view.hub)
                                  : tr("%1: %2").arg(m_view.hub, error.message));
}

void TopCommand::printJson(const QJsonObject &answer)
{
    for (const QJsonValue &connection : answer.value(QLatin1String("connections")).toArray())
        m_context.output->json(QJsonDocument(connection.toObject()).toJson(QJsonDocument::Compact));
    emit finished(Done);
}

void TopCommand::handleStatus(const ui::LinkStatus &status)
{
    using State = ui::LinkState;
    const bool live = status.state == State::Live;
    m_everLive = m_everLive || live;
    m_view.state = live ? QString() : status.reason;
    const bool failing = status.state == State::Reconnecting || status.state == State::Offline;
    if (ui::isFinal(status.state) || (failing && !m_everLive)) {
        m_terminal.reset();
        m_context.output->complain(tr("%1: %2").arg(m_view.hub, status.reason));
        return finish(Trouble);
    }
    if (m_everLive)
        refresh();
}

void TopCommand::handleConnections(const QList<ui::ConnectionInfo> &connections)
{
    m_view.connections = connections;
    m_hasConnections = true;
    refresh();
}

void TopCommand::refresh()
{
    if (m_finished || !m_hasStats || !m_hasConnections)
        return;
    m_view.nowMs = hub::SystemClock().wallMs();
    if (m_options.once || !Terminal::isThere()) {
        for (const QString &line : topLines(m_view, 0, 0))
            m_context.output->line(line.toUtf8());
        return finish(Done);
    }
    if (!m_terminal) {
        m_terminal = std::make_unique<Terminal>();
        connect(m_terminal.get(), &Terminal::closed, this, [this] { finish(Done); });
        connect(m_terminal.get(), &Terminal::keyPressed, this, [this](char key) {
            if (key == 'q' || key == 'Q')
                finish(Done);
        });
    }
    show();
}

void TopCommand::show()
{
    QByteArrayList lines;
    const int rows = m_terminal->rows();
    for (const QString &line : topLines(m_view, m_terminal->columns(), rows))
        lines << line.toUtf8();
    constexpr qsizetype header = 3;
    if (lines.size() > header)
        lines[header] = m_context.output->painted(lines.at(header), Tone::Faint);
    m_terminal->show(lines);
}

void TopCommand::finish(int exitCode)
{
    if (std::exchange(m_finished, true))
        return;
    m_feed.stop();
    emit finished(exitCode);
}

} // namespace helio
