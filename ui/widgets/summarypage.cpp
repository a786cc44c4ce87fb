// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/summarypage.h"

#include "ui/models/jobdetail.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/imagestrip.h"
#include "ui/widgets/statepalette.h"
#include "ui/widgets/textbox.h"

#include <QFormLayout>
#include <QVBoxLayout>

namespace ui {

SummaryPage::SummaryPage(JobDetail *detail, ImageLoader *loader, QWidget *parent)
    : QScrollArea(parent)
    , m_detail(detail)
    , m_message(new TextBox(this))
    , m_images(new ImageStrip(loader, this))
    , m_facts(new QFormLayout)
    , m_attempts(new QWidget(this))
{
    auto *body = new QWidget(this);
    m_message->setAccessibleName(tr("Message"));
    m_facts->setHorizontalSpacing(14);
    m_facts->setVerticalSpacing(3);
    m_facts->setLabelAlignment(Qt::AlignLeft);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(m_images);
    column->addLayout(m_facts);
    column->addWidget(m_attempts, 1);
    column->addStretch(1);
    auto *attempts = new QVBoxLayout(m_attempts);
    attempts->setContentsMargins(0, 0, 0, 0);
    attempts->addWidget(new QLabel(tr("Attempts"), m_attempts));
    connect(detail->attempts(), &QAbstractItemModel::rowsInserted, this,
            &SummaryPage::showAttempts);
    connect(detail->attempts(), &QAbstractItemModel::modelReset, this, &SummaryPage::showAttempts);
    showAttempts();
    setWidget(body);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Summary"));
}

QSize SummaryPage::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 20};
}

void SummaryPage::setAttempts(QWidget *view)
{
    view->setMinimumHeight(fontMetrics().height() * 6);
    static_cast<QVBoxLayout *>(m_attempts->layout())->addWidget(view, 1);
}

/// A single attempt says nothing that is not above it.
void SummaryPage::showAttempts()
{
    m_attempts->setVisible(m_detail->attempts()->rowCount() > 1);
}

void SummaryPage::refresh(qint64 nowMs, TimeStyle style)
{
    const QString error = m_detail->error();
    m_message->setText(error.isEmpty() ? m_detail->job().message : error);
    m_message->setVisible(!m_message->text().isEmpty());
    m_message->setTextColor(error.isEmpty() ? palette().color(QPalette::Text)
                                            : StatePalette::of(palette()).failure());
    refreshFacts(nowMs, style);
}

void SummaryPage::refreshFacts(qint64 nowMs, TimeStyle style)
{
    const auto facts = m_detail->facts(nowMs, style);
    while (m_facts->rowCount() > facts.size())
        m_facts->removeRow(m_facts->rowCount() - 1);
    for (int row = 0; row < facts.size(); ++row) {
        if (row >= m_facts->rowCount()) {
            auto *name = new QLabel(widget());
            name->setForegroundRole(QPalette::PlaceholderText);
            m_facts->addRow(name, new ElidedLabel(Qt::ElideRight, widget()));
        }
        const auto label = [&](QFormLayout::ItemRole role) {
            return static_cast<QLabel *>(m_facts->itemAt(row, role)->widget());
        };
        label(QFormLayout::LabelRole)->setText(facts[row].name);
        QLabel *value = label(QFormLayout::FieldRole);
        value->setText(facts[row].value);
        value->setToolTip(facts[row].tip);
    }
}

} // namespace ui
