// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "ui/models/logrows.h"
#include "ui/widgets/filteractions.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/matchpainter.h"
#include "ui/widgets/statepalette.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using ui::FilterLine;
using ui::FilterUse;

namespace {

/// A page with a field for filters of events.
struct Desk
{
    QWidget page;
    FilterLine line{ui::FilterKind::Events,
                    [](const QString &text) { return ui::LogFilter::check(text); }, &page};
    QSignalSpy changed{&line, &FilterLine::filterChanged};

    Desk()
    {
        page.resize(600, 200);
        line.setGeometry(10, 10, 300, line.sizeHint().height());
        page.show();
    }
    QLabel *note() const { return page.findChild<QLabel *>(QStringLiteral("filter-problem")); }
    QColor base() const { return line.palette().color(QPalette::Base); }
};

} // namespace

class TestFilterLine : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QApplication::setPalette(ui::Theme::lightPalette()); }

    void showsWhetherTheTextIsAFilter_data();
    void showsWhetherTheTextIsAFilter();
    void followsTheTheme_data();
    void followsTheTheme();
    void keepsTheLastGoodFilter();
    void waitsForAPause();
    void saysWhatIsWrong();
    void movesNothing();
    void completes();
    void addsTerms();
    void coloursAreReadable_data();
    void coloursAreReadable();
    void findsMatches();
    void offersTerms();
};

void TestFilterLine::showsWhetherTheTextIsAFilter_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << ui::Theme::lightPalette();
    QTest::newRow("dark") << ui::Theme::darkPalette();
}

void TestFilterLine::showsWhetherTheTextIsAFilter()
{
    QFETCH(const QPalette, palette);
    QApplication::setPalette(palette);
    Desk desk;
    const QColor plain = palette.color(QPalette::Base);
    QCOMPARE(desk.base(), plain);
    const qsizetype signs = desk.line.actions().size();
    desk.line.setText(QStringLiteral("level>=warning"));
    QCOMPARE(desk.base(), FilterLine::validBase(palette));
    QCOMPARE(desk.line.actions().size(), signs + 1); // a sign, because colour is not enough
    desk.line.setText(QStringLiteral("level>=loud"));
    QCOMPARE(desk.base(), FilterLine::wrongBase(palette));
    QCOMPARE(desk.line.actions().size(), signs + 1);
    desk.line.clear();
    QCOMPARE(desk.base(), plain);
    QCOMPARE(desk.line.actions().size(), signs);
}

void TestFilterLine::followsTheTheme_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("a filter") << QStringLiteral("event:failed");
    QTest::newRow("a mistake") << QStringLiteral("event:");
}

void TestFilterLine::followsTheTheme()
{
    QFETCH(const QString, text);
    QApplication::setPalette(ui::Theme::lightPalette());
    Desk desk;
    desk.line.apply(text);
    const QPalette dark = ui::Theme::darkPalette();
    QApplication::setPalette(dark);
    const QColor expected = text.isEmpty()                    ? dark.color(QPalette::Base)
                            : text.endsWith(QLatin1Char(':')) ? FilterLine::wrongBase(dark)
                                                              : FilterLine::validBase(dark);
    QTRY_COMPARE(desk.base(), expected);
    QCOMPARE(desk.line.palette().color(QPalette::Text), dark.color(QPalette::Text));
}

void TestFilterLine::keepsTheLastGoodFilter()
{
    Desk desk;
    desk.line.apply(QStringLiteral("cuda"));
    QCOMPARE(desk.changed.size(), 1);
    desk.line.apply(QStringLiteral("cuda level:loud"));
    QCOMPARE(desk.changed.size(), 1);
    QCOMPARE(desk.line.validText(), QStringLiteral("cuda"));
    desk.line.apply(QStringLiteral("cuda level:info"));
    QCOMPARE(desk.changed.size(), 2);
    QCOMPARE(desk.changed.last().first().toString(), QStringLiteral("cuda level:info"));
    desk.line.apply({});
    QCOMPARE(desk.changed.size(), 3);
}

void TestFilterLine::waitsForAPause()
{
    Desk desk;
    desk.line.setFocus();
    QTest::keyClicks(&desk.line, QStringLiteral("cud"));
    QCOMPARE(desk.changed.size(), 0);
    QTRY_COMPARE(desk.changed.size(), 1);
    QCOMPARE(desk.line.validText(), QStringLiteral("cud"));
    QTest::keyClicks(&desk.line, QStringLiteral("a"));
    QTest::keyClick(&desk.line, Qt::Key_Return);
    QCOMPARE(desk.changed.size(), 2);
}

void TestFilterLine::saysWhatIsWrong()
{
    Desk desk;
    QVERIFY(!desk.note()->isVisible());
    desk.line.setText(QStringLiteral("cuda level:loud"));
    QVERIFY(desk.note()->isVisible());
    QVERIFY(desk.note()->text().startsWith(QLatin1String("loud is no value of level")));
    QVERIFY(desk.note()->text().endsWith(QLatin1String("(character 12)")));
    QCOMPARE(desk.line.toolTip(), desk.note()->text());
    QCOMPARE(desk.line.accessibleDescription(), desk.note()->text());
    QCOMPARE(desk.line.text(), QStringLiteral("cuda level:loud")); // the underline changes no text
    desk.line.setText(QStringLiteral("cuda"));
    QVERIFY(!desk.note()->isVisible());
    desk.line.setNotice(QStringLiteral("3 events hidden"));
    QCOMPARE(desk.note()->text(), QStringLiteral("3 events hidden"));
    QVERIFY(desk.note()->isVisible());
}

void TestFilterLine::movesNothing()
{
    Desk desk;
    const QRect before = desk.line.geometry();
    desk.line.setText(QStringLiteral("unknown:x"));
    QCOMPARE(desk.line.geometry(), before);
    QVERIFY(desk.note()->geometry().top() >= before.bottom());
    QVERIFY(desk.page.rect().right() >= desk.note()->geometry().right());
    QVERIFY(desk.note()->height() >= desk.note()->heightForWidth(desk.note()->width()));
}

void TestFilterLine::completes()
{
    Desk desk;
    desk.line.setValues([](const QString &field) {
        return field == QLatin1String("job") ? QStringList{QStringLiteral("render 7")}
                                             : QStringList();
    });
    desk.line.setFocus();
    auto *completer = desk.line.findChild<QCompleter *>();
    QTest::keyClicks(&desk.line, QStringLiteral("-j"));
    QCOMPARE(completer->completionCount(), 1);
    emit completer->activated(QStringLiteral("job:"));
    QCOMPARE(desk.line.text(), QStringLiteral("-job:"));
    QTest::keyClicks(&desk.line, QStringLiteral("re"));
    emit completer->activated(QStringLiteral("\"render 7\""));
    QCOMPARE(desk.line.text(), QStringLiteral("-job:\"render 7\""));
    QVERIFY(!ui::LogFilter::check(desk.line.text()));
    completer->popup()->hide();
}

void TestFilterLine::addsTerms()
{
    Desk desk;
    desk.line.apply(QStringLiteral("a OR b"));
    desk.line.setText(QStringLiteral("a OR")); // a mistake that was never applied
    desk.line.addTerm(QStringLiteral("job=x"), FilterUse::Exclude);
    QCOMPARE(desk.line.validText(), QStringLiteral("(a OR b) -job=x"));
    QCOMPARE(desk.line.text(), desk.line.validText());
}

void TestFilterLine::coloursAreReadable_data()
{
    showsWhetherTheTextIsAFilter_data();
}

void TestFilterLine::coloursAreReadable()
{
    QFETCH(const QPalette, palette);
    constexpr double aa = 4.5; // WCAG 2, level AA
    const QColor ink = palette.color(QPalette::Text);
    const ui::StatePalette colors = ui::StatePalette::of(palette);
    QVERIFY(ui::contrast(ink, FilterLine::validBase(palette)) >= aa);
    QVERIFY(ui::contrast(ink, FilterLine::wrongBase(palette)) >= aa);
    QVERIFY(FilterLine::validBase(palette) != FilterLine::wrongBase(palette));
    for (const QColor &text : {ink, colors.failure(), colors.quiet()})
        QVERIFY2(
            ui::contrast(text, ui::matchBase(palette)) >= aa,
            qPrintable(text.name() + QString::number(ui::contrast(text, ui::matchBase(palette)))));
}

void TestFilterLine::findsMatches()
{
    using Ranges = QList<std::pair<qsizetype, qsizetype>>;
    const auto find = [](const char *text, const QStringList &words) {
        return ui::matchesIn(QString::fromUtf8(text), words);
    };
    QCOMPARE(find("Cuda and CUDA", {QStringLiteral("cuda")}), (Ranges{{0, 4}, {9, 4}}));
    QCOMPARE(find("aaaa", {QStringLiteral("aa")}), (Ranges{{0, 4}}));
    QCOMPARE(find("abcd", {QStringLiteral("bc"), QStringLiteral("ab")}), (Ranges{{0, 3}}));
    QCOMPARE(find("abcd", {QString(), QStringLiteral("x")}), Ranges());
}

void TestFilterLine::offersTerms()
{
    ui::EventRing ring;
    ui::LogRow row;
    row.type = hub::EventType::Failed;
    ring.append(row, "job-1", "out of memory");
    row.type = hub::EventType::Log;
    row.level = ui::LogLevel::Warning;
    ring.append(row, {}, "");
    ring.append({.kind = ui::LogKind::Gap}, {}, "gap");
    const test::ManualClock clock;
    ui::LogRows rows(&ring, clock);
    const ui::LogView view(&rows);
    QCOMPARE(view.termsOf(0),
             (QStringList{QStringLiteral("job=job-1"), QStringLiteral("event:failed"),
                          QStringLiteral("\"out of memory\"")}));
    QCOMPARE(view.termsOf(1), QStringList{QStringLiteral("level:warning")});
    QCOMPARE(view.termsOf(2), QStringList());

    QMenu menu;
    std::optional<FilterUse> used;
    ui::addFilterActions(menu, QStringLiteral("job=\"a&b\""),
                         [&used](FilterUse use) { used = use; });
    QCOMPARE(menu.actions().at(0)->text(), QStringLiteral("&Filter by job=\"a&&b\""));
    menu.actions().at(1)->trigger();
    QCOMPARE(used, std::optional(FilterUse::Exclude));
}

QTEST_MAIN(TestFilterLine)
#include "tst_filterline.moc"
