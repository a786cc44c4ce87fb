// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace ui {

class JobDetail;

/// Shows what the hub sent and received about a job, byte for byte: the frames of the job's stream,
/// or one of the webhooks that changed it. Both can be copied, also as a command line. Asks the hub
/// for the webhooks only while the page is visible.
class RawPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RawPage)

public:
    /// `detail` is not owned and outlives this.
    explicit RawPage(JobDetail *detail, QWidget *parent = nullptr);

    void setTimeStyle(TimeStyle style);
    /// The text that is shown.
    QString text() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QToolButton *addButton(QLayout *row, const QString &text, const QString &tip);
    QLayout *makeTop();
    void handleJob();
    void handleDeliveries();
    void fillChoices();
    void showChoice();
    void showStream();
    void showDelivery(qint64 id);
    void setText(const QString &text);
    void refreshNote();
    void copy();
    void copyCurl();
    qint64 chosen() const;

    JobDetail *m_detail;
    QComboBox *m_choice = nullptr; ///< The stream, with the number 0, or the id of a delivery.
    QToolButton *m_reload = nullptr;
    QToolButton *m_curl = nullptr;
    QLabel *m_note;
    QPlainTextEdit *m_text;
    QByteArray m_jobId;
    QString m_deliveryCurl;
    QString m_whole; ///< The text to copy, if that is not the stream.
    int m_shown = 0; ///< Frames in the text, of m_all.
    int m_all = 0;
    bool m_asked = false; ///< The deliveries of this job were asked for.
    TimeStyle m_timeStyle = TimeStyle::Local;
    QTimer m_wait; ///< Bounds how often new frames are shown.
    QObject *m_fetch = nullptr; ///< The context of the delivery that is on its way.
};

} // namespace ui
