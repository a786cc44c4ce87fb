// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QMetaType>
#include <QString>

#include <optional>

namespace app {

/// The running monitor gets it from another start of the program, the desktop or a link.
struct Request
{
    enum class Command {
        None, ///< Nothing: only start the program.
        Show,
        ShowFailures,
        PauseNotifications,
        ResumeNotifications,
        OpenLink,
    };

    /// The limit for `link` and `token`, in characters. A longer value is dropped.
    static constexpr qsizetype maxLength = 1000;

    Command command = Command::Show;
    QString link; ///< Only with Command::OpenLink. Not checked yet: see ui::MonitorLink::parse().
    /// Token with which the compositor lets the window take the focus (xdg-activation); may be
    /// empty.
    QByteArray token;

    bool operator==(const Request &) const = default;

    /// Returns the request as lines of text, for the local socket.
    QByteArray toWire() const;
    /// Reads the result of toWire(). Returns nullopt for any other text.
    static std::optional<Request> fromWire(QByteArrayView text);
};

/// Returns whether the request brings the window to the front.
bool showsWindow(Request::Command command);

/// Returns the name of a command on D-Bus and in the desktop file, such as `show-failures`. Empty
/// for Show, None and OpenLink.
QString actionName(Request::Command command);
/// Returns the command with this name, or None.
Request::Command commandOfAction(const QString &name);

/// Returns the text as an activation token: empty when it is longer than Request::maxLength or
/// contains anything but printable ASCII characters.
QByteArray activationToken(QByteArrayView text);

/// Returns the activation token in the environment of this process. Call it before the QApplication
/// is created, because Qt removes the token.
QByteArray takeActivationToken();

} // namespace app

Q_DECLARE_METATYPE(app::Request)
