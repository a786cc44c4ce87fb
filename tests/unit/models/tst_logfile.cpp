// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logfile.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using ui::EventRing;
using ui::LogFile;

namespace {

/// A log of `count` rows, a file for them, and what the writer tells.
struct Fixture
{
    QTemporaryDir folder;
    EventRing ring;
    QString path = folder.filePath(QStringLiteral("events.txt"));
    int finished = 0;
    qint64 rows = -1;
    qint64 gone = -1;
    QString failure;

    explicit Fixture(int count)
    {
        for (int i = 0; i < count; ++i) {
            ui::LogRow row;
            row.ms = 1'731'000'000'000 + i;
            row.type = hub::EventType::Failed;
            ring.append(row, "job-1", "row " + QByteArray::number(i));
        }
    }
    std::vector<qint64> all() const
    {
        std::vector<qint64> sequences;
        for (qint64 sequence = ring.first(); sequence < ring.end(); ++sequence)
            sequences.push_back(sequence);
        return sequences;
    }
    LogFile *start(std::vector<qint64> sequences)
    {
        auto *file = new LogFile(&ring, std::move(sequences), ui::TimeStyle::Utc);
        QObject::connect(file, &LogFile::finished, file,
                         [this](const QString &, qint64 written, qint64 dropped) {
                             ++finished;
                             rows = written;
                             gone = dropped;
                         });
        QObject::connect(file, &LogFile::failed, file,
                         [this](const QString &reason) { failure = reason; });
        file->write(path);
        return file;
    }
    QByteArrayList lines() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
    }
};

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private slots:
    void writesAllRows();
    void countsRowsThatAreGone();
    void keepsAFileThatItCannotReplace();
};

void TestLogFile::writesAllRows()
{
    Fixture f(2'500); // more than two turns
    const QPointer<LogFile> file = f.start(f.all());
    QVERIFY(!QFile::exists(f.path)); // it appears when it is complete
    QTRY_COMPARE(f.finished, 1);
    QCOMPARE(f.rows, 2'500);
    QCOMPARE(f.gone, 0);
    QCOMPARE(f.lines().size(), 2'501); // the last one is empty
    QCOMPARE(f.lines().first(), QByteArray("2024-11-07T17:20:00.000Z\tFailed\tjob-1\trow 0"));
    QVERIFY(f.lines()[2'499].endsWith("row 2499"));
    QTRY_VERIFY(!file);
}

void TestLogFile::countsRowsThatAreGone()
{
    Fixture f(5);
    std::vector<qint64> sequences = f.all();
    sequences.push_back(f.ring.end() + 100);
    f.start(sequences);
    QTRY_COMPARE(f.finished, 1);
    QCOMPARE(f.rows, 5);
    QCOMPARE(f.gone, 1);
}

void TestLogFile::keepsAFileThatItCannotReplace()
{
    Fixture f(5);
    f.path = f.folder.filePath(QStringLiteral("none/events.txt"));
    f.start(f.all());
    QVERIFY(!f.failure.isEmpty());
    QCOMPARE(f.finished, 0);
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
