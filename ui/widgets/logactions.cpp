// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logactions.h"

#include "ui/models/jobwords.h"
#include "ui/models/logcells.h"
#include "ui/models/loglabels.h"
#include "ui/models/logmarks.h"
#include "ui/models/logrows.h"
#include "ui/widgets/filteractions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labelcolors.h"
#include "ui/widgets/logheader.h"
#include "ui/widgets/logview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

#include <tuple>

namespace ui {

namespace {

/// A square in the colour of a label, with its number.
QIcon labelIcon(int number, const QWidget &widget)
{
    constexpr int side = 16;
    QPixmap square(QSize(side, side) * widget.devicePixelRatioF());
    square.setDevicePixelRatio(widget.devicePixelRatioF());
    square.fill(labelColor(number, widget.palette()));
    QPainter painter(&square);
    painter.setPen(widget.palette().color(QPalette::Base));
    painter.drawText(QRect(0, 0, side, side), Qt::AlignCenter, QString::number(number));
    return square;
}

} // namespace

LogActions::LogActions(LogView *view, QWidget *page) : QObject(page), m_view(view), m_page(page)
{
    makeCopyActions();
    makeMarkActions();
    makeLabels();
    makeJumps();
    makeFind();
    make("log.row-menu", tr("Menu of the row"), QKeySequence(Qt::SHIFT | Qt::Key_F10),
         [this] { m_view->askForMenu(); });
    connect(view, &LogView::menuWanted, this, &LogActions::popUp);
    connect(view, &LogView::currentChanged, this, &LogActions::update);
    update();
}

QAction *LogActions::make(const char *id, const QString &text, const QKeySequence &key,
                          const std::function<void()> &handler)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(id));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, handler);
    m_view->addAction(action);
    return action;
}

void LogActions::makeCopyActions()
{
    // The keys of these two are those of the menu Edit, which acts on the focus.
    m_copies << make("log.copy", tr("&Copy selected rows"), {},
                     [this] { m_view->copySelection(); });
    m_copies.first()->setIcon(actionIcon(QStringLiteral("action/copy")));
    m_copies << make("log.copy-json", tr("Copy as &JSON"), {}, [this] { copyJson(); });
    m_copyJobId = make("log.copy-job", tr("Copy job &id"), {}, [this] {
        QGuiApplication::clipboard()->setText(displayText(m_view->currentJob()));
    });
    m_goToJob = make("log.go-to-job", tr("&Go to job"), QKeySequence(Qt::Key_Return),
                     [this] { emit m_view->jobActivated(m_view->currentJob()); });
    m_copies << m_copyJobId << m_goToJob;
}

void LogActions::makeMarkActions()
{
    m_marks << make("log.mark", tr("&Mark or unmark rows"), QKeySequence(Qt::Key_M),
                    [this] { toggleMarks(); })
            << make("log.next-mark", tr("&Next mark"), QKeySequence(Qt::Key_BracketRight),
                    [this] { goToMark(1); })
            << make("log.previous-mark", tr("&Previous mark"), QKeySequence(Qt::Key_BracketLeft),
                    [this] { goToMark(-1); })
            << make("log.remove-marks", tr("Remove all mar&ks"), {},
                    [this] { m_view->marks()->clear(); });
}

void LogActions::makeLabels()
{
    m_labels = new QMenu(tr("&Label rows of the job"), m_page);
    connect(m_labels, &QMenu::aboutToShow, this, [this] {
        const QList<QAction *> actions = m_labels->actions();
        for (QAction *action : actions) {
            if (const int number = action->data().toInt(); number > 0)
                action->setIcon(labelIcon(number, *m_view)); // the theme may have changed
        }
    });
    const auto add = [this](const QString &text, int number, const std::function<void()> &handler) {
        QAction *action = m_labels->addAction(text);
        action->setObjectName(QStringLiteral("log.label-%1").arg(number));
        action->setData(number);
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+%1").arg(number)));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // also in the field of Find
        m_page->addAction(action);
        connect(action, &QAction::triggered, this, handler);
    };
    for (int number = 1; number <= LogLabels::highest; ++number) {
        add(QStringLiteral("&%1 %2").arg(number).arg(labelName(number)), number,
            [this, number] { emit labelWanted(number); });
    }
    m_labels->addSeparator();
    add(tr("&Remove all labels"), 0, [this] { m_view->labels()->clear(); });
}

void LogActions::makeJumps()
{
    m_jumps << make("log.top", tr("&Top"), QKeySequence(Qt::Key_Home),
                    [this] { m_view->goToTop(); })
            << make("log.bottom", tr("&Bottom"), QKeySequence(Qt::Key_End),
                    [this] { m_view->setFollowing(true); });
}

void LogActions::makeFind()
{
    QAction *find = new QAction(tr("&Find in log…"), this);
    find->setObjectName(QStringLiteral("log.find"));
    find->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)); // in the whole window
    connect(find, &QAction::triggered, this, &LogActions::findWanted);
    m_finds << find;
    for (const auto &[text, key, letter, step] :
         {std::tuple(tr("Ne&xt match"), QKeySequence(Qt::Key_F3), QKeySequence(Qt::Key_N), 1),
          std::tuple(tr("Pre&vious match"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
                     QKeySequence(Qt::SHIFT | Qt::Key_N), -1)}) {
        const auto go = [this, step = step] { emit matchWanted(step); };
        auto *action = new QAction(text, this);
        action->setObjectName(QLatin1String(step > 0 ? "log.next-match" : "log.previous-match"));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // also in the field of Find
        connect(action, &QAction::triggered, this, go);
        m_page->addAction(action);
        m_finds << action;
        make(step > 0 ? "log.next-match-letter" : "log.previous-match-letter", text, letter,
             go); // a letter acts in the list only
    }
}

void LogActions::addTo(QMenu &menu)
{
    menu.addActions(m_finds);
    menu.addSeparator();
    menu.addActions(m_jumps);
    menu.addSeparator();
    menu.addActions(m_marks);
    menu.addMenu(m_labels);
    menu.addSeparator();
    menu.addActions(m_copies);
    QMenu *columns = menu.addMenu(tr("C&olumns"));
    columns->addActions(m_view->header()->columnActions());
    connect(&menu, &QMenu::aboutToShow, this, &LogActions::update);
}

void LogActions::update()
{
    const bool hasRow = m_view->currentSequence() >= 0;
    const bool hasJob = !m_view->currentJob().isEmpty();
    for (QAction *action : std::as_const(m_copies))
        action->setEnabled(hasRow);
    m_copyJobId->setEnabled(hasJob);
    m_goToJob->setEnabled(hasJob);
    m_marks.first()->setEnabled(hasRow);
}

void LogActions::popUp(const QPoint &globalPosition, LogColumn column)
{
    update();
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_copies);
    addFilters(*menu, column);
    menu->addSeparator();
    menu->addAction(m_marks.first());
    m_labels->setEnabled(m_goToJob->isEnabled());
    menu->addMenu(m_labels);
    connect(menu, &QObject::destroyed, m_labels, [this] { m_labels->setEnabled(true); });
    menu->popup(globalPosition);
}

void LogActions::addFilters(QMenu &menu, LogColumn column)
{
    const EventRing &ring = m_view->rows().ring();
    const qint64 sequence = m_view->currentSequence();
    if (!ring.holds(sequence))
        return;
    const QString cell = logTerm(ring, sequence, column, m_view->timeStyle());
    const QStringList terms = cell.isEmpty() ? m_view->termsOf(sequence) : QStringList(cell);
    for (const QString &term : terms) {
        const auto use = [this, term](FilterUse how) { emit m_view->filterWanted(term, how); };
        menu.addSeparator();
        addFilterActions(menu, term, use);
        if (!m_view->rows().filter().isEmpty())
            addCombinations(menu, term, use);
    }
}

void LogActions::labelJob(int number)
{
    const QByteArray job = m_view->currentJob();
    if (job.isEmpty()) {
        emit told(tr("No label: the selected row has no job"));
    } else if (!m_view->labels()->labelJob(job, number)) {
        emit told(
            tr("No label: at most %1 jobs can have one").arg(formatCount(LogLabels::mostJobs)));
    }
}

void LogActions::copyJson()
{
    const std::vector<qint64> selected = m_view->selectedSequences();
    const EventRing &ring = m_view->rows().ring();
    QByteArray lines;
    qint64 copied = 0;
    for (const qint64 sequence : selected) {
        if (copied == LogView::maxCopied)
            break;
        const QByteArray job = ring.jobId(ring.at(sequence).job);
        lines +=
            logJson(ring, sequence, m_owner && !job.isEmpty() ? m_owner(job) : QString()) + '\n';
        ++copied;
    }
    if (copied == 0)
        return;
    QGuiApplication::clipboard()->setText(displayText(lines));
    emit m_view->copied(copied, static_cast<qint64>(selected.size()));
}

void LogActions::toggleMarks()
{
    if (!m_view->marks()->toggle(m_view->selectedSequences())) {
        emit told(tr("No mark: at most %1 rows can have one")
                      .arg(formatCount(static_cast<qint64>(LogMarks::most))));
    }
}

void LogActions::goToMark(int step)
{
    const qint64 current = m_view->currentSequence();
    const qint64 from = current < 0 ? m_view->topSequence() : current;
    const qint64 found = m_view->marks()->next(from, step, m_view->rows());
    if (found >= 0) {
        m_view->goTo(found);
    } else {
        emit told(step > 0 ? tr("No mark below") : tr("No mark above"));
    }
}

} // namespace ui
