// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/filterline.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/statepalette.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextCharFormat>
#include <QTimer>

namespace ui {

namespace {

constexpr std::chrono::milliseconds debounceTime{250};
constexpr double tint = 0.20; ///< Share of the state's colour in the background.
constexpr int noteMargin = 6;

} // namespace

FilterLine::FilterLine(FilterKind kind, Check check, QWidget *page)
    : QLineEdit(page)
    , m_kind(kind)
    , m_check(std::move(check))
    , m_note(new QLabel(page))
    , m_sign(new QAction(this))
    , m_debounce(new QTimer(this))
    , m_completer(new QCompleter(this))
    , m_completions(new QStringListModel(m_completer))
{
    setClearButtonEnabled(true);
    addAction(actionIcon(QStringLiteral("action/search")), QLineEdit::LeadingPosition);
    m_note->setObjectName(QStringLiteral("filter-problem"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMargin(noteMargin);
    m_note->setAutoFillBackground(true);
    m_note->setFrameShape(QFrame::StyledPanel);
    m_note->hide();
    m_debounce->setSingleShot(true);
    m_debounce->setInterval(debounceTime);
    m_completer->setModel(m_completions);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->installEventFilter(this);
    connect(this, &QLineEdit::textChanged, this, &FilterLine::handleText);
    connect(this, &QLineEdit::textEdited, this, &FilterLine::complete);
    connect(this, &QLineEdit::returnPressed, this, &FilterLine::publish);
    connect(m_debounce, &QTimer::timeout, this, &FilterLine::publish);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &FilterLine::insertCompletion);
}

void FilterLine::apply(const QString &text)
{
    setText(text);
    publish();
}

void FilterLine::addTerm(const QString &term, FilterUse use)
{
    apply(withTerm(m_validText, term, use));
}

void FilterLine::setNotice(const QString &notice)
{
    if (m_notice != notice) {
        m_notice = notice;
        showState();
    }
}

void FilterLine::handleText()
{
    m_problem = m_check(text());
    showState();
    underline();
    m_debounce->start();
}

void FilterLine::publish()
{
    m_debounce->stop();
    m_problem = m_check(text());
    showState();
    if (m_problem || m_validText == text())
        return;
    m_validText = text();
    emit filterChanged(m_validText);
}

QColor FilterLine::validBase(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base),
                 StatePalette::of(palette).color(JobStatus::Completed), tint);
}

QColor FilterLine::wrongBase(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), StatePalette::of(palette).failure(), tint);
}

void FilterLine::showState()
{
    const QPalette given = QApplication::palette(this);
    const StatePalette colors = StatePalette::of(given);
    const bool isPlain = text().trimmed().isEmpty() && !m_problem;
    QPalette own; // sets one colour at most, so that the others follow the theme
    if (!isPlain)
        own.setColor(QPalette::Base, m_problem ? wrongBase(given) : validBase(given));
    m_showing = true;
    setPalette(own);
    m_showing = false;
    if (isPlain) {
        removeAction(m_sign);
    } else {
        const QColor ink = m_problem ? colors.failure() : colors.color(JobStatus::Completed);
        m_sign->setIcon(QIcon(tintedPixmap(m_problem ? QStringLiteral("action/warning")
                                                     : iconName(JobStatus::Completed),
                                           ink, QSize(16, 16), devicePixelRatioF())));
        addAction(m_sign, QLineEdit::TrailingPosition);
    }
    QString note = m_notice;
    if (m_problem)
        note = tr("%1 (character %2)").arg(m_problem->message).arg(m_problem->position + 1);
    m_sign->setText(m_problem ? note : tr("The filter is valid"));
    m_sign->setToolTip(m_sign->text());
    setToolTip(note);
    setAccessibleDescription(note);
    m_note->setText(note);
    QPalette noted;
    noted.setColor(QPalette::Window, wrongBase(given));
    noted.setColor(QPalette::WindowText, given.color(QPalette::Text));
    m_note->setPalette(noted);
    m_note->setVisible(!note.isEmpty() && !m_completer->popup()->isVisible());
    placeNote();
}

/// Underlines the mistake. QLineEdit formats text only as an input method asks for it.
void FilterLine::underline()
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_problem && !text().isEmpty()) {
        // Where something is missing, there is no character to underline but the last one.
        const auto size = static_cast<int>(text().size());
        const int from = qMin(static_cast<int>(m_problem->position), size - 1);
        const int length = qBound(1, static_cast<int>(m_problem->length), size - from);
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(StatePalette::of(QApplication::palette(this)).failure());
        attributes.append({QInputMethodEvent::TextFormat, from - cursorPosition(), length, format});
    }
    QInputMethodEvent event({}, attributes);
    QLineEdit::inputMethodEvent(&event);
}

void FilterLine::placeNote()
{
    if (m_note->isHidden())
        return;
    QWidget *page = m_note->parentWidget();
    const QPoint corner = mapTo(page, QPoint(0, height() + 1));
    const int room = qMax(0, page->width() - corner.x() - noteMargin);
    const int wide = m_note->fontMetrics().horizontalAdvance(m_note->text()) + 4 * noteMargin;
    const int width = qMin(room, qMax(this->width(), wide));
    m_note->setGeometry(corner.x(), corner.y(), width, m_note->heightForWidth(width));
    m_note->raise();
}

void FilterLine::complete()
{
    const FilterCompletion found = completionAt(text(), cursorPosition(), m_kind, m_values);
    const bool anythingTyped =
        !text().isEmpty() && cursorPosition() > 0 && !text().at(cursorPosition() - 1).isSpace();
    if (found.texts.isEmpty() || !anythingTyped || !isVisible()) {
        m_completer->popup()->hide();
        return;
    }
    m_completedFrom = found.from;
    m_completions->setStringList(found.texts);
    QAbstractItemView *popup = m_completer->popup();
    const int width = popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width()
                      + 2 * noteMargin;
    m_completer->complete(QRect(cursorRect().left(), 0, width, height()));
    m_note->hide();
}

void FilterLine::insertCompletion(const QString &completion)
{
    const auto from = static_cast<int>(m_completedFrom);
    setSelection(from, cursorPosition() - from);
    insert(completion);
    if (completion.endsWith(QLatin1Char(':')))
        complete(); // the values of the field
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    // While the completions are open, their popup takes the key and closes.
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier)
        return QLineEdit::keyPressEvent(event);
    if (m_completer->popup()->isVisible())
        m_completer->popup()->hide();
    else if (!text().isEmpty())
        apply({});
    else
        emit left();
}

bool FilterLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_completer->popup() && event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, &FilterLine::showState, Qt::QueuedConnection);
    return QLineEdit::eventFilter(watched, event);
}

void FilterLine::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    const bool isColour =
        event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
    if (isColour && !m_showing && m_note)
        showState();
}

void FilterLine::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeNote();
}

void FilterLine::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    placeNote();
}

} // namespace ui
