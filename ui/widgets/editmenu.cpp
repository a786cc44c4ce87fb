// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/editmenu.h"

#include "ui/models/formats.h"
#include "ui/models/jobexport.h"
#include "ui/models/jobwords.h"
#include "ui/models/session.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/logactions.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/rowtext.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QTreeView>

namespace ui {

namespace {

/// Returns whether the widget has a text of its own and the slots copy() and selectAll().
bool isText(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTextEdit *>(widget)
           || qobject_cast<const QPlainTextEdit *>(widget);
}

} // namespace

EditMenu::EditMenu(const Session *session, JobsPage *jobs, LogPage *log, QWidget *window)
    : QMenu(tr("&Edit"), window)
    , m_session(session)
    , m_jobs(jobs)
    , m_log(log)
{
    setToolTipsVisible(true); // they say why something is not possible
    addAction(tr("&Copy"), QKeySequence(QKeySequence::Copy), this, &EditMenu::copy)
        ->setObjectName(QStringLiteral("edit.copy"));
    m_copyJson = addAction(tr("Copy as &JSON"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                           this, &EditMenu::copyJson);
    m_copyJson->setObjectName(QStringLiteral("edit.copy-json"));
    addSeparator();
    addAction(tr("Select &all"), QKeySequence(QKeySequence::SelectAll), this, &EditMenu::selectAll)
        ->setObjectName(QStringLiteral("edit.select-all"));
    connect(this, &QMenu::aboutToShow, this, &EditMenu::refresh);
    connect(jobs->table(), &JobList::jobSelected, this, &EditMenu::refresh);
    connect(qApp, &QApplication::focusChanged, this, &EditMenu::refresh);
    jobs->table()->addAction(m_copyJson);
    refresh();
}

void EditMenu::refresh()
{
    const bool any = QApplication::focusWidget() == m_log->view()
                     || m_session->jobs().find(m_jobs->table()->currentJob()) >= 0;
    m_copyJson->setEnabled(any);
    m_copyJson->setToolTip(any ? QString() : tr("No job is selected"));
}

void EditMenu::copy()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus == m_log->view())
        return m_log->view()->copySelection();
    if (isText(focus)) {
        QMetaObject::invokeMethod(focus, "copy");
        return;
    }
    const auto *tree = qobject_cast<const QTreeView *>(focus);
    if (!tree || !tree->currentIndex().isValid())
        return;
    QGuiApplication::clipboard()->setText(rowText(*tree, tree->currentIndex()));
    emit told(tr("1 row copied"));
}

void EditMenu::copyJson()
{
    if (QApplication::focusWidget() == m_log->view())
        return m_log->actions()->copyJson();
    const int row = m_session->jobs().find(m_jobs->table()->currentJob());
    if (row < 0)
        return;
    const QByteArray json = jobJson(m_session->jobs().at(row).job, m_session->appliedId());
    QGuiApplication::clipboard()->setText(displayText(json));
    emit told(tr("The job was copied as JSON"));
}

void EditMenu::selectAll()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus == m_log->view())
        m_log->view()->selectAll();
    else if (isText(focus))
        QMetaObject::invokeMethod(focus, "selectAll");
}

} // namespace ui
