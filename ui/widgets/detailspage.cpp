// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/detailspage.h"

#include "ui/models/columnwords.h"
#include "ui/models/jobdetail.h"
#include "ui/models/jobwords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/imagepage.h"
#include "ui/widgets/imagestrip.h"
#include "ui/widgets/listdelegate.h"
#include "ui/widgets/payloadpage.h"
#include "ui/widgets/rawpage.h"
#include "ui/widgets/statepalette.h"
#include "ui/widgets/summarypage.h"
#include "ui/widgets/widestword.h"

#include <QClipboard>
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

} // namespace

DetailsPage::DetailsPage(JobDetail *detail, ImageLoader *loader, const Clock &clock,
                         QWidget *parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_clock(clock)
    , m_body(new QWidget(this))
    , m_nothing(new QWidget(this))
{
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeTabs(loader), 1);
    auto *stack = new QStackedLayout(this);
    stack->addWidget(m_nothing);
    stack->addWidget(m_body);
    connect(detail, &JobDetail::jobChanged, this, &DetailsPage::refresh);
    connect(detail, &JobDetail::imagesChanged, this,
            [this] { images()->setImages(m_detail->images()); });
    connect(images(), &ImageStrip::imageActivated, this, [this](const ResultImage &image) {
        m_tabs->setCurrentWidget(m_images);
        m_images->showImage(image);
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

    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(12, 10, 12, 8);
    column->setSpacing(6);
    column->addLayout(title);
    column->addWidget(m_summary);
    column->addWidget(m_progress);
    return head;
}

QWidget *DetailsPage::makeTabs(ImageLoader *loader)
{
    m_tabs = new QTabWidget(m_body);
    m_tabs->setDocumentMode(true);
    // In a narrow window the list needs the room more than the buttons of a tab.
    m_tabs->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    m_summaryPage = new SummaryPage(m_detail, loader, m_tabs);
    m_images = new ImagePage(loader, m_tabs);
    m_payload = new PayloadPage(m_detail, m_tabs);
    m_raw = new RawPage(m_detail, m_tabs);
    m_summaryPage->setAttempts(makeAttempts());
    m_tabs->addTab(m_summaryPage, tr("Summary"));
    m_tabs->addTab(makeTimeline(), tr("Timeline"));
    m_tabs->addTab(m_images, tr("Images"));
    m_tabs->addTab(m_payload, tr("Payload"));
    m_tabs->addTab(m_raw, tr("Raw"));
    return m_tabs;
}

QWidget *DetailsPage::makeTimeline()
{
    m_timeline = makeTree(m_detail->timeline(), tr("Timeline"), m_tabs);
    m_timeline->setRootIsDecorated(false);
    m_timeline->setFont(tabular(font()));
    fitColumns(m_timeline, {QStringLiteral("00:00:00.000"), QStringLiteral("+000 ms"),
                            widestEvent(m_timeline->font())});
    connect(m_timeline, &QTreeView::activated, this, [this](const QModelIndex &index) {
        m_detail->showEvent(index.row());
        m_payload->refresh();
        m_tabs->setCurrentWidget(m_payload);
    });
    return m_timeline;
}

QWidget *DetailsPage::makeAttempts()
{
    auto *attempts = makeTree(m_detail->attempts(), tr("Attempts"), m_tabs);
    attempts->setRootIsDecorated(false);
    attempts->setFont(tabular(font()));
    fitColumns(attempts, {QStringLiteral("000"), widestEvent(attempts->font()),
                          QStringLiteral("0000-00-00 00:00:00 UTC"), QStringLiteral("00:00:00")});
    // In a narrow dock, the error is what the operator looks for.
    attempts->header()->moveSection(AttemptModel::Error, AttemptModel::Started);
    attempts->header()->resizeSection(AttemptModel::Error, fontMetrics().averageCharWidth() * 28);
    return attempts;
}

ImageStrip *DetailsPage::images()
{
    return m_summaryPage->images();
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

void DetailsPage::setEmptyPage(QWidget *page)
{
    delete std::exchange(m_nothing, page);
    static_cast<QStackedLayout *>(layout())->addWidget(page);
    refresh();
}

void DetailsPage::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    m_detail->timeline()->setTimeStyle(style);
    m_detail->attempts()->setTimeStyle(style);
    m_raw->setTimeStyle(style);
    refresh();
}

void DetailsPage::setAsOf(qint64 asOfMs)
{
    m_asOfMs = asOfMs;
}

void DetailsPage::passSecond()
{
    if (!m_detail->isEmpty() && !isTerminal(m_detail->job().status))
        m_summaryPage->refreshFacts(nowMs(), m_timeStyle);
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
    m_summaryPage->refresh(nowMs(), m_timeStyle);
    refreshImages();
    m_payload->refresh();
}

/// Returns the moment of the state that is shown, in ms since 1970 UTC.
qint64 DetailsPage::nowMs() const
{
    return m_asOfMs != 0 ? m_asOfMs : m_clock.wallMs();
}

void DetailsPage::refreshImages()
{
    const auto &job = m_detail->job();
    const QString none = !isTerminal(job.status)
                             ? tr("No images yet. They appear here when the job has its result.")
                             : tr("This job finished without images");
    m_images->setImages(job.id, m_detail->images(), none);
}

} // namespace ui
