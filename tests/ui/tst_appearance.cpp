// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/imagedecode.h"
#include "ui/widgets/contraststyle.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/linkwords.h"
#include "ui/widgets/statepalette.h"
#include "ui/widgets/theme.h"

#include <QBuffer>
#include <QLineEdit>
#include <QPainter>
#include <QPalette>
#include <QSet>
#include <QStyleOption>
#include <QTest>

using hub::JobStatus;
using ui::LinkState;
using namespace std::chrono_literals;

namespace {

constexpr int lastStatus = static_cast<int>(JobStatus::Lost);
constexpr int lastState = static_cast<int>(LinkState::Offline);

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// The part of two icons' ink that only one of them has, from 0 to 1.
double difference(const QString &a, const QString &b)
{
    const QSize size(32, 32);
    const QImage left = ui::tintedPixmap(a, Qt::black, size, 1).toImage();
    const QImage right = ui::tintedPixmap(b, Qt::black, size, 1).toImage();
    int different = 0;
    int ink = 0;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const bool l = qAlpha(left.pixel(x, y)) > 127;
            const bool r = qAlpha(right.pixel(x, y)) > 127;
            different += l != r;
            ink += l || r;
        }
    }
    return ink == 0 ? 0 : static_cast<double>(different) / ink;
}

} // namespace

class TestAppearance : public QObject
{
    Q_OBJECT

private slots:
    void coloursAreReadable_data();
    void coloursAreReadable();
    void highContrastHasBordersAndNoGreyTexts();
    void focusHasARing();
    void shapesDiffer();
    void everyLinkStateHasWords();
    void countsDown();
    void decodesWithinBounds_data();
    void decodesWithinBounds();
    void scalesDown();
};

void TestAppearance::coloursAreReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<double>("least"); // of texts that are not important
    QTest::newRow("light") << ui::Theme::lightPalette() << 4.5;
    QTest::newRow("dark") << ui::Theme::darkPalette() << 4.5;
    QTest::newRow("high contrast") << ui::Theme::contrastPalette() << 7.0;
}

void TestAppearance::coloursAreReadable()
{
    QFETCH(const QPalette, palette);
    QFETCH(const double, least);
    const ui::StatePalette colors = ui::StatePalette::of(palette);
    const QColor backgrounds[] = {palette.color(QPalette::Base),
                                  palette.color(QPalette::AlternateBase),
                                  palette.color(QPalette::Window)};
    for (const QColor &background : backgrounds) {
        for (int status = 0; status <= lastStatus; ++status) {
            QVERIFY2(ui::contrast(colors.color(static_cast<JobStatus>(status)), background)
                         >= least,
                     hub::toString(static_cast<JobStatus>(status)).constData());
        }
        for (int state = 0; state <= lastState; ++state)
            QVERIFY(ui::contrast(colors.color(static_cast<LinkState>(state)), background) >= least);
        QVERIFY(ui::contrast(palette.color(QPalette::Text), background) >= 7);
    }
    // Text is drawn over the filled part of a progress bar.
    for (int status = 0; status <= lastStatus; ++status) {
        const QColor fill = colors.progressFill(static_cast<JobStatus>(status), backgrounds[0]);
        QVERIFY(ui::contrast(palette.color(QPalette::Text), fill) >= least);
    }
    QVERIFY(ui::contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Window))
            >= least);
    QVERIFY(
        ui::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight))
        >= least);
}

void TestAppearance::highContrastHasBordersAndNoGreyTexts()
{
    const QPalette palette = ui::Theme::contrastPalette();
    const auto ratio = [&](QPalette::ColorGroup group, QPalette::ColorRole text,
                           QPalette::ColorRole background) {
        return ui::contrast(palette.color(group, text), palette.color(group, background));
    };
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        QVERIFY(ratio(group, QPalette::Text, QPalette::Base) >= 7);
        QVERIFY(ratio(group, QPalette::WindowText, QPalette::Window) >= 7);
        QVERIFY(ratio(group, QPalette::ButtonText, QPalette::Button) >= 7);
        QVERIFY(ratio(group, QPalette::ToolTipText, QPalette::ToolTipBase) >= 7);
        QVERIFY(ratio(group, QPalette::Link, QPalette::Window) >= 7);
        QVERIFY(ratio(group, QPalette::HighlightedText, QPalette::Highlight) >= 7);
        QVERIFY(ratio(group, QPalette::Mid, QPalette::Window) >= 7); // borders
    }
    QVERIFY(ratio(QPalette::Active, QPalette::Highlight, QPalette::Window) >= 7); // focus
}

/// A control has a border, and another one while it has the focus.
void TestAppearance::focusHasARing()
{
    ui::ContrastStyle style;
    QLineEdit field;
    field.setStyle(&style);
    field.setPalette(ui::Theme::contrastPalette());
    const auto corner = [&](bool focus) {
        QStyleOptionFrame option;
        option.initFrom(&field);
        option.rect = QRect(0, 0, 40, 20);
        option.palette = field.palette();
        option.lineWidth = 1;
        option.state.setFlag(QStyle::State_HasFocus, focus);
        QImage image(40, 20, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        style.drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, &field);
        return std::pair(image.pixelColor(20, 0), image.pixelColor(20, 1));
    };
    const QPalette palette = field.palette();
    QCOMPARE(corner(false).first, palette.color(QPalette::Mid));
    QCOMPARE(corner(true).first, palette.color(QPalette::Highlight));
    QCOMPARE(corner(true).second, palette.color(QPalette::Highlight));
}

void TestAppearance::shapesDiffer()
{
    QStringList statuses;
    for (int status = 0; status <= lastStatus; ++status)
        statuses << ui::iconName(static_cast<JobStatus>(status));
    QStringList states;
    for (int state = 0; state <= lastState; ++state)
        states << ui::iconName(static_cast<LinkState>(state));
    for (const QStringList &names : {statuses, states}) {
        for (int a = 0; a < names.size(); ++a) {
            for (int b = 0; b < a; ++b)
                QVERIFY2(difference(names[a], names[b]) > 0.15, qPrintable(names[a] + names[b]));
        }
    }
    QVERIFY(!ui::programIcon().pixmap(64, 64).toImage().allGray());
}

void TestAppearance::everyLinkStateHasWords()
{
    QSet<QString> pills;
    for (int state = 0; state <= lastState; ++state) {
        const ui::LinkStatus status{static_cast<LinkState>(state), 2, 5s, QStringLiteral("why")};
        const ui::LinkWords words = ui::linkWords(status, 3000ms, QStringLiteral("hub"));
        QVERIFY(!words.pill.isEmpty());
        pills << words.pill;
        QCOMPARE(words.banner.isEmpty(), status.state == LinkState::Live);
        const bool nothingToDo = status.state == LinkState::Live
                                 || status.state == LinkState::Connecting
                                 || status.state == LinkState::Draining;
        QCOMPARE(ui::word(words.action).isEmpty(), nothingToDo);
    }
    QCOMPARE(pills.size(), lastState + 1);
}

void TestAppearance::countsDown()
{
    const ui::LinkStatus status{LinkState::Reconnecting, 2, 7s,
                                QStringLiteral("connection refused")};
    QCOMPARE(ui::linkWords(status, {}, {}).banner,
             QStringLiteral("Reconnecting in 7 s (attempt 3): connection refused"));
    QVERIFY(
        ui::linkWords(status, 6500ms, {}).banner.startsWith(QStringLiteral("Reconnecting in 1 s")));
    QVERIFY(ui::linkWords(status, 9000ms, {})
                .banner.startsWith(QStringLiteral("Reconnecting (attempt")));
    QVERIFY(ui::linkWords({LinkState::Connecting, 0, {}, {}}, 500ms, {}).banner.isEmpty());
}

void TestAppearance::decodesWithinBounds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("shown");
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    const QByteArray png = encoded(image, "PNG");
    QTest::newRow("png") << png << true;
    QTest::newRow("jpeg") << encoded(image, "JPG") << true;
    QTest::newRow("cut off") << png.left(20) << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("text") << QByteArray("<html>not found</html>") << false;
    QTest::newRow("svg") << QByteArray(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>)")
                         << false;
    // A header that claims 60000 × 60000 pixels.
    QByteArray bomb = png;
    bomb.replace(16, 8, QByteArray::fromHex("0000ea600000ea60"));
    QTest::newRow("bomb") << bomb << false;
}

void TestAppearance::decodesWithinBounds()
{
    QFETCH(const QByteArray, bytes);
    const auto image = ui::decodeImage(bytes, {});
    QTEST(image.ok(), "shown");
    if (image) {
        QCOMPARE(image->size(), QSize(40, 30));
    } else {
        QVERIFY(!image.error().message.isEmpty());
    }
}

void TestAppearance::scalesDown()
{
    QImage image(400, 100, QImage::Format_RGB32);
    image.fill(Qt::blue);
    const auto small = ui::decodeImage(encoded(image, "PNG"), QSize(100, 100));
    QVERIFY(small);
    QCOMPARE(small->size(), QSize(100, 25));
    QCOMPARE(ui::decodeImage(encoded(image, "PNG"), QSize(800, 800))->size(), QSize(400, 100));
}

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
