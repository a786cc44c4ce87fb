// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

/// The files that the hub serves from memory are complete and comply with a strict content security
/// policy.
class TestWebResources : public QObject
{
    Q_OBJECT

private slots:
    void everyReferenceOfThePageIsServed();
    void pageNeedsNothingInlineOrForeign_data();
    void pageNeedsNothingInlineOrForeign();
    void contractIsJson();
};

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

void TestWebResources::everyReferenceOfThePageIsServed()
{
    const QRegularExpression reference(
        QString::fromLatin1(R"re((?:src|href)="/web/([^"]+)"|from "\./([^"]+)")re"));
    int found = 0;
    for (const QString &name : QDir(QStringLiteral(":/web")).entryList()) {
        auto matches = reference.globalMatch(contentOf(QStringLiteral(":/web/") + name));
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const QString target = match.captured(1) + match.captured(2);
            QVERIFY2(QFile::exists(QStringLiteral(":/web/") + target), qPrintable(target));
            ++found;
        }
    }
    QVERIFY(found >= 6);
}

void TestWebResources::pageNeedsNothingInlineOrForeign_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("inline script") << QString::fromLatin1(R"(<script(?![^>]*\ssrc=))");
    QTest::newRow("inline style") << QString::fromLatin1(R"(<style|\sstyle=)");
    QTest::newRow("event attribute") << QString::fromLatin1(R"(<[^>]+\son[a-z]+=)");
    QTest::newRow("foreign host") << QString::fromLatin1(
        R"re((?:src|href|from|fetch\()\s*=?\s*["'`]https?:)re");
    QTest::newRow("markup from text")
        << QString::fromLatin1(R"(innerHTML|outerHTML|insertAdjacentHTML|document\.write)");
    QTest::newRow("code from text") << QString::fromLatin1(R"(\beval\(|new Function)");
}

void TestWebResources::pageNeedsNothingInlineOrForeign()
{
    QFETCH(QString, pattern);
    const QRegularExpression forbidden(pattern);
    QVERIFY(forbidden.isValid());
    for (const QString &name : QDir(QStringLiteral(":/web")).entryList()) {
        const QString text = contentOf(QStringLiteral(":/web/") + name);
        QVERIFY(!text.isEmpty());
        QVERIFY2(!forbidden.match(text).hasMatch(), qPrintable(name));
    }
}

void TestWebResources::contractIsJson()
{
    const QJsonObject contract =
        QJsonDocument::fromJson(contentOf(QStringLiteral(":/api/openapi.json")).toUtf8()).object();
    QCOMPARE(contract.value(QLatin1String("openapi")).toString(), QStringLiteral("3.1.0"));
    QVERIFY(
        contract.value(QLatin1String("paths")).toObject().contains(QLatin1String("/api/v1/jobs")));
}

QTEST_APPLESS_MAIN(TestWebResources)
#include "tst_webresources.moc"
