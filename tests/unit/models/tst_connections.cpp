// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/connectionmodel.h"
#include "ui/models/connectionvalues.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using ui::ConnectionFilter;
using ui::ConnectionInfo;
using ui::ConnectionModel;
using ui::CountHistory;
using Reporting = QAbstractItemModelTester::FailureReportingMode;

namespace {

constexpr qint64 now = 1'769'864'400'000;

ConnectionInfo connection(qint64 id, const QByteArray &topic, const QByteArray &user)
{
    ConnectionInfo info;
    info.id = id;
    info.topic = topic;
    info.user = user;
    info.scope = "job";
    info.remote = QStringLiteral("10.0.0.%1").arg(id);
    info.userAgent = QStringLiteral("curl/8.1");
    info.client = "c-" + QByteArray::number(id);
    info.openedMs = now - 60'000;
    return info;
}

QStringList groups(const ConnectionModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, 0).data().toString();
    return names;
}

} // namespace

/// Groups, filters and counts over time of the model of connections.
class TestConnections : public QObject
{
    Q_OBJECT

private slots:
    void groupsByTopicOrByUser();
    void anIdMayMoveToAnotherTopic();
    void filtersObeyTheModelRules();
    void filters_data();
    void filters();
    void countsOverTime();
    void historyIsBounded();
    void samplesWhenOneIsDue();
};

void TestConnections::groupsByTopicOrByUser()
{
    ConnectionModel model;
    model.setConnections({connection(1, "job/a", "ann"), connection(2, "job/b", "ann"),
                          connection(3, "job/b", "bob"), connection(4, "hub", "")});
    QCOMPARE(groups(model), QStringList({QStringLiteral("hub"), QStringLiteral("job/a"),
                                         QStringLiteral("job/b")}));
    model.setGrouping(ConnectionModel::Grouping::ByUser);
    QCOMPARE(groups(model), QStringList({QStringLiteral("(no user)"), QStringLiteral("ann"),
                                         QStringLiteral("bob")}));
    const QModelIndex ann = model.index(1, 0);
    QCOMPARE(model.rowCount(ann), 2);
    QCOMPARE(model.index(1, ConnectionModel::User, ann).data().toString(), QStringLiteral("job/b"));
    QCOMPARE(model.connectionsAt(ann).size(), 2);
    QCOMPARE(model.connectionsAt(model.index(0, 0, ann)).first().id, 1);
    QVERIFY(model.connectionsAt({}).isEmpty());
    QCOMPARE(ui::connectionValues(model, QStringLiteral("user")),
             QStringList({QStringLiteral("ann"), QStringLiteral("bob")}));
}

/// A hub that restarted gives the ids of earlier connections to others.
void TestConnections::anIdMayMoveToAnotherTopic()
{
    ConnectionModel model;
    model.setConnections({connection(1, "job/a", "ann")});
    model.setConnections({connection(1, "job/b", "ann")});
    QCOMPARE(groups(model), QStringList(QStringLiteral("job/b")));
    QCOMPARE(model.total(), 1);
    QCOMPARE(model.shown(), 1);
}

void TestConnections::filtersObeyTheModelRules()
{
    ConnectionModel model;
    const QAbstractItemModelTester tester(&model, Reporting::QtTest);
    model.setFilter(ConnectionFilter(QStringLiteral("lag>5")));
    QRandomGenerator random(11);
    QMap<qint64, ConnectionInfo> truth;
    for (int round = 0; round < 400; ++round) {
        const qint64 id = random.bounded(40);
        if (random.bounded(4) == 0) {
            truth.remove(id);
            model.close(id);
        } else {
            ConnectionInfo info = connection(id, "job/" + QByteArray::number(id % 4),
                                             "u" + QByteArray::number(id % 3));
            info.lagEvents = random.bounded(10);
            truth.insert(id, info);
            model.open(info);
        }
        if (random.bounded(40) == 0)
            model.setGrouping(random.bounded(2) == 0 ? ConnectionModel::Grouping::ByTopic
                                                     : ConnectionModel::Grouping::ByUser);
        const auto late = std::count_if(truth.begin(), truth.end(),
                                        [](const ConnectionInfo &c) { return c.lagEvents > 5; });
        QCOMPARE(model.total(), truth.size());
        QCOMPARE(model.shown(), late);
        int rows = 0;
        for (int group = 0; group < model.rowCount(); ++group)
            rows += model.rowCount(model.index(group, 0));
        QCOMPARE(rows, late);
    }
    model.setFilter({});
    QCOMPARE(model.shown(), truth.size());
}

void TestConnections::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *filter, bool matches) {
        QTest::newRow(filter) << QString::fromLatin1(filter) << matches;
    };
    row("topic:job/*", true);
    row("topic=job", false);
    row("user=ann agent:curl", true);
    row("address:10.0.*", true);
    row("is:own", true);
    row("-is:own", false);
    row("is:slow lag>=7", true);
    row("delay>1s", true);
    row("backlog>1KiB sent>1MiB", false);
    row("age<2m", true);
    row("scope:job events:0", true);
    row("since:today id=2", true);
    row("bob", false);
}

void TestConnections::filters()
{
    QFETCH(const QString, filter);
    ConnectionInfo info = connection(2, "job/a", "ann");
    info.lagEvents = 7;
    info.lag = std::chrono::seconds(2);
    info.backlogBytes = 2048;
    ui::FilterMoment moment;
    moment.nowMs = now;
    const ConnectionFilter selected(filter, moment);
    QVERIFY2(!selected.problem(),
             qPrintable(selected.problem() ? selected.problem()->message : QString()));
    QTEST(selected.matches(info, true, now), "matches");
}

void TestConnections::countsOverTime()
{
    CountHistory history;
    QVERIFY(history.of("a").isEmpty());
    history.add({{"a", 2}});
    history.addUnknown();
    history.add({{"a", 3}, {"b", 1}});
    history.add({});
    const QList<int> a = history.of("a");
    QCOMPARE(a.size(), CountHistory::samples);
    QCOMPARE(a.mid(a.size() - 5),
             QList<int>({CountHistory::unknown, 2, CountHistory::unknown, 3, 0}));
    QCOMPARE(history.of("b").last(), 0);
    for (int i = 0; i < CountHistory::samples; ++i)
        history.add({{"b", 1}});
    QVERIFY(history.of("a").isEmpty()); // nobody for 15 minutes
    QCOMPARE(history.of("b"), QList<int>(CountHistory::samples, 1));
    history.clear();
    QVERIFY(history.of("b").isEmpty());
}

void TestConnections::historyIsBounded()
{
    QHash<QByteArray, int> many;
    for (int i = 0; i < 2 * CountHistory::mostKeys; ++i)
        many.insert("job/" + QByteArray::number(i), 1);
    CountHistory history;
    history.add(many);
    int known = 0;
    for (auto key = many.keyBegin(); key != many.keyEnd(); ++key)
        known += history.of(*key).isEmpty() ? 0 : 1;
    QCOMPARE(known, CountHistory::mostKeys);
}

void TestConnections::samplesWhenOneIsDue()
{
    ConnectionModel model;
    model.setConnections({connection(1, "hub", "ann")});
    const auto counts = [&model] {
        return model.index(0, ConnectionModel::History)
            .data(ConnectionModel::HistoryRole)
            .value<QList<int>>();
    };
    model.sample(1'000, true);
    QCOMPARE(counts().last(), 1);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.sample(5'999, true);
    QCOMPARE(changed.size(), 0);
    model.sample(6'000, true);
    QCOMPARE(changed.size(), 1);
    model.sample(11'000, false);
    QCOMPARE(counts().mid(CountHistory::samples - 3), QList<int>({1, 1, CountHistory::unknown}));
    model.setGrouping(ConnectionModel::Grouping::ByUser);
    QCOMPARE(counts().size(), CountHistory::samples);
    model.forgetHistory();
    QVERIFY(counts().isEmpty());
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
