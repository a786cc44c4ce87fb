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

/// Returns the end of the sentence with an advice that fits the cause; empty = none.
QString advice(LinkCause cause)
{
    switch (cause) {
    case LinkCause::Refused: return Words::tr(". Is the hub running?");
    case LinkCause::HostNotFound: return Words::tr(". Check the address of the hub.");
    case LinkCause::Tls: return Words::tr(". Check the address and the certificate of the hub.");
    case LinkCause::Untrusted:
    case LinkCause::Unauthorized:
    case LinkCause::Forbidden:
    case LinkCause::NotFound:
    case LinkCause::NotAHub:
    case LinkCause::Draining:
    case LinkCause::Unknown: break;
    }
    return {};
}

LinkAction helpFor(LinkCause cause)
{
    if (cause == LinkCause::Untrusted)
        return LinkAction::ShowCertificate;
    return cause == LinkCause::HostNotFound || cause == LinkCause::Tls ? LinkAction::ChangeHub
                                                                       : LinkAction::RetryNow;
}

QString reconnecting(const LinkStatus &status, std::chrono::milliseconds elapsed)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(status.retryIn - elapsed);
    const QString when = left.count() > 0 ? Words::tr("Reconnecting in %1 s").arg(left.count())
                                          : Words::tr("Reconnecting");
    if (status.cause == LinkCause::Draining)
        return Words::tr("The hub is shutting down. %1.").arg(when);
    return when + Words::tr(" (attempt %1)").arg(status.attempt + 1) + reasonOf(status)
           + advice(status.cause);
}

LinkWords silent(const LinkStatus &status, std::chrono::milliseconds elapsed)
{
    const auto time = std::chrono::floor<std::chrono::seconds>(status.silentFor + elapsed);
    return {Words::tr("Silent %1 s").arg(time.count()),
            Words::tr("The hub has been silent for %1 s. If it stays silent, the monitor connects "
                      "again.")
                .arg(time.count()),
            LinkAction::RetryNow};
}

LinkWords connecting(const LinkStatus &status, std::chrono::milliseconds elapsed,
                     const QString &hub)
{
    // The banner of a failed attempt stays during the next one. It would blink otherwise.
    if (status.attempt > 0) {
        return {Words::tr("Connecting"),
                Words::tr("Connecting to %1 (attempt %2)").arg(hub).arg(status.attempt + 1),
                LinkAction::None};
    }
    return {Words::tr("Connecting"),
            elapsed < connectingQuiet ? QString() : Words::tr("Connecting to %1").arg(hub),
            LinkAction::None};
}

QString refused(const LinkStatus &status, const QString &hub)
{
    if (status.cause == LinkCause::Unauthorized)
        return Words::tr("The hub at %1 wants a valid token%2.").arg(hub, reasonOf(status));
    if (status.cause == LinkCause::Forbidden) {
        return Words::tr("The token has no right to see the jobs of %1%2. Use another token.")
            .arg(hub, reasonOf(status));
    }
    return Words::tr("The hub at %1 refused this monitor%2").arg(hub, reasonOf(status));
}

QString wrongAddress(const LinkStatus &status, const QString &hub)
{
    if (status.cause == LinkCause::NotFound) {
        return Words::tr("There is no hub at %1. The server knows no such page. Check the address.")
            .arg(hub);
    }
    if (status.cause == LinkCause::NotAHub) {
        return Words::tr("The server at %1 is not a hub. It sends something other than events. "
                         "Check the address.")
            .arg(hub);
    }
    return Words::tr("Cannot stream events from %1%2").arg(hub, reasonOf(status));
}

} // namespace

LinkWords linkWords(const LinkStatus &status, std::chrono::milliseconds elapsed, const QString &hub)
{
    switch (status.state) {
    case LinkState::Stopped:
        if (!status.reason.isEmpty()) // only the embedded hub has one
            return {Words::tr("Not connected"), status.reason, LinkAction::EmbeddedHub};
        return {Words::tr("Not connected"), Words::tr("Not connected to a hub."),
                LinkAction::Connect};
    case LinkState::Connecting: return connecting(status, elapsed, hub);
    case LinkState::Live: return {Words::tr("Live"), {}, LinkAction::None};
    case LinkState::Silent: return silent(status, elapsed);
    case LinkState::Draining:
        return {Words::tr("Hub draining"),
                Words::tr("The hub at %1 is shutting down. The monitor connects again when it is "
                          "back.")
                    .arg(hub),
                LinkAction::None};
    case LinkState::Reconnecting:
        return {status.cause == LinkCause::Draining    ? Words::tr("Hub draining")
                : status.cause == LinkCause::Untrusted ? Words::tr("Not trusted")
                                                       : Words::tr("Reconnecting"),
                reconnecting(status, elapsed), helpFor(status.cause)};
    case LinkState::Polling:
        return {Words::tr("Polling"),
                Words::tr("Jobs are polled, not streamed%1").arg(reasonOf(status)),
                LinkAction::RetryNow};
    case LinkState::StoppedByHub:
        return {Words::tr("Stopped by hub"),
                Words::tr("The hub told this monitor not to reconnect%1").arg(reasonOf(status)),
                LinkAction::Connect};
    case LinkState::AuthFailed:
        return {Words::tr("Refused"), refused(status, hub), LinkAction::EnterToken};
    case LinkState::WrongAddress:
        return {Words::tr("Wrong address"), wrongAddress(status, hub), LinkAction::ChangeHub};
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
    case LinkAction::EmbeddedHub: return Words::tr("Embedded hub…");
    case LinkAction::None: break;
    }
    return {};
}

} // namespace ui
