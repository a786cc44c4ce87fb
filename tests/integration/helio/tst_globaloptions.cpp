// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/globaloptions.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace helio;

namespace {

QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// The options of helio that come before or after any command.
class TestGlobalOptions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void acceptsHttpAddresses_data();
    void acceptsHttpAddresses();
    void removesTheOptionFromTheWords_data();
    void removesTheOptionFromTheWords();
    void readsTheToken_data();
    void readsTheToken();
    void namesAnUnusableTokenFile_data();
    void namesAnUnusableTokenFile();
    void needsNoAuthorities();
    void namesAFileWithoutCertificates_data();
    void namesAFileWithoutCertificates();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    /// Writes a file into the folder of the test.
    void write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    QTemporaryDir m_folder;
};

void TestGlobalOptions::init()
{
    cleanup();
    write("a", "token-a\n");
    write("b", "  token-b \r\n");
}

void TestGlobalOptions::cleanup()
{
    for (const char *name :
         {"HELIOGRAPH_URL", "HELIOGRAPH_TOKEN_FILE", "HELIOGRAPH_TOKEN", "HELIOGRAPH_CA_FILE"})
        qunsetenv(name);
}

void TestGlobalOptions::acceptsHttpAddresses_data()
{
    QTest::addColumn<bool>("accepted");
    for (const char *address : {"http://h", "https://h:8443/hub", "HTTPS://h", "http://[::1]:4354",
                                "http://127.0.0.1:4354"})
        QTest::newRow(address) << true;
    for (const char *address : {"", "h", "h:4354", "/hub", "ftp://h", "file:///hub", "http://",
                                "http:///hub", "http://h:65536", "http://a b", "http://[::1"})
        QTest::newRow(address) << false;
}

void TestGlobalOptions::acceptsHttpAddresses()
{
    const QString address = QString::fromLatin1(QTest::currentDataTag());
    const auto url = hubAddress(address);
    QTEST(url.ok(), "accepted");
    if (url)
        QCOMPARE(*url, QUrl(address));
    else
        QVERIFY(url.error().message.contains(QLatin1Char('"') + address + QLatin1Char('"')));
}

void TestGlobalOptions::removesTheOptionFromTheWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("hub"); // empty = refused
    const auto row = [](const char *line, const char *rest, const char *hub) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(rest)
                            << QString::fromLatin1(hub);
    };
    const char *const usual = "http://127.0.0.1:4354";
    row("", "", usual);
    row("tail j", "tail j", usual);
    row("tail --hub http://x j", "tail j", "http://x");
    row("--hub=http://x tail j", "tail j", "http://x");
    row("--hub http://x tail --hub=http://y j", "tail j", "http://y");
    row("--hub=http://x --hub http://y", "", "http://y");
    row("--hub=ftp://x --hub=http://y tail", "tail", "http://y");
    row("--hub=http://x --hub=ftp://y tail", "tail", "");
    // After "--" there are no options.
    row("tail -- --hub=http://x", "tail -- --hub=http://x", usual);
    row("--hub http://x -- --hub http://y", "-- --hub http://y", "http://x");
    // Only the whole name is the option.
    row("tail --hubs=http://x", "tail --hubs=http://x", usual);
    row("tail --hub=", "tail", "");
}

void TestGlobalOptions::removesTheOptionFromTheWords()
{
    QFETCH(const QString, line);
    QFETCH(const QString, rest);
    QStringList list = words(line);
    const auto hub = takeHub(&list);
    QTEST(hub ? hub->toString() : QString(), "hub");
    QCOMPARE(list, words(rest));
}

void TestGlobalOptions::readsTheToken_data()
{
    // Files are named without their folder.
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("fileVariable");
    QTest::addColumn<QByteArray>("tokenVariable");
    QTest::addColumn<QByteArray>("token");
    const QString none;
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    QTest::newRow("nothing") << QStringList() << none << QByteArray() << QByteArray();
    QTest::newRow("variable") << QStringList() << none << QByteArray(" t \n") << QByteArray("t");
    QTest::newRow("file of the variable")
        << QStringList() << a << QByteArray("t") << QByteArray("token-a");
    QTest::newRow("option") << QStringList{b} << a << QByteArray("t") << QByteArray("token-b");
    QTest::newRow("last option") << QStringList{QStringLiteral("missing"), a} << none
                                 << QByteArray() << QByteArray("token-a");
}

void TestGlobalOptions::readsTheToken()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, fileVariable);
    QFETCH(const QByteArray, tokenVariable);
    QStringList list{QStringLiteral("tail")};
    for (const QString &file : options)
        list << QStringLiteral("--token-file") << m_folder.filePath(file);
    if (!fileVariable.isEmpty())
        qputenv("HELIOGRAPH_TOKEN_FILE", m_folder.filePath(fileVariable).toUtf8());
    qputenv("HELIOGRAPH_TOKEN", tokenVariable);
    const auto token = takeToken(&list);
    QVERIFY2(token, token ? "" : qPrintable(token.error().message));
    QTEST(*token, "token");
    QCOMPARE(list, QStringList{QStringLiteral("tail")});
}

void TestGlobalOptions::namesAnUnusableTokenFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" \n\n");
    QTest::newRow("two words") << QByteArray("secret words");
    QTest::newRow("two lines") << QByteArray("secret\nwords");
    QTest::newRow("too long") << QByteArray(8 * 1024 + 1, 's');
}

void TestGlobalOptions::namesAnUnusableTokenFile()
{
    QFETCH(const QByteArray, content);
    write("bad", content);
    qputenv("HELIOGRAPH_TOKEN", "t"); // is not used instead
    QStringList list{QStringLiteral("--token-file=") + path("bad")};
    const auto token = takeToken(&list);
    QVERIFY(!token);
    QCOMPARE(token.error().code, QByteArray("bad_token_file"));
    QVERIFY(token.error().message.contains(path("bad")));
    QVERIFY(!token.error().message.contains(QLatin1String("secret")));
    QStringList noValue{QStringLiteral("--token-file")};
    QCOMPARE(takeToken(&noValue).error().code, QByteArray("usage"));
}

void TestGlobalOptions::needsNoAuthorities()
{
    QStringList list{QStringLiteral("tail")};
    QVERIFY(takeAuthorities(&list));
    QCOMPARE(list, QStringList{QStringLiteral("tail")});
}

void TestGlobalOptions::namesAFileWithoutCertificates_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("byVariable");
    for (const char *file : {"a", "missing"}) {
        QTest::addRow("option, %s", file) << QString::fromLatin1(file) << false;
        QTest::addRow("variable, %s", file) << QString::fromLatin1(file) << true;
    }
}

void TestGlobalOptions::namesAFileWithoutCertificates()
{
    QFETCH(const QString, file);
    QFETCH(const bool, byVariable);
    const QString name = m_folder.filePath(file);
    QStringList list{QStringLiteral("tail")};
    if (byVariable)
        qputenv("HELIOGRAPH_CA_FILE", name.toUtf8());
    else
        list << QStringLiteral("--ca-file") << name;
    const auto trusted = takeAuthorities(&list);
    QVERIFY(!trusted);
    QCOMPARE(trusted.error().code, QByteArray("bad_ca_file"));
    QVERIFY(trusted.error().message.contains(name));
    QCOMPARE(list, QStringList{QStringLiteral("tail")});
}

QTEST_GUILESS_MAIN(TestGlobalOptions)
#include "tst_globaloptions.moc"
