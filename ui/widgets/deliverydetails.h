// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QMessageBox;
class QPlainTextEdit;
class QStackedLayout;
class QTabWidget;
class QTreeWidget;

namespace ui {

class BodyView;
class DeliveryDetail;
class ElidedLabel;

/// Everything about one received webhook: the explained verdict, headers, body as tree and as
/// bytes, and what can be done with it.
class DeliveryDetails : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryDetails)

public:
    /// `detail` is not owned.
    explicit DeliveryDetails(DeliveryDetail *detail, QWidget *parent = nullptr);

    void setTimeStyle(TimeStyle style);
    /// Closes a question about a webhook of the previous hub.
    void closeQuestion();

signals:
    void jobWanted(const QByteArray &jobId);
    /// Something was done, in words for people.
    void told(const QString &text);

private:
    QWidget *makeHead();
    QWidget *makeButtons();
    QWidget *makeTabs();
    void refresh();
    void refreshButtons();
    void refreshHeaders();
    void confirmReplay();
    void showReplayed(const QString &text, bool ok);
    void copyCurl();
    void saveBody();

    DeliveryDetail *m_detail;
    QStackedLayout *m_stack;
    QLabel *m_nothing;
    QWidget *m_full;
    QLabel *m_icon;
    ElidedLabel *m_title;
    QAction *m_job;
    QAction *m_replay;
    QAction *m_curl;
    QAction *m_save;
    QTabWidget *m_tabs;
    QPlainTextEdit *m_verdict;
    QTreeWidget *m_headers;
    BodyView *m_body;
    QPointer<QMessageBox> m_question;
    qint64 m_shownHeaders = 0; ///< Id of the webhook whose headers are shown.
    TimeStyle m_timeStyle = TimeStyle::Local;
};

} // namespace ui
