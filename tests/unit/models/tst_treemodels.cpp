// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/models/modelevents.h"
#include "ui/models/connectionmodel.h"
#include "ui/models/formats.h"
#include "ui/models/jsontreemodel.h"
#include "ui/models/timelinemodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using Reporting = QAbstractItemModelTester::FailureReportingMode;

namespace {

ui::ConnectionInfo connection(qint64 id, const QByteArray &topic)
{
    ui::ConnectionInfo info;
    info.id = id;
    info.topic = topic;
    info.client = "c-" + QByteArray::number(id);
    return info;
}

} // namespace

class TestTreeModels : public QObject
{
    Q_OBJECT

private slots:
    void connectionsObeyTheModelRules();
    void connectionsKeepWhatStays();
    void connectionsKnowTheirOwn();
    void jsonObeysTheModelRules();
    void jsonShowsValues();
    void jsonPaths();
    void jsonFinds();
    void jsonSaysHowLongATextIs();
    void jsonCountsWhatDoesNotFit();
    void timelineObeysTheModelRules();
    void timelineMergesHistoryAndLive();
};

void TestTreeModels::connectionsObeyTheModelRules()
{
    ui::ConnectionModel model;
    const QAbstractItemModelTester tester(&model, Reporting::QtTest);
    QRandomGenerator random(3);
    QMap<qint64, ui::ConnectionInfo> truth;
    for (int round = 0; round < 500; ++round) {
        const qint64 id = random.bounded(60);
        switch (random.bounded(4)) {
        case 0:
            truth.remove(id);
            model.close(id);
            break;
        case 1: {
            QMap<qint64, ui::ConnectionInfo> fewer;
            for (const ui::ConnectionInfo &info : std::as_const(truth)) {
                if (random.bounded(3) != 0)
                    fewer.insert(info.id, info);
            }
            truth = fewer;
            model.setConnections(truth.values());
            break;
        }
        default:
            if (!truth.contains(id))
                truth.insert(id, connection(id, "job/" + QByteArray::number(id % 5)));
            model.open(truth.value(id));
            break;
        }
        QCOMPARE(model.total(), truth.size());
    }
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestTreeModels::connectionsKeepWhatStays()
{
    ui::ConnectionModel model;
    model.setConnections({connection(1, "job/a"), connection(2, "job/b"), connection(3, "job/b")});
    const QPersistentModelIndex kept(model.index(1, 0, model.index(1, 0)));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setConnections({connection(3, "job/b"), connection(4, "job/b"), connection(5, "hub")});
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), QStringLiteral("#3"));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("hub"));
}

void TestTreeModels::connectionsKnowTheirOwn()
{
    ui::ConnectionModel model;
    model.setOwnClient("c-2");
    model.setConnections({connection(1, "hub"), connection(2, "hub")});
    QCOMPARE(model.ownCount(), 1);
    const QModelIndex own = model.index(1, 0, model.index(0, 0));
    QVERIFY(own.data(ui::ConnectionModel::OwnRole).toBool());
    QVERIFY(own.data().toString().contains(QStringLiteral("this monitor")));
}

void TestTreeModels::jsonObeysTheModelRules()
{
    ui::JsonTreeModel model;
    const QAbstractItemModelTester tester(&model, Reporting::QtTest);
    model.setValue(QJsonObject{
        {QStringLiteral("a"), QJsonArray{1, 2, QJsonObject{{QStringLiteral("b"), true}}}},
        {QStringLiteral("c"), QJsonValue::Null}});
    model.setValue(QJsonArray{1, QStringLiteral("x")});
    model.setValue(QJsonValue());
    QCOMPARE(model.rowCount(), 0);
}

void TestTreeModels::jsonShowsValues()
{
    ui::JsonTreeModel model;
    model.setValue(
        QJsonObject{{QStringLiteral("list"), QJsonArray{1.5, QStringLiteral("two\nlines")}},
                    {QStringLiteral("zero"), QJsonValue::Null}});
    const QModelIndex list = model.index(0, 0);
    QCOMPARE(list.data().toString(), QStringLiteral("list"));
    QCOMPARE(list.siblingAtColumn(1).data().toString(), QStringLiteral("[2]"));
    QCOMPARE(model.index(0, 1, list).data().toString(), QStringLiteral("1.5"));
    QCOMPARE(model.index(1, 1, list).data().toString(), QStringLiteral("two lines"));
    QCOMPARE(model.index(1, 1, list).data(ui::JsonTreeModel::FullTextRole).toString(),
             QStringLiteral("two\nlines"));
    QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("null"));
}

void TestTreeModels::jsonPaths()
{
    ui::JsonTreeModel model;
    model.setValue(QJsonObject{
        {QStringLiteral("output"),
         QJsonObject{{QStringLiteral("images"),
                      QJsonArray{QJsonObject{{QStringLiteral("url"), QStringLiteral("x")}}}}}},
        {QStringLiteral("it's 1"), 5}});
    const QModelIndex url = model.find(QStringLiteral("url")).value(0);
    QCOMPARE(url.data(ui::JsonTreeModel::PathRole).toString(),
             QStringLiteral("$.output.images[0].url"));
    QCOMPARE(url.data(ui::JsonTreeModel::CopyRole).toString(), QStringLiteral("x"));
    QCOMPARE(model.index(0, 0).data(ui::JsonTreeModel::PathRole).toString(),
             QStringLiteral("$['it\\'s 1']"));
    QCOMPARE(url.parent().data(ui::JsonTreeModel::CopyRole).toString().simplified(),
             QStringLiteral("{ \"url\": \"x\" }"));
}

void TestTreeModels::jsonFinds()
{
    ui::JsonTreeModel model;
    model.setValue(QJsonObject{{QStringLiteral("a"), QJsonArray{QStringLiteral("Needle"), 2}},
                               {QStringLiteral("needles"), true}});
    const QModelIndexList found = model.find(QStringLiteral("needle"));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].parent(), model.index(0, 0));
    QCOMPARE(found[1], model.index(1, 0));
    QVERIFY(model.find({}).isEmpty());
}

void TestTreeModels::jsonSaysHowLongATextIs()
{
    ui::JsonTreeModel model;
    const QString text(12'345, QLatin1Char('x'));
    model.setValue(QJsonObject{{QStringLiteral("a"), text}, {QStringLiteral("b"), 1}});
    const QModelIndex value = model.index(0, 1);
    QVERIFY(value.data().toString().endsWith(
        QStringLiteral("(%1 characters)").arg(ui::formatCount(12'345))));
    QVERIFY(value.data(ui::JsonTreeModel::IsCutRole).toBool());
    QCOMPARE(value.data(ui::JsonTreeModel::CopyRole).toString(), text);
    QVERIFY(!model.index(1, 1).data(ui::JsonTreeModel::IsCutRole).toBool());
}

void TestTreeModels::jsonCountsWhatDoesNotFit()
{
    QJsonArray many;
    for (int i = 0; i < ui::JsonTreeModel::maxNodes + 500; ++i)
        many.append(i);
    ui::JsonTreeModel model;
    model.setValue(many);
    QVERIFY(model.rowCount() <= ui::JsonTreeModel::maxNodes);
    const int last = model.rowCount() - 1;
    QVERIFY(model.index(last, 1).data().toString().contains(QStringLiteral("501")));
}

void TestTreeModels::timelineObeysTheModelRules()
{
    ui::TimelineModel model;
    const QAbstractItemModelTester tester(&model, Reporting::QtTest);
    QRandomGenerator random(5);
    for (int round = 0; round < 300; ++round)
        model.add({test::progress("a", random.bounded(500), 1)});
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestTreeModels::timelineMergesHistoryAndLive()
{
    ui::TimelineModel model;
    model.add({test::progress("a", 5, 50)});
    model.add({test::jobEvent("a", hub::EventType::Queued, 1), test::progress("a", 5, 50),
               test::progress("a", 3, 30)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, ui::TimelineModel::Type).data().toString(), QStringLiteral("Queued"));
    QCOMPARE(model.index(1, ui::TimelineModel::Text).data().toString(), QStringLiteral("30 %"));
    QCOMPARE(model.index(2, ui::TimelineModel::Delta).data().toString(), QStringLiteral("+2 s"));
}

QTEST_GUILESS_MAIN(TestTreeModels)
#include "tst_treemodels.moc"
