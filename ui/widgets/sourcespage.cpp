// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/sourcespage.h"

#include "ui/models/formats.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/sourcedialog.h"
#include "ui/widgets/statepalette.h"

#include <QAction>
#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

SourcesPage::SourcesPage(const QStringList &schemes, QWidget *parent)
    : QWidget(parent)
    , m_schemes(schemes)
    , m_list(new QTreeWidget(this))
    , m_add(new QPushButton(tr("&Add…"), this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_remove(new QPushButton(tr("Re&move…"), this))
    , m_copySecret(new QPushButton(tr("Copy sec&ret"), this))
    , m_address(new QLineEdit(this))
    , m_command(new QPlainTextEdit(this))
    , m_copy(new QPushButton(tr("Copy comman&ds"), this))
    , m_test(new QPushButton(tr("Send a &test webhook"), this))
    , m_result(new QLabel(this))
{
    m_list->setHeaderLabels({tr("Source"), tr("Scheme"), tr("Verified"), tr("Origin")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Sources of webhooks"));
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * 6);
    const int character = fontMetrics().averageCharWidth();
    m_list->header()->resizeSection(0, character * 30);
    m_list->header()->resizeSection(1, character * 24);
    m_list->header()->resizeSection(2, character * 16);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addWidget(makeButtons());
    column->addWidget(makeExample());
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        setResult({}, true);
        refresh();
        emit chosen(current());
    });
    connect(m_list, &QTreeWidget::itemActivated, m_edit, &QPushButton::click);
    refresh();
}

QWidget *SourcesPage::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_add, m_edit, m_remove, m_copySecret}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_copySecret->setToolTip(tr("Copies the secret, for the settings of the sender"));
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const WebhookSource *source = find(current()))
            edit(*source);
    });
    connect(m_remove, &QPushButton::clicked, this, &SourcesPage::confirmRemove);
    connect(m_copySecret, &QPushButton::clicked, this, [this] { emit secretWanted(current()); });
    return buttons;
}

QWidget *SourcesPage::makeExample()
{
    auto *example = new QWidget(this);
    m_address->setReadOnly(true);
    m_address->setPlaceholderText(tr("The hub does not run."));
    m_address->setAccessibleName(tr("Webhook URL"));
    auto *copy = m_address->addAction(actionIcon(QStringLiteral("action/copy")),
                                      QLineEdit::TrailingPosition);
    copy->setToolTip(tr("Copy"));
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_address->text()); });
    m_command->setAccessibleName(tr("Commands that send an example webhook"));
    m_command->setReadOnly(true);
    m_command->setFont(fixedFont(font()));
    m_command->setTabChangesFocus(true);
    m_command->setWordWrapMode(QTextOption::WrapAnywhere);
    m_command->setFixedHeight(QFontMetrics(m_command->font()).lineSpacing() * 9);
    m_command->setToolTip(tr("Put the secret into the environment variable WEBHOOK_SECRET first."));
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_result->setMinimumWidth(1);
    m_result->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setAutoDefault(false);
    m_test->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_command->toPlainText()); });
    connect(m_test, &QPushButton::clicked, this, [this] {
        setResult(tr("Sending…"), true);
        emit testWanted(current());
    });
    auto *test = new QHBoxLayout;
    test->addWidget(m_copy);
    test->addWidget(m_test);
    test->addStretch(1);
    auto *form = new QFormLayout(example);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Webhook &URL:"), m_address);
    form->addRow(tr("E&xample:"), m_command);
    form->addRow(QString(), test);
    form->addRow(QString(), m_result);
    return example;
}

void SourcesPage::setSources(const QList<WebhookSource> &builtIn, const QList<WebhookSource> &own)
{
    const QString selected = current();
    const QSignalBlocker quiet(m_list);
    m_all = own;
    m_own.clear();
    for (const WebhookSource &source : own)
        m_own << source.name;
    for (const WebhookSource &source : builtIn) {
        if (!m_own.contains(source.name))
            m_all << source;
    }
    m_full = own.size() >= EmbeddedSettings::maxSources;
    m_list->clear();
    for (const WebhookSource &source : std::as_const(m_all)) {
        auto *item = new QTreeWidgetItem(
            m_list, {source.name, source.scheme, source.isSigned ? tr("by a secret") : tr("no"),
                     m_own.contains(source.name) ? tr("yours") : tr("built in")});
        item->setToolTip(0, tipText(source.name));
    }
    select(selected);
}

void SourcesPage::select(const QString &name)
{
    const QList<QTreeWidgetItem *> found = m_list->findItems(name, Qt::MatchExactly);
    m_list->setCurrentItem(found.isEmpty() ? m_list->topLevelItem(0) : found.first());
    refresh();
    emit chosen(current());
}

QString SourcesPage::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->text(0) : QString();
}

const WebhookSource *SourcesPage::find(const QString &name) const
{
    const auto at = std::find_if(m_all.begin(), m_all.end(),
                                 [&name](const WebhookSource &one) { return one.name == name; });
    return at == m_all.end() ? nullptr : &*at;
}

void SourcesPage::setExample(const QString &address, const QString &command)
{
    m_running = !address.isEmpty();
    if (m_address->text() != address) {
        m_address->setText(address);
        m_address->setCursorPosition(0);
    }
    if (m_command->toPlainText() != command)
        m_command->setPlainText(command);
    refresh();
}

void SourcesPage::setResult(const QString &text, bool good)
{
    QPalette colors = palette();
    if (!good)
        colors.setColor(QPalette::WindowText, StatePalette::of(palette()).failure());
    m_result->setPalette(colors);
    m_result->setText(oneLine(text, 500));
}

SourceDialog *SourcesPage::edit(const WebhookSource &source)
{
    QStringList taken;
    for (const WebhookSource &one : std::as_const(m_all)) {
        if (one.name != source.name)
            taken << one.name;
    }
    auto *dialog = new SourceDialog(source, m_schemes, taken, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { emit saveWanted(dialog->source(), dialog->secret()); });
    emit editing(dialog);
    dialog->open();
    return dialog;
}

void SourcesPage::refresh()
{
    const WebhookSource *source = find(current());
    m_add->setEnabled(!m_full);
    m_edit->setEnabled(source && (!m_full || m_own.contains(source->name)));
    m_remove->setEnabled(source && m_own.contains(source->name));
    m_copySecret->setEnabled(source && source->isSigned);
    m_copy->setEnabled(source && m_running);
    m_test->setEnabled(source && m_running);
}

void SourcesPage::confirmRemove()
{
    const QString name = current();
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove source"),
                                tr("Remove the source %1 and its secret?").arg(name),
                                QMessageBox::NoButton, this);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("The hub then answers its webhooks as those of an unknown source. A "
                               "source that is built in stays, without a secret."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *yes = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(yes, &QAbstractButton::clicked, this, [this, name] { emit removeWanted(name); });
    box->open();
}

} // namespace ui
