// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/savedviews.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using ui::SavedView;
using ui::SavedViews;

class TestSavedViews : public QObject
{
    Q_OBJECT

private slots:
    void surviveARestart();
    void replaceTheirNamesakes();
    void refuseEmptyOnes_data();
    void refuseEmptyOnes();
    void areBounded();

private:
    QTemporaryDir m_folder;
};

void TestSavedViews::surviveARestart()
{
    const SavedView failed{QStringLiteral("Night failures, größer"),
                           QStringLiteral("is:failed \"a,b\"")};
    const SavedView mine{QStringLiteral("Mine"), QStringLiteral("owner:ann")};
    {
        QSettings file(m_folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        SavedViews views(&file);
        QSignalSpy changed(&views, &SavedViews::changed);
        views.save(failed.name, failed.filter);
        views.save(QStringLiteral("gone"), QStringLiteral("x"));
        views.save(mine.name, mine.filter);
        views.remove(QStringLiteral("gone"));
        views.remove(QStringLiteral("never was"));
        QCOMPARE(changed.size(), 4);
    }
    QSettings file(m_folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    QCOMPARE(SavedViews(&file).all(), (QList<SavedView>{failed, mine}));
}

void TestSavedViews::replaceTheirNamesakes()
{
    QSettings file(m_folder.filePath(QStringLiteral("b.ini")), QSettings::IniFormat);
    SavedViews views(&file);
    views.save(QStringLiteral("a"), QStringLiteral("one"));
    views.save(QStringLiteral("b"), QStringLiteral("two"));
    views.save(QStringLiteral("  a\n"), QStringLiteral("three"));
    QCOMPARE(views.all().size(), 2);
    QCOMPARE(views.all().first().filter, QStringLiteral("three"));
}

void TestSavedViews::refuseEmptyOnes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("filter");
    QTest::newRow("no name") << QStringLiteral(" \n") << QStringLiteral("a");
    QTest::newRow("no filter") << QStringLiteral("a") << QString();
}

void TestSavedViews::refuseEmptyOnes()
{
    QFETCH(QString, name);
    QFETCH(QString, filter);
    QSettings file(m_folder.filePath(QStringLiteral("c.ini")), QSettings::IniFormat);
    SavedViews views(&file);
    views.save(name, filter);
    QVERIFY(views.all().isEmpty());
}

void TestSavedViews::areBounded()
{
    QSettings file(m_folder.filePath(QStringLiteral("d.ini")), QSettings::IniFormat);
    SavedViews views(&file);
    for (int i = 0; i < SavedViews::mostViews + 5; ++i)
        views.save(QString::number(i), QStringLiteral("a"));
    QCOMPARE(views.all().size(), SavedViews::mostViews);
    views.save(QString(1'000, QLatin1Char('x')), QStringLiteral("a"));
    views.remove(QStringLiteral("0"));
    views.save(QString(1'000, QLatin1Char('x')), QStringLiteral("a"));
    QCOMPARE(views.all().last().name.size(), SavedViews::maxNameLength);
    // A damaged file with a wrong number of views is read to its end.
    file.setValue(QStringLiteral("views/size"), 1'000'000'000);
    QCOMPARE(SavedViews(&file).all().size(), SavedViews::mostViews);
}

QTEST_GUILESS_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
