// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/deliverydetails.h"

#include "ui/models/deliverydetail.h"
#include "ui/models/deliverywords.h"
#include "ui/models/jobwords.h"
#include "ui/widgets/bodyview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listdelegate.h"
#include "ui/widgets/outcomecolor.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

namespace ui {

DeliveryDetails::DeliveryDetails(DeliveryDetail *detail, QWidget *parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_stack(new QStackedLayout(this))
    , m_nothing(new QLabel(tr("Select a delivery to see why it was accepted or refused."), this))
    , m_full(new QWidget(this))
    , m_icon(new QLabel(m_full))
    , m_title(new ElidedLabel(Qt::ElideRight, m_full))
{
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMinimumWidth(1);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(m_full);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeButtons());
    column->addWidget(makeTabs(), 1);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_full);
    connect(detail, &DeliveryDetail::changed, this, &DeliveryDetails::refresh);
    connect(detail, &DeliveryDetail::replayed, this, &DeliveryDetails::showReplayed);
    connect(detail, &DeliveryDetail::told, this, &DeliveryDetails::told);
    refresh();
}

QWidget *DeliveryDetails::makeHead()
{
    auto *head = new QWidget(m_full);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 8, 2);
    row->setSpacing(8);
    m_title->setObjectName(QStringLiteral("delivery-title"));
    row->addWidget(m_icon);
    row->addWidget(m_title, 1);
    return head;
}

/// A tool bar has a menu for buttons that a narrow dock has no room for.
QWidget *DeliveryDetails::makeButtons()
{
    auto *bar = new QToolBar(m_full);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->setContentsMargins(8, 0, 4, 0);
    const auto add = [&](const QString &text, const char *name, auto handler) {
        QAction *action = bar->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, handler);
        return action;
    };
    m_replay = add(tr("Replay…"), "replay", [this] { confirmReplay(); });
    m_job = add(tr("Go to job"), "go-to-job", [this] { emit jobWanted(m_detail->info().jobId); });
    m_curl = add(tr("Copy as curl"), "copy-curl", [this] { copyCurl(); });
    m_save = add(tr("Save body…"), "save-body", [this] { saveBody(); });
    // The icon of the style is dark on a dark window.
    if (auto *more = bar->findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button")))
        more->setIcon(actionIcon(QStringLiteral("action/more")));
    return bar;
}

QWidget *DeliveryDetails::makeTabs()
{
    m_tabs = new QTabWidget(m_full);
    m_tabs->setDocumentMode(true);
    m_verdict = new QPlainTextEdit(m_tabs);
    m_verdict->setReadOnly(true);
    m_verdict->setUndoRedoEnabled(false);
    m_verdict->document()->setDocumentMargin(10);
    m_verdict->setTabChangesFocus(true);
    m_verdict->setFrameShape(QFrame::NoFrame);
    m_verdict->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_verdict->setAccessibleName(tr("Verdict"));
    m_headers = new QTreeWidget(m_tabs);
    m_headers->setHeaderLabels({tr("Header"), tr("Value")});
    m_headers->setItemDelegate(new ListDelegate(m_headers));
    m_headers->setRootIsDecorated(false);
    m_headers->setUniformRowHeights(true);
    m_headers->setAlternatingRowColors(true);
    m_headers->setFrameShape(QFrame::NoFrame);
    m_headers->setAccessibleName(tr("Headers"));
    m_headers->header()->resizeSection(0, fontMetrics().averageCharWidth() * 24);
    m_body = new BodyView(m_detail, m_tabs);
    m_tabs->addTab(m_verdict, tr("Verdict"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_body, tr("Body"));
    return m_tabs;
}

void DeliveryDetails::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    refresh();
}

void DeliveryDetails::refresh()
{
    m_stack->setCurrentWidget(m_detail->isEmpty() ? static_cast<QWidget *>(m_nothing) : m_full);
    m_body->refresh();
    refreshHeaders();
    if (m_detail->isEmpty())
        return;
    const DeliveryInfo &info = m_detail->info();
    const DeliveryOutcome outcome = outcomeOf(info);
    const int side = fontMetrics().height();
    m_icon->setPixmap(tintedPixmap(iconName(outcome), colorOf(outcome, palette()),
                                   QSize(side, side), devicePixelRatioF()));
    m_title->setText(
        tr("%1 · delivery %2 · %3 · %4")
            .arg(word(outcome))
            .arg(info.id)
            .arg(isolated(oneLine(info.source)), formatMoment(info.receivedMs, m_timeStyle)));
    QStringList lines = m_detail->sentences();
    if (!m_detail->problem().isEmpty())
        lines.prepend(
            tr("The hub does not show this delivery: %1.").arg(oneLine(m_detail->problem(), 500)));
    const QString text = lines.join(QLatin1Char('\n'));
    if (m_verdict->toPlainText() != text)
        m_verdict->setPlainText(text);
    refreshButtons();
}

void DeliveryDetails::refreshButtons()
{
    const DeliveryInfo &info = m_detail->info();
    const auto allow = [](QAction *action, const QString &why) {
        action->setEnabled(why.isEmpty());
        action->setToolTip(why.isEmpty() ? action->text() : why);
    };
    const QString notKept =
        info.bodyKept ? QString() : tr("The hub did not keep the body, because it was too large.");
    const QString loading =
        m_detail->isLoaded() ? QString() : tr("The hub has not sent the delivery yet.");
    allow(m_job, info.jobId.isEmpty() ? tr("The delivery belongs to no job.") : QString());
    allow(m_replay, m_detail->isReplaying() ? tr("The hub is taking it in.") : notKept);
    allow(m_curl, loading.isEmpty() ? notKept : loading);
    allow(m_save, loading.isEmpty() ? notKept : loading);
}

void DeliveryDetails::refreshHeaders()
{
    const qint64 id = m_detail->isLoaded() ? m_detail->info().id : 0;
    if (id == m_shownHeaders && id != 0)
        return;
    m_shownHeaders = id;
    m_headers->clear();
    for (const auto &[name, value] : m_detail->headers()) {
        const QString text = displayText(value);
        auto *item = new QTreeWidgetItem(m_headers, {oneLine(displayText(name)), oneLine(text)});
        item->setToolTip(1, text);
    }
}

void DeliveryDetails::closeQuestion()
{
    if (QMessageBox *question = m_question.data())
        question->reject();
}

void DeliveryDetails::confirmReplay()
{
    const DeliveryInfo info = m_detail->info();
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Replay"),
                        tr("Take delivery %1 in again?").arg(info.id), QMessageBox::NoButton, this);
    m_question = box;
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        info.jobId.isEmpty()
            ? tr("The hub takes it in as a new delivery. It may change a job.")
            : tr("The hub takes it in as a new delivery. It may change the job %1.")
                  .arg(oneLine(displayText(info.jobId), 60)));
    auto *yes = box->addButton(tr("Replay"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(yes, &QAbstractButton::clicked, this, [this, id = info.id] { m_detail->replay(id); });
    box->open();
}

void DeliveryDetails::showReplayed(const QString &text, bool ok)
{
    emit told(text);
    if (ok)
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Replay"), oneLine(text, 500),
                                QMessageBox::Close, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void DeliveryDetails::copyCurl()
{
    QGuiApplication::clipboard()->setText(m_detail->curl());
    emit told(tr("The command was copied."));
}

void DeliveryDetails::saveBody()
{
    auto *dialog = new QFileDialog(this, tr("Save body"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_detail->bodyFile());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = m_detail->info().id](const QString &path) {
                if (m_detail->isLoaded() && m_detail->info().id == id)
                    m_detail->saveBody(path);
                else
                    emit told(tr("Delivery %1 is not shown any more. Nothing was saved.").arg(id));
            });
    dialog->open();
}

} // namespace ui
