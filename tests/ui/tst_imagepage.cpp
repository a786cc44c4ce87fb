// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/imagepage.h"

#include "tests/support/scriptedserver.h"
#include "ui/client/hubapi.h"
#include "ui/models/imagelevels.h"
#include "ui/models/imageloader.h"
#include "ui/widgets/imageview.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

namespace {

QByteArray png(const QSize &size, const QColor &color)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// A page whose images come from a server that the test answers for.
struct Fixture
{
    ScriptedServer server;
    QNetworkAccessManager network;
    ui::HubApi api{&network, server.url()};
    ui::ImageLoader loader;
    ui::ImagePage page{&loader};

    Fixture()
    {
        loader.setApi(&api);
        page.resize(400, 300);
        page.show();
    }
    ui::ResultImage image(const char *name) const
    {
        return {server.url(QByteArray("/") + name), QString::fromLatin1(name)};
    }
    void show(const QList<ui::ResultImage> &images, const char *job = "job-1")
    {
        page.setImages(job, images, QStringLiteral("This job finished without images"));
    }
    void answer(int request, const QByteArray &body)
    {
        server.answer(request, 200, "image/png", body);
    }
    /// Returns whether a label of the page has this text.
    bool says(const QString &text) const
    {
        const auto labels = page.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
    QColor color() const { return page.findChild<ui::ImageView *>()->picture().pixelColor(0, 0); }
    void press(int key) { QTest::keyClick(page.view(), static_cast<Qt::Key>(key)); }
};

QPointF middle(const ui::ImageView &view)
{
    return view.pictureRect().center() - QRectF(view.rect()).center();
}

} // namespace

class ImagePageTest : public QObject
{
    Q_OBJECT

private slots:
    void fitsAndZooms();
    void draggingMovesThePicture();
    void smallPicturesKeepTheirSize();
    void levelsHalve();
    void keepsThePictureUntilTheNext();
    void anotherJobShowsNothingOfTheOneBefore();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void retryFetchesAgain();
    void jobWithoutImages();
    void savesTheBytes();
    void copiesThePicture();
    void hiddenPageHasNoPicture();
};

void ImagePageTest::fitsAndZooms()
{
    ui::ImageView view;
    view.resize(400, 300);
    QImage image(800, 400, QImage::Format_RGB32);
    image.fill(Qt::red);
    view.setPicture(ui::imageLevels(image));
    QVERIFY(view.isFitted());
    QCOMPARE(view.zoom(), 0.5);
    view.resize(200, 300); // the fit follows the room
    QCOMPARE(view.zoom(), 0.25);
    QTest::keyClick(&view, Qt::Key_1);
    QCOMPARE(view.zoom(), 1.0);
    QVERIFY(!view.isFitted());
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.zoom() > 1);
    QTest::keyClick(&view, Qt::Key_Minus);
    QCOMPARE(view.zoom(), 1.0);
    QTest::keyClick(&view, Qt::Key_0);
    QVERIFY(view.isFitted());
    // The point under the pointer stays there.
    view.setZoom(1);
    const QPointF at(30, 40);
    const QPointF before = (at - view.pictureRect().topLeft()) / view.zoom();
    QWheelEvent wheel(at, view.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &wheel);
    QCOMPARE(view.zoom(), 1.25);
    const QPointF after = (at - view.pictureRect().topLeft()) / view.zoom();
    QVERIFY((after - before).manhattanLength() < 0.01);
    view.setZoom(1e9);
    QCOMPARE(view.zoom(), ui::ImageView::largestZoom);
    view.setZoom(0);
    QCOMPARE(view.zoom(), ui::ImageView::smallestZoom);
}

void ImagePageTest::draggingMovesThePicture()
{
    ui::ImageView view;
    view.resize(400, 300);
    QImage image(800, 300, QImage::Format_RGB32);
    image.fill(Qt::red);
    view.setPicture({image});
    view.setZoom(1);
    QTest::mousePress(&view, Qt::LeftButton, {}, {100, 100});
    QMouseEvent move(QEvent::MouseMove, QPointF(70, 100), view.mapToGlobal(QPointF(70, 100)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &move);
    QCOMPARE(middle(view).x(), -30.0);
    QMouseEvent far(QEvent::MouseMove, QPointF(-4000, 900), view.mapToGlobal(QPointF(-4000, 900)),
                    Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &far);
    QCOMPARE(middle(view).x(), -200.0); // its edge stays at the edge of the view
    QCOMPARE(middle(view).y(), 0.0); // this side fits, so it does not move
    QTest::mouseRelease(&view, Qt::LeftButton);
}

void ImagePageTest::smallPicturesKeepTheirSize()
{
    ui::ImageView view;
    view.resize(400, 300);
    view.setPicture({QImage(40, 20, QImage::Format_RGB32)});
    QCOMPARE(view.zoom(), 1.0);
    QCOMPARE(middle(view), QPointF());
}

void ImagePageTest::levelsHalve()
{
    const QList<QImage> levels = ui::imageLevels(QImage(3000, 10, QImage::Format_RGB32));
    QCOMPARE(levels.size(), 4);
    QCOMPARE(levels[0].size(), QSize(3000, 10));
    QCOMPARE(levels[3].size(), QSize(375, 1));
    QVERIFY(ui::imageLevels({}).isEmpty());
}

void ImagePageTest::keepsThePictureUntilTheNext()
{
    Fixture f;
    f.show({f.image("a.png"), f.image("b.png")});
    QTRY_COMPARE(f.server.count(), 1);
    QVERIFY(f.says(QStringLiteral("Loading…")));
    f.answer(0, png({40, 30}, Qt::red));
    QTRY_COMPARE(f.color(), QColor(Qt::red));
    QVERIFY(f.says(QStringLiteral("1 of 2 · 40 × 30 pixels")));
    // WHEN the user goes on
    f.press(Qt::Key_Right);
    QTRY_COMPARE(f.server.count(), 2);
    // THEN the picture stays, and the page says that another one is on its way
    QCOMPARE(f.color(), QColor(Qt::red));
    QVERIFY(f.says(QStringLiteral("2 of 2 · Loading…")));
    f.answer(1, png({40, 30}, Qt::blue));
    QTRY_COMPARE(f.color(), QColor(Qt::blue));
    f.press(Qt::Key_Right); // there is no third one
    f.press(Qt::Key_Left);
    QTRY_COMPARE(f.color(), QColor(Qt::red));
    QCOMPARE(f.server.count(), 2); // it was in memory
}

void ImagePageTest::anotherJobShowsNothingOfTheOneBefore()
{
    Fixture f;
    f.show({f.image("a.png")});
    QTRY_COMPARE(f.server.count(), 1);
    f.answer(0, png({40, 30}, Qt::red));
    QTRY_VERIFY(!f.page.view()->isEmpty());
    f.show({f.image("c.png")}, "job-2");
    QVERIFY(f.page.view()->isEmpty());
}

void ImagePageTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("reason");
    QTest::newRow("broken") << png({40, 30}, Qt::red).left(50) << 200 << QString();
    QTest::newRow("no image") << QByteArray("<html>") << 200 << QStringLiteral("Not an image");
    QTest::newRow("not found") << QByteArray() << 404 << QStringLiteral("404");
    QTest::newRow("too many pixels")
        << QByteArray::fromHex(
               "424d3600000000000000360000002800000040420f0040420f000100180000000000")
               + QByteArray(20, '\0')
        << 200 << QStringLiteral("Too large");
}

void ImagePageTest::saysWhatIsWrong()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, reason);
    Fixture f;
    f.show({f.image("a.png")});
    QTRY_COMPARE(f.server.count(), 1);
    f.server.answer(0, status, "image/png", body);
    QTRY_VERIFY(f.says(QStringLiteral("This image cannot be shown")));
    QVERIFY(f.says(reason));
    QVERIFY(f.page.findChild<QPushButton *>()->isVisible());
    // An update of the same job does not ask again: the user does.
    f.show({f.image("a.png")});
    QVERIFY(f.says(QStringLiteral("This image cannot be shown")));
    QCOMPARE(f.server.count(), 1);
}

void ImagePageTest::retryFetchesAgain()
{
    Fixture f;
    f.server.stopListening();
    f.show({f.image("a.png")});
    QTRY_VERIFY(f.says(QStringLiteral("refused")));
    QVERIFY(f.server.listenAgain());
    f.page.findChild<QPushButton *>()->click();
    QTRY_COMPARE(f.server.count(), 1);
    f.answer(0, png({40, 30}, Qt::red));
    QTRY_COMPARE(f.color(), QColor(Qt::red));
}

void ImagePageTest::jobWithoutImages()
{
    Fixture f;
    f.show({});
    QVERIFY(f.says(QStringLiteral("This job finished without images")));
    QVERIFY(!f.page.findChild<QPushButton *>()->isVisible());
}

void ImagePageTest::savesTheBytes()
{
    QTemporaryDir dir;
    Fixture f;
    ui::ResultImage image = f.image("a.png");
    image.name = QStringLiteral("../../etc/passwd");
    f.show({image}, "team/a:1");
    QTRY_COMPARE(f.server.count(), 1);
    const QByteArray bytes = png({40, 30}, Qt::red);
    f.answer(0, bytes);
    QTRY_VERIFY(!f.page.view()->isEmpty());
    const auto buttons = f.page.findChildren<QToolButton *>();
    const auto save = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton *button) {
        return button->accessibleName() == QStringLiteral("Save image…");
    });
    (*save)->click();
    auto *dialog = f.page.findChild<QFileDialog *>();
    QVERIFY(dialog);
    // The name is that of the job; the address and the name of the result count for nothing.
    QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(),
             QStringLiteral("team_a_1-1.png"));
    dialog->selectFile(dir.filePath(QStringLiteral("saved.png")));
    dialog->setDirectory(dir.path());
    emit dialog->fileSelected(dir.filePath(QStringLiteral("saved.png")));
    QFile saved(dir.filePath(QStringLiteral("saved.png")));
    QTRY_VERIFY(saved.exists()); // a thread writes it
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), bytes);
}

void ImagePageTest::copiesThePicture()
{
    Fixture f;
    f.show({f.image("a.png")});
    QTRY_COMPARE(f.server.count(), 1);
    f.answer(0, png({40, 30}, Qt::red));
    QTRY_VERIFY(!f.page.view()->isEmpty());
    // The window has an entry with the same key, which the focus in the picture must overrule.
    QAction other;
    other.setShortcut(QKeySequence::Copy);
    f.page.addAction(&other);
    QSignalSpy taken(&other, &QAction::triggered);
    f.page.view()->setFocus();
    QTest::keySequence(f.page.view(), QKeySequence(QKeySequence::Copy));
    QCOMPARE(taken.size(), 0);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(40, 30));
}

void ImagePageTest::hiddenPageHasNoPicture()
{
    Fixture f;
    f.show({f.image("a.png")});
    QTRY_COMPARE(f.server.count(), 1);
    f.answer(0, png({40, 30}, Qt::red));
    QTRY_VERIFY(!f.page.view()->isEmpty());
    f.page.hide();
    QVERIFY(f.page.view()->isEmpty());
    f.page.show();
    QTRY_VERIFY(!f.page.view()->isEmpty());
    QCOMPARE(f.server.count(), 1);
}

QTEST_MAIN(ImagePageTest)
#include "tst_imagepage.moc"
