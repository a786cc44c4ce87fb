// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/unit/models/modelevents.h"
#include "ui/models/formats.h"
#include "ui/models/imageloader.h"
#include "ui/models/jobdetail.h"
#include "ui/models/session.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/detailspage.h"
#include "ui/widgets/imagepage.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/textbox.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QScreen>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using hub::JobStatus;

namespace {

/// Rows of texts that have wrecked windows.
void addTexts()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("100 000-character word") << QString(100'000, QLatin1Char('W'));
    QTest::newRow("5 000 lines") << QStringLiteral("line of a log\n").repeated(5000);
    QTest::newRow("combining marks") << QStringLiteral("Z") + QString(20'000, QChar(0x0335));
    QTest::newRow("right-to-left overrides")
        << QString(QStringLiteral("exe.\u202egnp.elif ") + QString(500, QChar(0x2069)))
               .repeated(50);
    QTest::newRow("NUL") << QString(3000, QChar(u'\0'));
    QTest::newRow("emoji") << QString::fromUcs4(U"\U0001F469\u200D\U0001F680").repeated(9000);
    QTest::newRow("markup")
        << QStringLiteral("<h1>x</h1><img src='file:///etc/passwd'><br>").repeated(2000);
    QTest::newRow("lone surrogates") << QString(5000, QChar(0xd83d));
}

/// The window and everything that it shows, with one failed job.
struct Fixture
{
    QTemporaryDir home;
    test::ManualClock clock;
    QSettings settings{home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Session session{&clock};
    ui::JobDetail detail;
    ui::ImageLoader images;
    ui::MainWindow window{&session, &detail, &images, &settings};

    void fill(const QString &text)
    {
        hub::Job job = test::job("a", JobStatus::Failed, 50, 1);
        const QJsonObject error{{QStringLiteral("code"), text}, {QStringLiteral("message"), text}};
        job.error = QJsonDocument(error).toJson(QJsonDocument::Compact);
        job.message = text;
        job.owner = text.toUtf8();
        job.externalId = job.restoreId = text.toUtf8();
        job.labels = {{text, text}, {QStringLiteral("team"), text}};
        session.receive(ui::LinkStatus{ui::LinkState::Live, 0, {}, {}});
        session.receive(ui::arrival::Polled{{job}, {}});
        const QByteArray event =
            QJsonDocument(QJsonObject{{QStringLiteral("error"), text}}).toJson();
        session.receive(test::jobEvent("b", hub::EventType::Failed, 2, event.constData()));
        session.tick();
        window.setHub(text, text);
        window.showNotice(text);
        detail.setJob(job);
        detail.timeline()->add({test::jobEvent("a", hub::EventType::Failed, 2, event.constData())});
        window.jobsPage()->table()->selectJob("a");
        QCoreApplication::processEvents();
    }
    void loseTheLink(const QString &reason)
    {
        session.receive(ui::LinkStatus{ui::LinkState::Reconnecting, 3, {}, reason});
        session.tick();
        QCoreApplication::processEvents();
    }
};

} // namespace

class LongTextsTest : public QObject
{
    Q_OBJECT

private slots:
    void windowKeepsItsSize_data() { addTexts(); }
    void windowKeepsItsSize();
    void imagePageKeepsItsSize_data() { addTexts(); }
    void imagePageKeepsItsSize();
    void tipsStayOnTheScreen_data() { addTexts(); }
    void tipsStayOnTheScreen();
    void boxShowsTheLastLineFirst();
    void boxCopiesTheWholeText();
    void overridesStayInside();
    void fitsScreens_data();
    void fitsScreens();
    void storedWindowFitsTheScreen();
};

void LongTextsTest::windowKeepsItsSize()
{
    QFETCH(const QString, text);
    // GIVEN a window with a short text in all places
    Fixture f;
    f.window.resize(780, 600);
    f.window.show();
    f.fill(QStringLiteral("x"));
    const QSize size = f.window.size();
    const QSize least = f.window.minimumSizeHint();
    const QSize hint = f.window.sizeHint();
    auto *box = f.window.detailsPage()->findChild<ui::TextBox *>();
    const int room = ui::TextBox::mostLines * box->fontMetrics().lineSpacing();
    // WHEN the text is a monster
    f.fill(text);
    // THEN only the box and the banner grow, by some lines
    const auto grows = [&](const QSize &now, const QSize &before) {
        return now.width() <= before.width() && now.height() <= before.height() + 2 * room;
    };
    QCOMPARE(f.window.size(), size);
    QVERIFY2(grows(f.window.minimumSizeHint(), least), qPrintable(QString::number(least.width())));
    QVERIFY(grows(f.window.sizeHint(), hint));
    QVERIFY(box->height() <= room + 20);
    QCOMPARE(f.window.size(), size);
    f.loseTheLink(QStringLiteral("x"));
    const QSize leastOffline = f.window.minimumSizeHint();
    f.loseTheLink(text);
    QCOMPARE(f.window.size(), size);
    QVERIFY(grows(f.window.minimumSizeHint(), leastOffline));
    QVERIFY(!f.window.grab().isNull()); // it can be painted
}

void LongTextsTest::imagePageKeepsItsSize()
{
    QFETCH(const QString, text);
    ui::ImageLoader images;
    ui::ResultImage image;
    image.name = text;
    image.url = QUrl(QStringLiteral("data:image/png;base64,AAAA"));
    ui::ImagePage page(&images);
    page.setImages("a", {image}, text);
    page.show();
    QCoreApplication::processEvents();
    QVERIFY(page.minimumSizeHint().width() < 700);
    QVERIFY(page.minimumSizeHint().height() < 700);
    page.setImages("a", {}, text);
    QVERIFY(page.minimumSizeHint().width() < 700);
    QVERIFY(page.minimumSizeHint().height() < 700);
}

void LongTextsTest::tipsStayOnTheScreen()
{
    QFETCH(const QString, text);
    QWidget window;
    window.show();
    QToolTip::showText(window.mapToGlobal(QPoint(5, 5)), ui::tipText(text), &window);
    const auto all = QApplication::topLevelWidgets();
    const auto tip = std::find_if(all.begin(), all.end(),
                                  [](const QWidget *top) { return top->inherits("QTipLabel"); });
    if (tip != all.end()) {
        const QSize screen = (*tip)->screen()->availableSize();
        QVERIFY((*tip)->width() <= screen.width());
        QVERIFY((*tip)->height() <= screen.height());
    }
    QToolTip::hideText();
}

void LongTextsTest::boxShowsTheLastLineFirst()
{
    ui::TextBox box;
    box.resize(400, 100);
    box.show();
    QStringList lines;
    for (int i = 0; i < 5000; ++i)
        lines << QStringLiteral("line %1").arg(i);
    box.setText(lines.join(QLatin1Char('\n')));
    QScrollBar &bar = *box.verticalScrollBar();
    QVERIFY(bar.maximum() > 4000);
    QCOMPARE(bar.value(), bar.maximum());
    // A text that grows moves nothing under the eyes of a user who scrolled up.
    bar.setValue(100);
    lines << QStringLiteral("one more");
    box.setText(lines.join(QLatin1Char('\n')));
    QCOMPARE(bar.value(), 100);
    // Another text begins at its end.
    box.setText(lines.mid(1).join(QLatin1Char('\n')));
    QCOMPARE(bar.value(), bar.maximum());
}

void LongTextsTest::boxCopiesTheWholeText()
{
    ui::TextBox box;
    const QString text =
        QString(ui::TextBox::mostCharacters, QLatin1Char('a')) + QStringLiteral("b\nc");
    box.setText(text);
    QVERIFY(box.toPlainText().size() <= ui::TextBox::mostCharacters);
    QVERIFY(box.toPlainText().endsWith(QStringLiteral("b\nc")));
    box.findChild<QToolButton *>()->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
}

void LongTextsTest::overridesStayInside()
{
    // GIVEN an error that ends its isolate and turns the line around
    const QString error = QStringLiteral("a\u2069\u202e b");
    const QString shown = ui::isolated(error);
    // THEN it is between FSI and PDI, and has no PDI of its own
    QVERIFY(shown.startsWith(QChar(0x2068)));
    QVERIFY(shown.endsWith(QChar(0x2069)));
    QCOMPARE(shown.count(QChar(0x2069)), 1);
    QCOMPARE(ui::isolated(QStringLiteral("plain – text")), QStringLiteral("plain – text"));
    const auto event = test::jobEvent("a", hub::EventType::Failed, 1,
                                      "{\"error\":\"\xe2\x80\xae x\",\"message\":\"m\"}");
    ui::TimelineModel timeline;
    timeline.add({event});
    const QString line = timeline.index(0, ui::TimelineModel::Text).data().toString();
    QCOMPARE(line, QStringLiteral("\u2068\u202e x\u2069 · m"));
}

void LongTextsTest::fitsScreens_data()
{
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QRect>("fitted");
    QTest::newRow("fits") << QRect(100, 100, 800, 600) << QRect(100, 100, 800, 600);
    QTest::newRow("on the second") << QRect(2000, 50, 500, 400) << QRect(2000, 50, 500, 400);
    QTest::newRow("on a screen that is gone")
        << QRect(-3000, 9000, 800, 600) << QRect(0, 480, 800, 600);
    QTest::newRow("too large") << QRect(-50, -50, 9000, 9000) << QRect(0, 0, 1920, 1080);
    QTest::newRow("half outside") << QRect(1500, 900, 800, 600) << QRect(1120, 480, 800, 600);
}

void LongTextsTest::fitsScreens()
{
    QFETCH(const QRect, wanted);
    const QList<QRect> screens{{0, 0, 1920, 1080}, {1920, 0, 1280, 720}};
    QTEST(ui::fittedToScreens(wanted, screens), "fitted");
    QCOMPARE(ui::fittedToScreens(wanted, {}), wanted);
}

void LongTextsTest::storedWindowFitsTheScreen()
{
    const QTemporaryDir home;
    const QString file = home.filePath(QStringLiteral("settings.ini"));
    test::ManualClock clock;
    ui::Session session(&clock);
    ui::JobDetail detail;
    ui::ImageLoader images;
    QSettings settings(file, QSettings::IniFormat);
    {
        ui::MainWindow window(&session, &detail, &images, &settings);
        window.show();
        window.setGeometry(5000, 5000, 6000, 4000);
        window.saveLayout();
    }
    ui::MainWindow window(&session, &detail, &images, &settings);
    window.show();
    const QRect screen = window.screen()->availableGeometry();
    QVERIFY(screen.contains(QRect(window.pos(), QSize(1, 1))));
    QTRY_VERIFY(screen.contains(window.frameGeometry()));
}

QTEST_MAIN(LongTextsTest)
#include "tst_longtexts.moc"
