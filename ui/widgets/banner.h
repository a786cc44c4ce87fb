// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/linkwords.h"

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QPushButton;

namespace ui {

/// One line over the jobs while there is something to know about the connection, with the button
/// that helps. Also tells of missed events until it is dismissed.
class Banner : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(QWidget *parent = nullptr);

    void setHub(const QString &address);
    void setStatus(const LinkStatus &status);
    /// Something else that an operator must know; stays until dismissed or replaced. Empty =
    /// nothing.
    void setNotice(const QString &text);
    /// Once a second: the countdown.
    void refresh();

    QString text() const;

signals:
    void retryWanted();
    void settingsWanted();
    void resyncWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void handleButton();
    void showLine(const QString &text, const QString &button, const QString &icon,
                  const QColor &color);

    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QPushButton *m_dismiss;
    LinkStatus m_status;
    QElapsedTimer m_since;
    LinkAction m_action = LinkAction::None;
    QString m_hub;
    QString m_notice;
    QString m_spoken; ///< The state told to screen readers last; not the countdown.
    bool m_styling = false;
};

} // namespace ui
