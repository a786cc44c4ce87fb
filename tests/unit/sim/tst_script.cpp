// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/executionproducer.h"
#include "app/sim/imageproducer.h"
#include "app/sim/picture.h"
#include "app/sim/runpodproducer.h"
#include "hub/wire/topic.h"

#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <memory>

namespace {

constexpr sim::Mishaps none{0, 0, 0, 0};

std::unique_ptr<sim::Producer> makeProducer(const QString &kind, const sim::Mishaps &mishaps)
{
    const QString pictures = QStringLiteral("http://127.0.0.1:1/pictures");
    if (kind == QLatin1String("runpod"))
        return std::make_unique<sim::RunPodProducer>(mishaps, pictures);
    if (kind == QLatin1String("image"))
        return std::make_unique<sim::ImageProducer>(mishaps, pictures);
    return std::make_unique<sim::ExecutionProducer>(mishaps);
}

sim::Script scriptOf(const QString &kind, const sim::Mishaps &mishaps, quint32 seed, quint32 job)
{
    sim::Chance chance(seed, job);
    return makeProducer(kind, mishaps)->script(chance);
}

/// The `status` or the `event` of a webhook body; a body has only one of them.
QString wordOf(const sim::Step &step)
{
    return step.body.value(QLatin1String("status")).toString()
           + step.body.value(QLatin1String("event")).toString();
}

} // namespace

class TestScript : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();

    void sameSeedTellsTheSameStory();
    void idsAreAcceptedByTheHub();
    void storyWithoutMishapsEndsInSuccess();
    void failureEndsInFailure();
    void duplicateRepeatsTheLastCall();
    void lateNewsFollowsTheEnd();
    void overtakingKeepsTheCallsButNotTheirOrder();
    void aForgedCallComesBeforeTheRightOne();
    void pictureIsAWholePng();
};

void TestScript::initTestCase_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("success");
    QTest::addColumn<QStringList>("failures");
    QTest::newRow("runpod") << QStringLiteral("runpod") << QStringLiteral("COMPLETED")
                            << QStringList{QStringLiteral("FAILED"), QStringLiteral("TIMED_OUT"),
                                           QStringLiteral("CANCELLED")};
    QTest::newRow("image") << QStringLiteral("image") << QStringLiteral("OK")
                           << QStringList{QStringLiteral("ERROR")};
    QTest::newRow("execution") << QStringLiteral("execution") << QStringLiteral("result_stored")
                               << QStringList{QStringLiteral("execution.failed"),
                                              QStringLiteral("execution.timeout")};
}

void TestScript::sameSeedTellsTheSameStory()
{
    QFETCH_GLOBAL(QString, kind);
    const sim::Script first = scriptOf(kind, {}, 7, 3);
    QVERIFY(first.steps == scriptOf(kind, {}, 7, 3).steps);
    QVERIFY(first.steps != scriptOf(kind, {}, 7, 4).steps);
    QVERIFY(first.steps != scriptOf(kind, {}, 8, 3).steps);
}

void TestScript::idsAreAcceptedByTheHub()
{
    QFETCH_GLOBAL(QString, kind);
    for (quint32 job = 0; job < 50; ++job)
        QVERIFY(hub::isValidId(scriptOf(kind, {}, 1, job).job.toUtf8()));
}

void TestScript::storyWithoutMishapsEndsInSuccess()
{
    QFETCH_GLOBAL(QString, kind);
    QFETCH_GLOBAL(QString, success);
    for (quint32 job = 0; job < 50; ++job) {
        const sim::Step last = scriptOf(kind, none, 1, job).steps.back();
        QVERIFY(last.webhook);
        QCOMPARE(wordOf(last), success);
    }
}

void TestScript::failureEndsInFailure()
{
    QFETCH_GLOBAL(QString, kind);
    QFETCH_GLOBAL(QStringList, failures);
    for (quint32 job = 0; job < 50; ++job)
        QVERIFY(failures.contains(wordOf(scriptOf(kind, {100, 0, 0, 0}, 1, job).steps.back())));
}

void TestScript::duplicateRepeatsTheLastCall()
{
    QFETCH_GLOBAL(QString, kind);
    const sim::Script once = scriptOf(kind, none, 1, 1);
    const sim::Script twice = scriptOf(kind, {0, 100, 0, 0}, 1, 1);
    QCOMPARE(twice.steps.size(), once.steps.size() + 1);
    QCOMPARE(twice.steps.back().body, once.steps.back().body);
    QCOMPARE(twice.steps.back().path, once.steps.back().path);
}

void TestScript::lateNewsFollowsTheEnd()
{
    QFETCH_GLOBAL(QString, kind);
    if (kind == QLatin1String("runpod"))
        QSKIP("RunPod's only webhook is the last one");
    QFETCH_GLOBAL(QString, success);
    const sim::Script late = scriptOf(kind, {0, 0, 100, 0}, 1, 1);
    QVERIFY(wordOf(late.steps.back()) != success);
    QCOMPARE(wordOf(*(late.steps.end() - 2)), success);
}

void TestScript::overtakingKeepsTheCallsButNotTheirOrder()
{
    QFETCH_GLOBAL(QString, kind);
    const auto bodies = [&](const sim::Mishaps &mishaps) {
        std::vector<QJsonObject> out;
        for (const sim::Step &step : scriptOf(kind, mishaps, 1, 1).steps)
            out.push_back(step.body);
        return out;
    };
    const std::vector<QJsonObject> ordered = bodies(none);
    const std::vector<QJsonObject> swapped = bodies({0, 0, 0, 100});
    QCOMPARE(swapped.front(), ordered.front());
    QVERIFY(swapped != ordered);
    QVERIFY(std::is_permutation(swapped.begin(), swapped.end(), ordered.begin(), ordered.end()));
}

void TestScript::aForgedCallComesBeforeTheRightOne()
{
    QFETCH_GLOBAL(QString, kind);
    const sim::Script right = scriptOf(kind, none, 1, 1);
    sim::Script forged = scriptOf(kind, {0, 0, 0, 0, 100}, 1, 1);
    QCOMPARE(forged.steps.size(), right.steps.size() + 1);
    const auto wrong = forged.steps.end() - 2;
    QCOMPARE(wrong->kind, sim::Step::Kind::Forged);
    QCOMPARE(wrong->body, forged.steps.back().body);
    forged.steps.erase(wrong);
    QVERIFY(forged.steps == right.steps);
}

void TestScript::pictureIsAWholePng()
{
    const QByteArray png = sim::drawPicture(QStringLiteral("a.png"));
    QVERIFY(png.startsWith("\x89PNG\r\n\x1a\n"));
    QCOMPARE(png.mid(12, 4), QByteArray("IHDR"));
    const auto width = qFromBigEndian<quint32>(png.constData() + 16);
    const auto height = qFromBigEndian<quint32>(png.constData() + 20);
    const auto length = qFromBigEndian<quint32>(png.constData() + 33);
    QCOMPARE(png.mid(37, 4), QByteArray("IDAT"));
    const QByteArray pixels = qUncompress(QByteArray(4, '\0') + png.mid(41, length));
    QCOMPARE(static_cast<quint32>(pixels.size()), height * (1 + 3 * width));
    QVERIFY(png.endsWith(QByteArray::fromHex("0000000049454e44ae426082")));
    QVERIFY(png != sim::drawPicture(QStringLiteral("b.png")));
}

QTEST_APPLESS_MAIN(TestScript)
#include "tst_script.moc"
