// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/portablefolder.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator iterator(folder,
                          QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
    while (iterator.hasNext())
        files << QDir(folder).relativeFilePath(iterator.next());
    files.sort();
    return files;
}

/// A copy of the program in an installation folder of its own, and a user with an empty home.
struct Installation
{
    QTemporaryDir prefix;
    QTemporaryDir home;
    QTemporaryDir runtime;
    QProcess process;

    Installation()
    {
        QVERIFY(QDir(prefix.path()).mkdir(QStringLiteral("bin")));
        QVERIFY(QFile::copy(qEnvironmentVariable("HELIOGRAPH_BIN") + QStringLiteral("/heliograph"),
                            program()));
        // Only what a program needs, so that nothing leads it to another folder.
        QProcessEnvironment variables;
        const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {QStringLiteral("PATH"), QStringLiteral("ASAN_OPTIONS"),
                                    QStringLiteral("LSAN_OPTIONS"), QStringLiteral("LANG")}) {
            if (own.contains(name))
                variables.insert(name, own.value(name));
        }
        variables.insert(QStringLiteral("HOME"), home.path());
        variables.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime.path());
        variables.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        process.setProcessEnvironment(variables);
        process.setProcessChannelMode(QProcess::MergedChannels);
    }
    ~Installation()
    {
        process.kill();
        process.waitForFinished();
    }
    QString program() const { return prefix.filePath(QStringLiteral("bin/heliograph")); }
    QString data(const QString &name) const
    {
        return prefix.filePath(QStringLiteral("heliograph-data/") + name);
    }
};

} // namespace

class TestPortable : public QObject
{
    Q_OBJECT

private slots:
    void namesTheFolder();
    void refusesAFolderThatIsNone();
    void writesNothingElsewhere();
    void optionsExcludeEachOther();
};

void TestPortable::namesTheFolder()
{
    QCOMPARE(app::portableFolder(QStringLiteral("/media/stick/heliograph/bin")),
             QStringLiteral("/media/stick/heliograph/heliograph-data"));
    QCOMPARE(app::portableFolder(QStringLiteral("/media/stick/heliograph")),
             QStringLiteral("/media/stick/heliograph/heliograph-data"));
}

void TestPortable::refusesAFolderThatIsNone()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!app::preparePortableFolder(file.fileName()));
    QVERIFY(!app::preparePortableFolder(folder.filePath(QStringLiteral("a/b"))));
    const QString made = folder.filePath(QStringLiteral("made"));
    QVERIFY(app::preparePortableFolder(made));
    QVERIFY(app::preparePortableFolder(made)); // the second start
    QVERIFY(QFileInfo(made).isDir());
    QVERIFY(!(QFileInfo(made).permissions() & QFileDevice::ReadOther));
}

void TestPortable::writesNothingElsewhere()
{
    Installation installation;
    QProcess &process = installation.process;
    process.start(installation.program(),
                  {QStringLiteral("--portable"), QStringLiteral("--embedded")});
    QByteArray output;
    QTRY_VERIFY_WITH_TIMEOUT((output += process.readAll()).contains("listening on")
                                 || process.state() == QProcess::NotRunning,
                             30'000);
    QVERIFY2(process.state() == QProcess::Running, output.constData());
    process.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitCode(), 0);

    QVERIFY(QFile::exists(installation.data(QStringLiteral("monitor.ini"))));
    QVERIFY(QFile::exists(installation.data(QStringLiteral("hub/heliograph.db"))));
    QCOMPARE(filesBelow(installation.home.path()), QStringList());
    QCOMPARE(filesBelow(installation.runtime.path()), QStringList());
    QCOMPARE(QDir(installation.prefix.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList({QStringLiteral("bin"), QStringLiteral("heliograph-data")}));
}

void TestPortable::optionsExcludeEachOther()
{
    Installation installation;
    QProcess &process = installation.process;
    process.start(installation.program(), {QStringLiteral("--portable"), QStringLiteral("--data"),
                                           installation.home.path()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAll().contains("--portable cannot be combined with --data"));
}

QTEST_MAIN(TestPortable)
#include "tst_portable.moc"
