// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/clock.h"
#include "ui/widgets/linkwords.h"

#include <QFrame>

#include <chrono>

class QLabel;
class QPushButton;

namespace ui {

/// A line above the jobs with one action button. Shows a problem with the connection, or a notice
/// while there is no such problem. Hidden otherwise.
class Banner : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    /// `clock` is not owned and outlives this.
    explicit Banner(const Clock &clock, QWidget *parent = nullptr);

    /// Sets the address of the hub that the texts show.
    void setHub(const QString &address);
    /// Shows this status. The countdown to the next attempt begins now.
    void setStatus(const LinkStatus &status);
    /// Shows this sentence behind a problem with the connection: how old the jobs in the list are.
    void setAge(const QString &sentence);
    /// Shows a notice until the user dismisses it or another one replaces it. Empty = no notice.
    void setNotice(const QString &text);
    /// Updates the countdown. Call it once a second.
    void refresh();

    /// Returns the visible text, or an empty string while the banner is hidden.
    QString text() const;

signals:
    void retryWanted();
    /// The user wants to change the hub, its token or the trust in its certificate.
    void connectWanted();
    /// The user wants the window of the embedded hub.
    void embeddedHubWanted();
    void resyncWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void handleButton();
    void showLine(const QString &text, const QString &button, const QString &icon,
                  const QColor &color);

    QString withAge(const QString &sentence) const;
    std::chrono::milliseconds now() const;

    const Clock &m_clock;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QPushButton *m_dismiss;
    LinkStatus m_status;
    std::chrono::milliseconds m_since; ///< Steady time of the last setStatus().
    LinkAction m_action = LinkAction::None;
    QString m_hub;
    QString m_age;
    QString m_notice;
    QString m_spoken; ///< The state or notice last announced to screen readers.
    bool m_styling = false; ///< A palette change comes from the banner itself.
};

} // namespace ui
