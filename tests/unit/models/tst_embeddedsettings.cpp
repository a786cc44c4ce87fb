// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/embeddedsettings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

class EmbeddedSettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsReadBack();
    void usualValuesAreNotWritten();
    void invalidValuesCountAsNotSet_data();
    void invalidValuesCountAsNotSet();
    void sourcesAreBounded();
    void namesAreThoseOfTheHub_data();
    void namesAreThoseOfTheHub();

private:
    QTemporaryDir m_dir;
    QSettings m_settings{m_dir.filePath(QStringLiteral("a.ini")), QSettings::IniFormat};
};

void EmbeddedSettingsTest::everythingIsReadBack()
{
    ui::EmbeddedSettings set;
    set.port = 5000;
    set.folder = QStringLiteral("/a b/ü");
    set.history = std::chrono::days(30);
    set.put({QStringLiteral("ci"), QStringLiteral("github"), true});
    set.put({QStringLiteral("b:1"), QStringLiteral("generic"), false});
    set.simulator = {600, 50, 1, 2, 3, 4};
    set.save(m_settings);
    QCOMPARE(ui::EmbeddedSettings::load(m_settings), set);
    set.put({QStringLiteral("ci"), QStringLiteral("stripe"), false});
    set.remove(QStringLiteral("b:1"));
    QCOMPARE(set.sources.size(), 1);
    QCOMPARE(set.find(QStringLiteral("ci"))->scheme, QStringLiteral("stripe"));
    set.save(m_settings);
    QCOMPARE(ui::EmbeddedSettings::load(m_settings), set);
}

void EmbeddedSettingsTest::usualValuesAreNotWritten()
{
    m_settings.clear();
    ui::EmbeddedSettings().save(m_settings);
    QCOMPARE(m_settings.allKeys(), QStringList());
}

void EmbeddedSettingsTest::invalidValuesCountAsNotSet_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("low port") << QStringLiteral("hub/port") << QVariant(1023);
    QTest::newRow("high port") << QStringLiteral("hub/port") << QVariant(65'536);
    QTest::newRow("no port") << QStringLiteral("hub/port") << QVariant(QStringLiteral("a"));
    QTest::newRow("days") << QStringLiteral("hub/history-days") << QVariant(0);
    QTest::newRow("name") << QStringLiteral("hub/sources")
                          << QVariant(QStringList{QStringLiteral("a/b generic")});
    QTest::newRow("words") << QStringLiteral("hub/sources")
                           << QVariant(QStringList{QStringLiteral("a generic signed b")});
    QTest::newRow("rate") << QStringLiteral("simulator/jobs-per-minute") << QVariant(601);
    QTest::newRow("speed") << QStringLiteral("simulator/speed") << QVariant(51);
    QTest::newRow("share") << QStringLiteral("simulator/late") << QVariant(101);
}

void EmbeddedSettingsTest::invalidValuesCountAsNotSet()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    m_settings.clear();
    m_settings.setValue(key, value);
    QCOMPARE(ui::EmbeddedSettings::load(m_settings), ui::EmbeddedSettings());
}

void EmbeddedSettingsTest::sourcesAreBounded()
{
    m_settings.clear();
    QStringList texts;
    for (int i = 0; i < 60; ++i)
        texts << QStringLiteral("s%1 generic").arg(i);
    m_settings.setValue(QStringLiteral("hub/sources"), texts);
    ui::EmbeddedSettings set = ui::EmbeddedSettings::load(m_settings);
    QCOMPARE(set.sources.size(), ui::EmbeddedSettings::maxSources);
    set.put({QStringLiteral("more"), QStringLiteral("generic"), false});
    QVERIFY(!set.find(QStringLiteral("more")));
}

void EmbeddedSettingsTest::namesAreThoseOfTheHub_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("all characters") << QStringLiteral("aZ09._~:@+=-") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("space") << QStringLiteral("a b") << false;
    QTest::newRow("slash") << QStringLiteral("a/b") << false;
    QTest::newRow("umlaut") << QStringLiteral("ü") << false;
    QTest::newRow("line") << QStringLiteral("a\n") << false;
    QTest::newRow("longest") << QString(128, QLatin1Char('a')) << true;
    QTest::newRow("too long") << QString(129, QLatin1Char('a')) << false;
}

void EmbeddedSettingsTest::namesAreThoseOfTheHub()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    QCOMPARE(ui::isSourceName(name), good);
}

QTEST_GUILESS_MAIN(EmbeddedSettingsTest)
#include "tst_embeddedsettings.moc"
