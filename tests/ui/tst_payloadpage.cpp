// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/payloadpage.h"

#include "tests/unit/models/modelevents.h"
#include "ui/models/formats.h"
#include "ui/models/jobdetail.h"
#include "ui/widgets/textdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace {

/// A page that shows a job with this result.
struct Fixture
{
    ui::JobDetail detail;
    ui::PayloadPage page{&detail};
    hub::Job job = test::job("a", hub::JobStatus::Processing);

    explicit Fixture(const QByteArray &result)
    {
        job.result = result;
        detail.setJob(job);
        page.resize(500, 400);
        page.show();
    }
    QLineEdit &field() { return *page.findChild<QLineEdit *>(); }
    QTreeView &tree() { return *page.tree(); }
    QString current(int role = Qt::DisplayRole)
    {
        return tree().currentIndex().data(role).toString();
    }
    bool says(const QString &text) const
    {
        const auto labels = page.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    }
    QString copied(Qt::KeyboardModifiers modifiers)
    {
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(&tree(), Qt::Key_C, modifiers);
        return QGuiApplication::clipboard()->text();
    }
};

} // namespace

class PayloadPageTest : public QObject
{
    Q_OBJECT

private slots:
    void findsNextAndPrevious();
    void saysThatNothingMatches();
    void copiesValueAndPath();
    void updateKeepsWhatIsOpen();
    void longTextIsShownWhole();
    void dialogSaysWhatItLeavesOut();
};

void PayloadPageTest::findsNextAndPrevious()
{
    Fixture f(R"({"one":"needle","two":{"deep":["x","a Needle"]},"needles":3})");
    QTest::keyClicks(&f.field(), QStringLiteral("needle"));
    QTest::keyClick(&f.field(), Qt::Key_Return); // does not wait until the typing is over
    const auto path = [&f] { return f.current(ui::JsonTreeModel::PathRole); };
    // The members come in the order of their names.
    QCOMPARE(path(), QStringLiteral("$.result.needles"));
    QVERIFY(f.says(QStringLiteral("1 of 3")));
    QTest::keyClick(&f.field(), Qt::Key_Return);
    QCOMPARE(path(), QStringLiteral("$.result.one"));
    QTest::keyClick(&f.tree(), Qt::Key_F3);
    QCOMPARE(path(), QStringLiteral("$.result.two.deep[1]"));
    QVERIFY(f.tree().isExpanded(f.tree().currentIndex().parent()));
    QTest::keyClick(&f.tree(), Qt::Key_F3); // from the last to the first
    QCOMPARE(path(), QStringLiteral("$.result.needles"));
    QTest::keyClick(&f.tree(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(path(), QStringLiteral("$.result.two.deep[1]"));
    QVERIFY(f.says(QStringLiteral("3 of 3")));
}

void PayloadPageTest::saysThatNothingMatches()
{
    Fixture f(R"({"one":1})");
    f.field().setText(QStringLiteral("nowhere"));
    QTRY_VERIFY(f.says(QStringLiteral("No match")));
    f.field().clear();
    QTRY_VERIFY(!f.says(QStringLiteral("No match")));
}

void PayloadPageTest::copiesValueAndPath()
{
    Fixture f(R"({"images":[{"url":"http://a/b"}]})");
    f.field().setText(QStringLiteral("http"));
    QTRY_COMPARE(f.current(ui::JsonTreeModel::PathRole), QStringLiteral("$.result.images[0].url"));
    QCOMPARE(f.copied(Qt::ControlModifier), QStringLiteral("http://a/b"));
    QCOMPARE(f.copied(Qt::ControlModifier | Qt::ShiftModifier),
             QStringLiteral("$.result.images[0].url"));
    QTest::keyClick(&f.tree(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(f.page.focusWidget(), &f.field());
    emit f.tree().customContextMenuRequested({5, 5});
    auto *menu = f.page.findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().at(1)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("$.result.images[0].url"));
    menu->close();
}

void PayloadPageTest::updateKeepsWhatIsOpen()
{
    Fixture f(R"({"list":[{"url":"x"}]})");
    f.field().setText(QStringLiteral("url"));
    QTRY_COMPARE(f.current(), QStringLiteral("url"));
    f.job.progress = 50;
    f.detail.update(f.job);
    QCOMPARE(f.current(ui::JsonTreeModel::PathRole), QStringLiteral("$.result.list[0].url"));
    QVERIFY(f.tree().isExpanded(f.tree().currentIndex().parent()));
    QVERIFY(f.says(QStringLiteral("1 of 1")));
}

void PayloadPageTest::longTextIsShownWhole()
{
    const QByteArray text(5000, 'x');
    Fixture f("{\"long\":\"" + text + "\"}");
    f.field().setText(QStringLiteral("xxxx"));
    QTRY_COMPARE(f.current(), QStringLiteral("long"));
    QVERIFY(f.says(QStringLiteral("This text has %1 characters.").arg(ui::formatCount(5000))));
    const auto buttons = f.page.findChildren<QToolButton *>();
    const auto all = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton *button) {
        return button->text() == QStringLiteral("Show all");
    });
    QVERIFY((*all)->isVisible());
    (*all)->click();
    auto *dialog = f.page.findChild<ui::TextDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(), QString::fromLatin1(text));
    dialog->close();
}

void PayloadPageTest::dialogSaysWhatItLeavesOut()
{
    const QString text(ui::TextDialog::mostCharacters + 5, QLatin1Char('x'));
    ui::TextDialog dialog(QStringLiteral("$.a"), text, nullptr);
    QCOMPARE(dialog.findChild<QPlainTextEdit *>()->toPlainText().size(),
             ui::TextDialog::mostCharacters);
    QVERIFY(dialog.findChild<QLabel *>()->text().contains(ui::formatCount(text.size())));
}

QTEST_MAIN(PayloadPageTest)
#include "tst_payloadpage.moc"
