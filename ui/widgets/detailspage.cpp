// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/detailspage.h"

#include "ui/models/columnwords.h"
#include "ui/models/jobdetail.h"
#include "ui/models/jobwords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/imagedialog.h"
#include "ui/widgets/imagestrip.h"
#include "ui/widgets/listdelegate.h"
#include "ui/widgets/statepalette.h"
#include "ui/widgets/textbox.h"
#include "ui/widgets/widestword.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

namespace ui {

namespace {

QTreeView *makeTree(QAbstractItemModel *model, const QString &name, QWidget *parent)
{
    auto *tree = new QTreeView(parent);
    tree->setModel(model);
    tree->setUniformRowHeights(true);
    tree->setItemDelegate(new ListDelegate(tree));
    tree->setAlternatingRowColors(true);
    tree->setAllColumnsShowFocus(true);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setAccessibleName(name);
    return tree;
}

/// Makes the first columns as wide as these texts, and gives the last column the rest.
void fitColumns(QTreeView *tree, const QStringList &widest)
{
    for (int column = 0; column < widest.size(); ++column) {
        const int width = QFontMetrics(tree->font()).horizontalAdvance(widest[column]);
        tree->header()->resizeSection(column, width + 2 * ListDelegate::margin + 2);
    }
    tree->header()->setStretchLastSection(true);
}

/// Returns the widest name of a state or of progress, which most events are.
QString widestEvent(const QFont &font)
{
    return widestOf(font, wordsOf(JobColumn::State) << word(EventType::Progress));
}

QLabel *quietLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

DetailsPage::DetailsPage(JobDetail *detail, ImageLoader *loader, const Clock &clock,
                         QWidget *parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_clock(clock)
    , m_images(new ImageStrip(loader, this))
    , m_body(new QWidget(this))
    , m_nothing(quietLabel(tr("Select a job to see its timeline,\npayload and result."), this))
{
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeTabs(), 1);
    auto *stack = new QStackedLayout(this);
    stack->addWidget(m_nothing);
    stack->addWidget(m_body);
    connect(detail, &JobDetail::jobChanged, this, &DetailsPage::refresh);
    connect(detail, &JobDetail::imagesChanged, this,
            [this] { m_images->setImages(m_detail->images()); });
    connect(m_images, &ImageStrip::imageActivated, this, [this, loader](const ResultImage &image) {
        auto *dialog = new ImageDialog(loader, image, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    refresh();
}

/// Makes the icon, the id and the buttons in one row.
QLayout *DetailsPage::makeTitle(QWidget *head)
{
    m_icon = new QLabel(head);
    m_id = new ElidedLabel(Qt::ElideMiddle, head);
    m_id->setFont(scaled(font(), 1.2));
    m_cancel = new QPushButton(tr("Cancel job…"), head);
    connect(m_cancel, &QPushButton::clicked, this,
            [this] { emit cancelWanted(m_detail->job().id); });
    auto *copy = new QToolButton(head);
    copy->setIcon(actionIcon(QStringLiteral("action/copy")));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy job id"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(displayText(m_detail->job().id)); });
    auto *title = new QHBoxLayout;
    title->setSpacing(6);
    title->addWidget(m_icon);
    title->addWidget(m_id, 1);
    title->addWidget(copy);
    title->addWidget(m_cancel);
    return title;
}

QWidget *DetailsPage::makeHead()
{
    auto *head = new QWidget(m_body);
    QLayout *title = makeTitle(head);
    m_summary = new ElidedLabel(Qt::ElideRight, head); // A user name may be long.
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_progress = new QProgressBar(head);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setFixedHeight(qMax(6, fontMetrics().height() / 2));
    m_progress->setAccessibleName(tr("Progress"));
    m_message = new TextBox(head);
    m_message->setAccessibleName(tr("Message"));

    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(12, 10, 12, 8);
    column->setSpacing(6);
    column->addLayout(title);
    column->addWidget(m_summary);
    column->addWidget(m_progress);
    column->addWidget(m_message);
    column->addWidget(m_images);
    column->addWidget(makeFacts());
    return head;
}

QWidget *DetailsPage::makeFacts()
{
    auto *facts = new QWidget(m_body);
    m_facts = new QFormLayout(facts);
    m_facts->setContentsMargins(0, 2, 0, 0);
    m_facts->setHorizontalSpacing(14);
    m_facts->setVerticalSpacing(3);
    m_facts->setLabelAlignment(Qt::AlignLeft);
    return facts;
}

QWidget *DetailsPage::makeTabs()
{
    m_tabs = new QTabWidget(m_body);
    m_tabs->setDocumentMode(true);
    m_timeline = makeTree(m_detail->timeline(), tr("Timeline"), m_tabs);
    m_timeline->setRootIsDecorated(false);
    m_timeline->setFont(tabular(font()));
    fitColumns(m_timeline, {QStringLiteral("00:00:00.000"), QStringLiteral("+000 ms"),
                            widestEvent(m_timeline->font())});
    connect(m_timeline, &QTreeView::activated, this, [this](const QModelIndex &index) {
        m_detail->showEvent(index.row());
        refreshPayload();
        m_tabs->setCurrentIndex(1);
    });
    auto *attempts = makeTree(m_detail->attempts(), tr("Attempts"), m_tabs);
    attempts->setRootIsDecorated(false);
    attempts->setFont(tabular(font()));
    fitColumns(attempts, {QStringLiteral("000"), widestEvent(attempts->font()),
                          QStringLiteral("0000-00-00 00:00:00 UTC"), QStringLiteral("00:00:00")});
    m_tabs->addTab(m_timeline, tr("Timeline"));
    m_tabs->addTab(makePayload(), tr("Payload"));
    m_tabs->addTab(attempts, tr("Attempts"));
    return m_tabs;
}

QWidget *DetailsPage::makePayload()
{
    auto *page = new QWidget(m_tabs);
    m_payloadOf = quietLabel({}, page);
    m_showJob = new QToolButton(page);
    m_showJob->setText(tr("Show the job"));
    m_showJob->setAutoRaise(true);
    connect(m_showJob, &QToolButton::clicked, this, [this] {
        m_detail->showEvent(-1);
        refreshPayload();
    });
    auto *copy = new QToolButton(page);
    copy->setIcon(actionIcon(QStringLiteral("action/copy")));
    copy->setToolTip(tr("Copy as JSON"));
    copy->setAccessibleName(copy->toolTip());
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this, &DetailsPage::copyPayload);
    m_payload = makeTree(m_detail->payload(), tr("Payload"), page);
    m_payload->header()->resizeSection(0, fontMetrics().averageCharWidth() * 24);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 4, 8, 4);
    top->addWidget(m_payloadOf, 1);
    top->addWidget(m_showJob);
    top->addWidget(copy);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_payload, 1);
    return page;
}

/// In a narrow dock, the message needs the room more than the time since the event before.
void DetailsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const QFontMetrics metrics(m_timeline->font());
    const int all = metrics.horizontalAdvance(QStringLiteral("00:00:00.000+000 ms"))
                    + metrics.horizontalAdvance(widestEvent(m_timeline->font()))
                    + 20 * metrics.averageCharWidth() + 8 * ListDelegate::margin;
    m_timeline->setColumnHidden(TimelineModel::Delta, width() < all);
}

void DetailsPage::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    m_detail->timeline()->setTimeStyle(style);
    m_detail->attempts()->setTimeStyle(style);
    refresh();
}

void DetailsPage::setAsOf(qint64 asOfMs)
{
    m_asOfMs = asOfMs;
}

void DetailsPage::passSecond()
{
    if (!m_detail->isEmpty() && !isTerminal(m_detail->job().status))
        refreshFacts();
}

void DetailsPage::setMayCancel(bool may, const QString &why)
{
    m_cancel->setEnabled(may);
    m_cancel->setToolTip(why);
}

void DetailsPage::refresh()
{
    static_cast<QStackedLayout *>(layout())->setCurrentWidget(m_detail->isEmpty() ? m_nothing
                                                                                  : m_body);
    if (m_detail->isEmpty())
        return;
    const auto &job = m_detail->job();
    const StatePalette colors = StatePalette::of(palette());
    const int side = QFontMetrics(m_id->font()).height() - 2;
    m_icon->setPixmap(tintedPixmap(iconName(job.status), colors.color(job.status),
                                   QSize(side, side), devicePixelRatioF()));
    m_id->setText(displayText(job.id));
    m_summary->setText(m_detail->summary());
    m_cancel->setVisible(!isTerminal(job.status));
    m_progress->setVisible(job.status == JobStatus::Processing);
    m_progress->setValue(qRound(job.progress * 10));
    const QString error = m_detail->error();
    m_message->setText(error.isEmpty() ? job.message : error);
    m_message->setVisible(!m_message->text().isEmpty());
    m_message->setTextColor(error.isEmpty() ? palette().color(QPalette::Text) : colors.failure());
    refreshFacts();
    refreshPayload();
}

void DetailsPage::refreshFacts()
{
    const auto facts = m_detail->facts(m_asOfMs != 0 ? m_asOfMs : m_clock.wallMs(), m_timeStyle);
    while (m_facts->rowCount() > facts.size())
        m_facts->removeRow(m_facts->rowCount() - 1);
    for (int row = 0; row < facts.size(); ++row) {
        if (row >= m_facts->rowCount()) {
            m_facts->addRow(quietLabel({}, m_facts->parentWidget()),
                            new ElidedLabel(Qt::ElideRight, m_facts->parentWidget()));
        }
        const auto label = [&](QFormLayout::ItemRole role) {
            return static_cast<QLabel *>(m_facts->itemAt(row, role)->widget());
        };
        label(QFormLayout::LabelRole)->setText(facts[row].name);
        label(QFormLayout::FieldRole)->setText(facts[row].value);
    }
}

void DetailsPage::refreshPayload()
{
    m_payloadOf->setText(m_detail->showsEvent() ? tr("Data of one event")
                                                : tr("Current state of the job"));
    m_showJob->setVisible(m_detail->showsEvent());
}

void DetailsPage::copyPayload()
{
    QGuiApplication::clipboard()->setText(m_detail->payloadText());
}

} // namespace ui
