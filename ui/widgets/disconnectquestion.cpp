// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/disconnectquestion.h"

#include "ui/models/connectionmodel.h"
#include "ui/models/formats.h"
#include "ui/models/jobwords.h"

#include <QPushButton>

namespace ui {

namespace {

constexpr qsizetype mostText = 40; ///< Characters of one text of a connection.

/// Returns one line about a connection: `#12 · job/abc · ann · 10.0.0.7 · curl/8.1`.
QString lineOf(const ConnectionInfo &connection)
{
    QStringList parts{
        QStringLiteral("#%1").arg(connection.id), oneLine(userName(connection.topic), mostText),
        oneLine(userName(connection.user), mostText), oneLine(connection.remote, mostText),
        oneLine(connection.userAgent, mostText)};
    parts.removeAll(QString());
    for (QString &part : parts)
        part = isolated(part);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

DisconnectQuestion::DisconnectQuestion(const QList<ConnectionInfo> &connections, QWidget *parent)
    : QMessageBox(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setIcon(Question);
    setTextFormat(Qt::PlainText);
    setWindowTitle(tr("Disconnect"));
    QStringList lines;
    for (const ConnectionInfo &connection : connections) {
        m_ids << connection.id;
        if (lines.size() < mostNamed)
            lines << lineOf(connection);
    }
    const auto count = m_ids.size();
    setText(count == 1 ? tr("Disconnect this connection?")
                       : tr("Disconnect these %1 connections?").arg(formatCount(count)));
    if (count > mostNamed)
        lines << tr("and %1 more").arg(formatCount(count - mostNamed));
    lines << QString() << tr("The hub closes exactly these. Their clients may connect again.");
    setInformativeText(lines.join(QLatin1Char('\n')));
    const auto *yes = addButton(tr("Disconnect"), DestructiveRole);
    setDefaultButton(addButton(tr("Cancel"), RejectRole));
    connect(yes, &QAbstractButton::clicked, this, [this] { emit confirmed(m_ids); });
}

} // namespace ui
