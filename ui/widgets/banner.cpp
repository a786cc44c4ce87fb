// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/banner.h"

#include "ui/widgets/clampedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statepalette.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace ui {

namespace {
constexpr int margin = 6; ///< Above and below the text, in device-independent pixels.
} // namespace

Banner::Banner(const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_icon(new QLabel(this))
    , m_text(new ClampedLabel(3, this))
    , m_button(new QPushButton(this))
    , m_dismiss(new QPushButton(tr("Dismiss"), this))
    , m_since(now())
{
    setAutoFillBackground(true);
    setAccessibleName(tr("Connection"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, margin, 8, margin);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    row->addWidget(m_dismiss);
    connect(m_button, &QPushButton::clicked, this, &Banner::handleButton);
    connect(m_dismiss, &QPushButton::clicked, this, [this] { setNotice({}); });
    // The list below must not move when the button comes and goes, or the text gets a second line.
    const int inner = qMax(m_button->sizeHint().height(), 2 * fontMetrics().lineSpacing());
    setMinimumHeight(inner + 2 * margin);
    hide();
}

void Banner::setHub(const QString &address)
{
    m_hub = address;
    refresh();
}

void Banner::setStatus(const LinkStatus &status)
{
    m_status = status;
    m_since = now();
    refresh();
}

void Banner::setAge(const QString &sentence)
{
    if (std::exchange(m_age, sentence) != sentence)
        refresh();
}

void Banner::setNotice(const QString &text)
{
    m_notice = text;
    refresh();
}

QString Banner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void Banner::refresh()
{
    const StatePalette colors = StatePalette::of(palette());
    const LinkWords words = linkWords(m_status, now() - m_since, m_hub);
    m_action = words.action;
    if (!words.banner.isEmpty()) {
        m_dismiss->hide();
        showLine(withAge(words.banner), word(words.action), iconName(m_status.state),
                 colors.color(m_status.state));
    } else if (!m_notice.isEmpty()) {
        m_dismiss->show();
        showLine(m_notice, tr("Load again"), QStringLiteral("action/warning"), colors.warning());
    } else {
        hide();
    }
    const QString spoken = words.banner.isEmpty() ? m_notice : words.pill;
    if (spoken != m_spoken) {
        m_spoken = spoken;
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString Banner::withAge(const QString &sentence) const
{
    if (m_age.isEmpty())
        return sentence;
    const bool ended = sentence.endsWith(QLatin1Char('.')) || sentence.endsWith(QLatin1Char('?'));
    return sentence + (ended ? QStringLiteral(" ") : QStringLiteral(". ")) + m_age;
}

std::chrono::milliseconds Banner::now() const
{
    return std::chrono::milliseconds(m_clock.steadyMs());
}

void Banner::showLine(const QString &text, const QString &button, const QString &icon,
                      const QColor &color)
{
    m_styling = true;
    const int side = fontMetrics().height();
    m_icon->setPixmap(tintedPixmap(icon, color, QSize(side, side), devicePixelRatioF()));
    m_text->setText(text);
    setAccessibleDescription(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    QPalette tinted = parentWidget() ? parentWidget()->palette() : palette();
    tinted.setColor(QPalette::Window, mixed(tinted.color(QPalette::Base), color, 0.14));
    setPalette(tinted);
    m_styling = false;
    show();
}

void Banner::handleButton()
{
    if (!m_dismiss->isHidden() && !m_notice.isEmpty()) {
        setNotice({});
        emit resyncWanted();
    } else if (m_action == LinkAction::EnterToken || m_action == LinkAction::ShowCertificate
               || m_action == LinkAction::ChangeHub) {
        emit connectWanted();
    } else if (m_action == LinkAction::EmbeddedHub) {
        emit embeddedHubWanted();
    } else {
        emit retryWanted();
    }
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_styling && isVisible())
        refresh();
}

} // namespace ui
