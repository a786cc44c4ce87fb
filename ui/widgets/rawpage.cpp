// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/rawpage.h"

#include "ui/models/curlline.h"
#include "ui/models/jobdeliveries.h"
#include "ui/models/jobdetail.h"
#include "ui/models/rawframes.h"
#include "ui/widgets/fonts.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>

using namespace std::chrono_literals;

namespace ui {

RawPage::RawPage(JobDetail *detail, QWidget *parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_note(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    m_text->setReadOnly(true);
    m_text->setFont(fixedFont(font()));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setUndoRedoEnabled(false);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere); // Qt is slow with long words otherwise
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Raw text"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setMinimumWidth(1); // a long word must not widen the window
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(12, 0, 12, 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeTop());
    column->addWidget(m_note);
    column->addWidget(m_text, 1);
    m_wait.setSingleShot(true);
    m_wait.setInterval(500ms);
    connect(&m_wait, &QTimer::timeout, this, &RawPage::showStream);
    const TimelineModel *timeline = detail->timeline();
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(timeline, signal, this, [this] {
            if (!m_wait.isActive())
                m_wait.start();
        });
    }
    connect(detail, &JobDetail::jobChanged, this, &RawPage::handleJob);
    connect(detail->deliveries(), &JobDeliveries::changed, this, &RawPage::handleDeliveries);
    fillChoices();
}

QToolButton *RawPage::addButton(QLayout *row, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setText(text);
    button->setToolTip(tip);
    row->addWidget(button);
    return button;
}

QLayout *RawPage::makeTop()
{
    m_choice = new QComboBox(this);
    m_choice->setAccessibleName(tr("Stream or webhook"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(10);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &RawPage::showChoice);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 4, 8, 4);
    top->setSpacing(2);
    top->addWidget(m_choice);
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    top->addLayout(row);
    m_reload = addButton(row, tr("Reload"), tr("Ask the hub again for the webhooks of this job"));
    connect(m_reload, &QToolButton::clicked, m_detail->deliveries(), &JobDeliveries::load);
    row->addStretch(1);
    QToolButton *copy = addButton(row, tr("Copy"), tr("Copy the whole text"));
    connect(copy, &QToolButton::clicked, this, &RawPage::copy);
    m_curl = addButton(row, tr("Copy as curl"), {});
    connect(m_curl, &QToolButton::clicked, this, &RawPage::copyCurl);
    return top;
}

void RawPage::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    fillChoices();
}

QString RawPage::text() const
{
    return m_text->toPlainText();
}

qint64 RawPage::chosen() const
{
    return m_choice->currentData().toLongLong();
}

void RawPage::handleJob()
{
    if (m_detail->job().id == m_jobId)
        return;
    m_jobId = m_detail->job().id;
    m_asked = false;
    m_detail->deliveries()->setJob(m_jobId);
    m_choice->setCurrentIndex(0);
    showStream();
    if (isVisible())
        showEvent(nullptr);
}

void RawPage::showEvent(QShowEvent *)
{
    showStream();
    if (!std::exchange(m_asked, true))
        m_detail->deliveries()->load();
}

void RawPage::handleDeliveries()
{
    fillChoices();
    refreshNote();
}

void RawPage::fillChoices()
{
    const qint64 before = chosen();
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        m_choice->addItem(tr("Stream of the job"), qint64{0});
        for (const auto &entry : m_detail->deliveries()->entries()) {
            m_choice->addItem(tr("Webhook · %1").arg(JobDeliveries::line(entry, m_timeStyle)),
                              entry.id);
        }
        m_choice->setCurrentIndex(qMax(0, m_choice->findData(before)));
    }
    if (chosen() != before)
        showChoice();
    refreshNote();
}

void RawPage::showChoice()
{
    delete std::exchange(m_fetch, nullptr);
    m_deliveryCurl.clear();
    m_whole.clear();
    if (const qint64 id = chosen(); id != 0) {
        showDelivery(id);
    } else {
        m_text->clear();
        showStream();
    }
    refreshNote();
}

void RawPage::showStream()
{
    m_wait.stop();
    if (!isVisible() || chosen() != 0)
        return;
    const RawFrames frames = RawFrames::of(*m_detail->timeline());
    m_shown = frames.shown;
    m_all = frames.all;
    setText(frames.text);
    refreshNote();
}

void RawPage::showDelivery(qint64 id)
{
    m_text->setPlainText(tr("Loading…"));
    m_fetch = new QObject(this);
    m_detail->deliveries()->fetch(id, m_fetch, [this](const JobDeliveries::Full &full) {
        m_whole = full.error.isEmpty() ? full.text : full.error;
        m_deliveryCurl = full.curl;
        setText(m_whole.left(RawFrames::mostBytes));
        refreshNote();
    });
}

/// Follows the end of the text, unless the user has scrolled up.
void RawPage::setText(const QString &text)
{
    QString shown = text;
    shown.replace(QChar(u'\0'), QChar(0x2400)); // ␀
    if (shown == m_text->toPlainText())
        return;
    const int place = m_text->verticalScrollBar()->value();
    const bool follow = chosen() == 0 && place >= m_text->verticalScrollBar()->maximum();
    m_text->setPlainText(shown);
    m_text->verticalScrollBar()->setValue(follow ? m_text->verticalScrollBar()->maximum() : place);
}

void RawPage::refreshNote()
{
    const JobDeliveries &deliveries = *m_detail->deliveries();
    QStringList notes;
    if (chosen() == 0 && m_shown < m_all) {
        notes << tr("The last %1 of %2 frames; Copy takes all.")
                     .arg(formatCount(m_shown), formatCount(m_all));
    }
    if (const qint64 dropped = m_detail->timeline()->dropped(); chosen() == 0 && dropped > 0)
        notes << tr("%1 older frames are not in memory any more.").arg(formatCount(dropped));
    if (m_whole.size() > RawFrames::mostBytes) {
        notes << tr("The first %1 of %2 characters; Copy takes all.")
                     .arg(formatCount(RawFrames::mostBytes), formatCount(m_whole.size()));
    }
    if (deliveries.isLoading())
        notes << tr("Loading the webhooks…");
    else if (!deliveries.problem().isEmpty())
        notes << deliveries.problem();
    else if (m_asked && deliveries.entries().isEmpty())
        notes << tr("No webhook changed this job.");
    else if (deliveries.hasMore())
        notes << tr("The newest %1 webhooks are in the list.").arg(JobDeliveries::most);
    m_note->setText(notes.join(QLatin1Char(' ')));
    m_note->setVisible(!notes.isEmpty());
    m_reload->setEnabled(!deliveries.isLoading());
    m_curl->setEnabled(chosen() == 0 || !m_deliveryCurl.isEmpty());
    m_curl->setToolTip(
        chosen() == 0
            ? tr("Copy a command that follows the stream. It has $HELIO_TOKEN in place of the "
                 "token: set this variable first.")
            : tr("Copy a command that sends this webhook again. It leaves out secret headers."));
}

void RawPage::copy()
{
    const qsizetype all = std::numeric_limits<qsizetype>::max();
    QGuiApplication::clipboard()->setText(
        chosen() == 0 ? RawFrames::of(*m_detail->timeline(), all).text : m_whole);
}

void RawPage::copyCurl()
{
    QGuiApplication::clipboard()->setText(
        chosen() == 0 ? streamCurl(m_detail->deliveries()->hub(), m_jobId, m_detail->epoch())
                      : m_deliveryCurl);
}

} // namespace ui
