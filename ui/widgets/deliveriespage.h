// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace ui {

class DeliveryDetail;
class DeliveryDetails;
class DeliveryList;
class DeliveryTable;
class EmptyState;
class FilterLine;
class HubApi;
class Session;

/// Shows every webhook that the hub received, live, with its verdict explained.
class DeliveriesPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveriesPage)

public:
    /// `session` is not owned.
    explicit DeliveriesPage(Session *session, QWidget *parent = nullptr);

    /// Sets the hub to read from; null = none. Not owned.
    void setApi(HubApi *api);
    /// Says that only an admin sees the deliveries, or not.
    void setMayRead(bool may);
    void setTimeStyle(TimeStyle style);
    /// The list takes what the hub announces.
    DeliveryList *list() { return m_list; }
    DeliveryDetail *detail() { return m_detail; }
    DeliveryTable *table() { return m_table; }
    FilterLine *filter() { return m_filter; }
    void focusList();

    /// Return and apply the column layout, as in saveHeader() and restoreHeader().
    QByteArray headerState() const;
    void restoreHeaderState(const QByteArray &state);

signals:
    /// The user wants to see the job of a delivery.
    void jobWanted(const QByteArray &jobId);
    /// Something was done, in words for people.
    void told(const QString &text);
    /// A column was resized or moved.
    void layoutEdited();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeTop();
    QWidget *makeBottom();
    void connectParts();
    void applyFilter();
    void showCurrent();
    void showMenu(const QPoint &position);
    void refresh();
    void refreshEmpty();
    void passSecond();
    QString shownText() const;
    QString ageText() const;

    Session *m_session;
    DeliveryList *m_list;
    DeliveryDetail *m_detail;
    FilterLine *m_filter;
    DeliveryTable *m_table;
    DeliveryDetails *m_details;
    EmptyState *m_empty;
    QSplitter *m_split;
    QStackedLayout *m_stack;
    QLabel *m_age;
    QToolButton *m_new;
    QLabel *m_shown;
    QToolButton *m_more;
    TimeStyle m_timeStyle = TimeStyle::Local;
};

} // namespace ui
