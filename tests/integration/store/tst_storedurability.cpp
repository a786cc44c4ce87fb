// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/clock.h"
#include "hub/store/sqlitestore.h"
#include "tests/support/storecalls.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace hub;

namespace {

struct Accepted
{
    EventId id;
    QByteArray job;
};

using AcceptedByNumber = QHash<qint64, Accepted>;

/// Parses the writer's complete output lines. A last line that is cut short does not count as
/// accepted.
AcceptedByNumber parse(const QByteArray &output)
{
    AcceptedByNumber all;
    for (const QByteArray &line : output.first(output.lastIndexOf('\n') + 1).split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (words.size() == 3)
            all.insert(words[2].toLongLong(), {EventId::parse(words[0]).value(), words[1]});
    }
    return all;
}

} // namespace

class TestStoreDurability : public QObject
{
    Q_OBJECT

private slots:
    void whatWasAcceptedSurvivesKill();

private:
    QByteArray runAndKill(qint64 firstNumber, int lines);

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("hub.db"));
};

QByteArray TestStoreDurability::runAndKill(qint64 firstNumber, int lines)
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(QCoreApplication::applicationDirPath() + QStringLiteral("/storewriter"),
                 {m_path, QString::number(firstNumber)});
    QByteArray output;
    while (output.count('\n') < lines && writer.waitForReadyRead(30'000))
        output += writer.readAll();
    writer.kill();
    writer.waitForFinished();
    return output + writer.readAll();
}

void TestStoreDurability::whatWasAcceptedSurvivesKill()
{
    constexpr int rounds = 6;
    AcceptedByNumber accepted;
    QByteArray epoch;
    for (int round = 0; round < rounds; ++round) {
        const int lines = QRandomGenerator::global()->bounded(1, 1'500);
        const AcceptedByNumber more = parse(runAndKill(round * 1'000'000LL, lines));
        QVERIFY2(more.size() >= lines, qPrintable(QString::number(more.size())));
        accepted.insert(more);

        const SystemClock clock;
        StoreOptions options;
        options.path = m_path;
        const auto store = SqliteStore::open(options, clock);
        QVERIFY2(store.ok(), qPrintable(store.ok() ? QString() : store.error().message));
        if (epoch.isEmpty())
            epoch = (*store)->epoch();
        QCOMPARE((*store)->epoch(), epoch);

        EventId last;
        QHash<qint64, int> seen;
        for (const Event &event : test::StoreCalls(**store).allEvents()) {
            QVERIFY(event.id > last);
            last = event.id;
            const auto data = QJsonDocument::fromJson(event.data).object();
            const qint64 number = data.value(QLatin1String("data")).toInteger(-1);
            ++seen[number];
            const auto said = accepted.constFind(number);
            if (said != accepted.constEnd()) {
                QCOMPARE(event.id, said->id);
                QCOMPARE(event.topic, Topic::job(said->job));
            }
        }
        QCOMPARE((*store)->openedAt(), last);
        for (auto it = accepted.constBegin(); it != accepted.constEnd(); ++it)
            QCOMPARE(seen.value(it.key()), 1);
    }
}

QTEST_GUILESS_MAIN(TestStoreDurability)
#include "tst_storedurability.moc"
