// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/findingtext.h"

#include "ui/widgets/statepalette.h"

#include <QCoreApplication>
#include <QHash>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextEdit>

namespace ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Findings)
};

struct Sign
{
    QChar character;
    QColor color;
};

Sign signOf(Finding::Severity severity, const StatePalette &colors)
{
    switch (severity) {
    case Finding::Severity::Good: return {QChar(0x2714), colors.color(JobStatus::Completed)};
    case Finding::Severity::Note: return {QChar(0x25B2), colors.warning()};
    case Finding::Severity::Fault: break;
    }
    return {QChar(0x2716), colors.failure()};
}

/// The doctor's advice is for its command line. In the window the operator enters the token.
QString adviceOf(const Finding &finding)
{
    if (finding.check == "auth" && finding.severity == Finding::Severity::Fault)
        return Words::tr(
            "enter a token of this hub; its operator creates one with \"helio token\"");
    return finding.advice;
}

QTextCharFormat colored(const QColor &color)
{
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

} // namespace

QString checkName(const QByteArray &check)
{
    static const QHash<QByteArray, QString> names{
        {"dns", Words::tr("Name")},
        {"tcp", Words::tr("Connection")},
        {"tls", Words::tr("Certificate")},
        {"host", Words::tr("Hub")},
        {"ready", Words::tr("Database")},
        {"auth", Words::tr("Token")},
        {"stream", Words::tr("Stream")},
        {"clock", Words::tr("Clock")},
        {"event", Words::tr("Event")},
        {"buffering", Words::tr("Buffering")},
        {"heartbeat", Words::tr("Heartbeat")},
        {"resume", Words::tr("Continuing")},
        {"signature", Words::tr("Signature")},
        {"webhook", Words::tr("Webhook")},
    };
    return names.value(check, QString::fromLatin1(check));
}

void appendFinding(QTextEdit &edit, const Finding &finding)
{
    const StatePalette colors = StatePalette::of(edit.palette());
    const Sign sign = signOf(finding.severity, colors);
    QTextCursor cursor(edit.document());
    cursor.movePosition(QTextCursor::End);
    if (!edit.document()->isEmpty())
        cursor.insertBlock();
    QTextCharFormat usual;
    QTextCharFormat bold;
    bold.setFontWeight(QFont::DemiBold);
    cursor.insertText(sign.character + QStringLiteral("  "), colored(sign.color));
    cursor.insertText(checkName(finding.check) + QStringLiteral(": "), bold);
    cursor.insertText(finding.text, usual);
    if (const QString advice = adviceOf(finding); !advice.isEmpty())
        cursor.insertText(QChar::LineSeparator + QStringLiteral("     ") + advice,
                          colored(colors.quiet()));
    edit.verticalScrollBar()->setValue(edit.verticalScrollBar()->maximum());
}

} // namespace ui
