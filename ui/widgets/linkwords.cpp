// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/linkwords.h"

#include <QCoreApplication>

namespace ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::LinkWords)
};

/// A connection that opens within this time shows no banner.
constexpr std::chrono::milliseconds connectingQuiet{2000};

QString reasonOf(const LinkStatus &status)
{
    return status.reason.isEmpty() ? QString() : QStringLiteral(": ") + status.reason;
}

QString reconnecting(const LinkStatus &status, std::chrono::milliseconds elapsed)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(status.retryIn - elapsed);
    const QString when = left.count() > 0 ? Words::tr("Reconnecting in %1 s").arg(left.count())
                                          : Words::tr("Reconnecting");
    return when + Words::tr(" (attempt %1)").arg(status.attempt + 1) + reasonOf(status);
}

} // namespace

LinkWords linkWords(const LinkStatus &status, std::chrono::milliseconds elapsed, const QString &hub)
{
    switch (status.state) {
    case LinkState::Stopped:
        return {Words::tr("Not connected"), Words::tr("Not connected to a hub."),
                LinkAction::Connect};
    case LinkState::Connecting:
        return {Words::tr("Connecting"),
                elapsed < connectingQuiet ? QString() : Words::tr("Connecting to %1").arg(hub),
                LinkAction::None};
    case LinkState::Live: return {Words::tr("Live"), {}, LinkAction::None};
    case LinkState::Reconnecting:
        if (status.untrusted)
            return {Words::tr("Not trusted"), reconnecting(status, elapsed),
                    LinkAction::ShowCertificate};
        return {Words::tr("Reconnecting"), reconnecting(status, elapsed), LinkAction::RetryNow};
    case LinkState::Polling:
        return {Words::tr("Polling"),
                Words::tr("Jobs are polled, not streamed%1").arg(reasonOf(status)),
                LinkAction::RetryNow};
    case LinkState::StoppedByHub:
        return {Words::tr("Stopped by hub"),
                Words::tr("The hub told this monitor not to reconnect%1").arg(reasonOf(status)),
                LinkAction::Connect};
    case LinkState::AuthFailed:
        return {Words::tr("Refused"),
                Words::tr("The hub at %1 refused this monitor%2").arg(hub, reasonOf(status)),
                LinkAction::EnterToken};
    case LinkState::WrongAddress:
        return {Words::tr("Wrong address"),
                Words::tr("Cannot stream events from %1%2").arg(hub, reasonOf(status)),
                LinkAction::ChangeHub};
    case LinkState::Offline:
        return {Words::tr("Offline"), Words::tr("No network; waiting for it to come back"),
                LinkAction::RetryNow};
    }
    return {};
}

QString word(LinkAction action)
{
    switch (action) {
    case LinkAction::RetryNow: return Words::tr("Retry now");
    case LinkAction::Connect: return Words::tr("Connect");
    case LinkAction::EnterToken: return Words::tr("Enter token…");
    case LinkAction::ShowCertificate: return Words::tr("Show certificate…");
    case LinkAction::ChangeHub: return Words::tr("Change hub…");
    case LinkAction::None: break;
    }
    return {};
}

} // namespace ui
