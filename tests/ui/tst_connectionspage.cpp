// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/keyedhub.h"
#include "tests/support/streamreader.h"
#include "tests/ui/connectdesk.h"
#include "ui/models/session.h"
#include "ui/widgets/connectionspage.h"
#include "ui/widgets/disconnectquestion.h"
#include "ui/widgets/filterline.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTreeView>

/// The page of connections against a real hub.
class ConnectionsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void groupsByTopicAndByUser();
    void disconnectsAFrozenList();
    void disconnectsAWholeTopic();
    void keepsItsOwnConnections();
    void asksAboutNothingAfterALostConnection();
    void filters();
    void saysThatItNeedsARight();

private:
    ui::ConnectionsPage &page() { return *m_desk->window().connectionsPage(); }
    ui::ConnectionModel &model()
    {
        return static_cast<ui::ConnectionModel &>(*page().tree()->model());
    }
    QPushButton &disconnect()
    {
        return *page().findChild<QPushButton *>(QStringLiteral("disconnect"));
    }
    void open()
    {
        m_desk->start(m_hub->url());
        QTRY_VERIFY(m_desk->isLive());
        QTRY_VERIFY(model().total() > 0);
    }
    /// Opens a stream of a job and waits until the window shows it.
    std::unique_ptr<test::StreamReader> follow(const QByteArray &job)
    {
        const int before = foreign().size();
        auto reader = std::make_unique<test::StreamReader>(m_hub->url(), "/api/v1/events/" + job);
        [&] { QTRY_COMPARE(foreign().size(), before + 1); }();
        return reader;
    }
    QModelIndexList foreign()
    {
        QModelIndexList found;
        for (int group = 0; group < model().rowCount(); ++group) {
            const QModelIndex parent = model().index(group, 0);
            for (int row = 0; row < model().rowCount(parent); ++row) {
                const QModelIndex index = model().index(row, 0, parent);
                if (!index.data(ui::ConnectionModel::OwnRole).toBool())
                    found << index;
            }
        }
        return found;
    }
    void select(const QModelIndexList &rows)
    {
        page().tree()->selectionModel()->clearSelection();
        for (const QModelIndex &row : rows)
            page().tree()->selectionModel()->select(row, QItemSelectionModel::Select
                                                             | QItemSelectionModel::Rows);
    }
    ui::DisconnectQuestion *question() { return page().findChild<ui::DisconnectQuestion *>(); }
    void answerYes()
    {
        for (QAbstractButton *one : question()->buttons()) {
            if (question()->buttonRole(one) == QMessageBox::DestructiveRole)
                return one->click();
        }
    }

    std::unique_ptr<test::HubRunner> m_hub;
    std::unique_ptr<test::ConnectDesk> m_desk;
};

void ConnectionsPageTest::init()
{
    m_hub = std::make_unique<test::HubRunner>();
    m_desk = std::make_unique<test::ConnectDesk>();
}

void ConnectionsPageTest::cleanup()
{
    m_desk.reset();
    m_hub.reset();
}

void ConnectionsPageTest::groupsByTopicAndByUser()
{
    open();
    const auto one = follow("job-a");
    const auto two = follow("job-a");
    QModelIndex group = foreign().first().parent();
    QCOMPARE(group.data().toString(), QStringLiteral("job/job-a"));
    QCOMPARE(group.siblingAtColumn(ui::ConnectionModel::Count).data().toString(),
             QStringLiteral("2"));
    QTRY_VERIFY(!group.siblingAtColumn(ui::ConnectionModel::History)
                     .data(ui::ConnectionModel::HistoryRole)
                     .value<QList<int>>()
                     .isEmpty());
    for (QToolButton *button : page().findChildren<QToolButton *>()) {
        if (button->text() == QStringLiteral("By user"))
            button->click();
    }
    group = foreign().first().parent();
    QCOMPARE(group.data().toString(), QStringLiteral("(no user)")); // a hub without keys
    QVERIFY(page().tree()->isExpanded(group));
}

/// A connection that opens while the question is open is not in the list, and stays.
void ConnectionsPageTest::disconnectsAFrozenList()
{
    open();
    QVERIFY(!disconnect().isEnabled());
    const auto one = follow("job-a");
    const auto two = follow("job-a");
    select(foreign());
    QVERIFY2(disconnect().isEnabled(), qPrintable(disconnect().toolTip()));
    disconnect().click();
    QVERIFY(question());
    QCOMPARE(question()->text(), QStringLiteral("Disconnect these 2 connections?"));
    QVERIFY(question()->informativeText().contains(QStringLiteral(" · job/job-a · ")));
    const auto third = follow("job-a");
    select(foreign()); // a later selection changes nothing
    QSignalSpy told(&page(), &ui::ConnectionsPage::told);
    answerYes();
    QVERIFY(one->waitForClose());
    QVERIFY(two->waitForClose());
    QTRY_VERIFY(!told.isEmpty()
                && told.last().first().toString()
                       == QStringLiteral("2 connections were disconnected."));
    QTRY_COMPARE(foreign().size(), 1);
    QCOMPARE(third->socket().state(), QAbstractSocket::ConnectedState);
}

void ConnectionsPageTest::disconnectsAWholeTopic()
{
    open();
    std::vector<std::unique_ptr<test::StreamReader>> readers;
    for (int i = 0; i < 12; ++i)
        readers.push_back(follow("job-a"));
    const auto other = follow("job-b");
    for (const QModelIndex &row : foreign()) {
        if (row.parent().data().toString() == QStringLiteral("job/job-a"))
            select({row.parent()});
    }
    disconnect().click();
    QCOMPARE(question()->text(), QStringLiteral("Disconnect these 12 connections?"));
    QVERIFY(question()->informativeText().contains(QStringLiteral("and 2 more")));
    // One of them ends by itself before the answer.
    readers.pop_back();
    QTRY_COMPARE(foreign().size(), 12);
    QSignalSpy told(&page(), &ui::ConnectionsPage::told);
    answerYes();
    QTRY_VERIFY(!told.isEmpty()
                && told.last().first().toString()
                       == QStringLiteral("11 connections were disconnected. 1 had ended before."));
    QTRY_COMPARE(foreign().size(), 1);
    QCOMPARE(other->socket().state(), QAbstractSocket::ConnectedState);
}

void ConnectionsPageTest::keepsItsOwnConnections()
{
    open();
    page().tree()->selectAll();
    QVERIFY(!disconnect().isEnabled());
    QCOMPARE(disconnect().toolTip(), QStringLiteral("This monitor does not disconnect itself."));
}

/// The ids of connections begin again when a hub restarts.
void ConnectionsPageTest::asksAboutNothingAfterALostConnection()
{
    open();
    const auto one = follow("job-a");
    select(foreign());
    disconnect().click();
    QVERIFY(question());
    QSignalSpy told(&page(), &ui::ConnectionsPage::told);
    m_hub->stop();
    QTRY_VERIFY(!question());
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.first().first().toString().contains(QStringLiteral("Nothing was disconnected")));
    QVERIFY(!disconnect().isEnabled());
}

void ConnectionsPageTest::filters()
{
    open();
    const auto one = follow("job-a");
    const auto two = follow("job-b");
    auto *filter = page().findChild<ui::FilterLine *>();
    filter->apply(QStringLiteral("topic:*job-b"));
    QCOMPARE(model().shown(), 1);
    QCOMPARE(model().rowCount(), 1);
    QVERIFY(page().tree()->isExpanded(model().index(0, 0)));
    filter->apply(QStringLiteral("lag:many")); // wrong: the last one stays
    QCOMPARE(model().shown(), 1);
    filter->apply(QStringLiteral("is:own"));
    QCOMPARE(model().shown(), model().ownCount());
    filter->apply({});
    QCOMPARE(model().shown(), model().total());
}

void ConnectionsPageTest::saysThatItNeedsARight()
{
    const test::KeyedHub hub;
    m_desk->options.token = hub.token("ann", "read");
    m_desk->start(hub.url());
    QTRY_VERIFY(m_desk->isLive());
    QTRY_VERIFY(disconnect().toolTip().contains(QStringLiteral("scope admin")));
    QVERIFY(!disconnect().isEnabled());
}

QTEST_MAIN(ConnectionsPageTest)
#include "tst_connectionspage.moc"
