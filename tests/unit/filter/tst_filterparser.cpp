// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/filternode.h"

#include <QRandomGenerator>
#include <QTest>

using hub::FilterNode;
using hub::FilterOperator;

namespace {

/// Returns a tree as nested brackets, which shows precedence.
QString shape(const FilterNode &node)
{
    using Kind = FilterNode::Kind;
    QStringList parts;
    for (const FilterNode &child : node.children)
        parts << shape(child);
    const QString inner = parts.join(QLatin1Char(' '));
    switch (node.kind) {
    case Kind::And: return QStringLiteral("and[%1]").arg(inner);
    case Kind::Or: return QStringLiteral("or[%1]").arg(inner);
    case Kind::Not: return QStringLiteral("not[%1]").arg(inner);
    case Kind::Word: return QStringLiteral("'%1'").arg(node.text);
    case Kind::Regex: return QStringLiteral("/%1/").arg(node.text);
    case Kind::Compare: break;
    }
    return QStringLiteral("<%1 %2 %3%4>")
        .arg(node.field, toString(node.op), node.text,
             node.quoted ? QStringLiteral(" quoted") : QString());
}

int regexesIn(const FilterNode &node)
{
    const bool isRegex = node.kind == FilterNode::Kind::Regex || node.op == FilterOperator::Matches;
    int count = isRegex ? 1 : 0;
    for (const FilterNode &child : node.children)
        count += regexesIn(child);
    return count;
}

/// Makes random trees of the form that the parser makes.
class Trees
{
public:
    explicit Trees(quint32 seed) : m_random(seed) { }

    FilterNode tree(int depth)
    {
        const int kind = depth == 0 ? 0 : static_cast<int>(m_random.bounded(6));
        if (kind < 2)
            return term();
        FilterNode node;
        node.kind = kind == 2   ? FilterNode::Kind::Not
                    : kind == 3 ? FilterNode::Kind::Or
                                : FilterNode::Kind::And;
        const int children = node.kind == FilterNode::Kind::Not ? 1 : 2 + m_random.bounded(2);
        for (int i = 0; i < children; ++i)
            node.children.push_back(tree(depth - 1));
        return node;
    }

    /// Returns tokens that often form a filter.
    QString soup()
    {
        static const QStringList tokens{
            QStringLiteral("a"),   QStringLiteral("("),    QStringLiteral(")"),
            QStringLiteral("-"),   QStringLiteral(" "),    QStringLiteral("\""),
            QStringLiteral("/"),   QStringLiteral("OR"),   QStringLiteral("AND"),
            QStringLiteral("NOT"), QStringLiteral("id"),   QStringLiteral(":"),
            QStringLiteral("<="),  QStringLiteral("\\"),   QStringLiteral(".."),
            QStringLiteral("i"),   QStringLiteral(" "),    QStringLiteral("label.x"),
            QStringLiteral("="),   QString(QChar(0xd83d)), QStringLiteral("!"),
            QStringLiteral("~"),   QStringLiteral(" "),    QStringLiteral("é")};
        QString text;
        for (int i = m_random.bounded(14); i >= 0; --i)
            text += tokens.at(m_random.bounded(static_cast<int>(tokens.size())));
        return text;
    }

private:
    FilterNode term()
    {
        static const QStringList texts{
            QStringLiteral("word"), QStringLiteral("two words"), QStringLiteral("OR"),
            QStringLiteral("-x"),   QStringLiteral("(a"),        QStringLiteral("a\"b\\"),
            QStringLiteral("/x/"),  QStringLiteral("a:b"),       QStringLiteral("\\\\n\t")};
        static const QStringList raw{QStringLiteral("1h"), QStringLiteral("a*b"),
                                     QStringLiteral("f(x)"), QStringLiteral("1..2")};
        FilterNode node;
        node.kind = FilterNode::Kind::Word;
        node.text = texts.at(m_random.bounded(static_cast<int>(texts.size())));
        if (m_random.bounded(8) == 0) {
            node.kind = FilterNode::Kind::Regex;
            node.text = QStringLiteral("a|b \\/c");
        } else if (m_random.bounded(2) == 0) {
            node.kind = FilterNode::Kind::Compare;
            node.field = QStringLiteral("label.Team");
            node.op = static_cast<FilterOperator>(m_random.bounded(8));
            node.quoted = m_random.bounded(2) == 0;
            if (!node.quoted)
                node.text = raw.at(m_random.bounded(static_cast<int>(raw.size())));
        }
        return node;
    }

    QRandomGenerator m_random;
};

QString repeated(const char *text, int times)
{
    return QString::fromLatin1(text).repeated(times);
}

} // namespace

class TestFilterParser : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void reportsFaults_data();
    void reportsFaults();
    void knowsPositions();
    void holdsItsLimits();
    void printsTreesSoThatTheyParseAgain();
    void printsParsedTextsSoThatTheyParseAgain();
    void writesTerms();
};

void TestFilterParser::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tree");
    const auto row = [](const char *text, const char *tree) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(tree);
    };
    row("", "and[]");
    row("   ", "and[]");
    row("cuda", "'cuda'");
    // Precedence: NOT before AND before OR.
    row("a b", "and['a' 'b']");
    row("a AND b", "and['a' 'b']");
    row("a OR b c OR d", "or['a' and['b' 'c'] 'd']");
    row("a (b OR c)", "and['a' or['b' 'c']]");
    row("-a b", "and[not['a'] 'b']");
    row("NOT a b", "and[not['a'] 'b']");
    row("NOT(a b)", "not[and['a' 'b']]");
    row("-(a OR b)", "not[or['a' 'b']]");
    row("NOT NOT a", "not[not['a']]");
    row("((a))", "'a'");
    row("or and not", "and['or' 'and' 'not']");
    row("ORDER NOTE ANDY", "and['ORDER' 'NOTE' 'ANDY']");
    // Words.
    row("-", "'-'");
    row("--force", "not['-force']");
    row("step-3", "'step-3'");
    row("render(3)", "'render(3)'");
    row("(render(3) b)", "and['render(3)' 'b']");
    row("12:04:41", "'12:04:41'");
    row("job/abc", "'job/abc'");
    row("http://host/path", "'http://host/path'");
    row("-http://host", "not['http://host']");
    row("say\"hi\"", "'say\"hi\"'");
    row("x!y", "'x!y'");
    row("/", "'/'");
    row("naïve", "'naïve'");
    // Quotes.
    row("\"out of memory\"", "'out of memory'");
    row("\"a \\\"b\\\" \\\\ \\d\"", "'a \"b\" \\ \\d'");
    row("-\"a b\"", "not['a b']");
    row("\"OR\"", "'OR'");
    // Regular expressions.
    row("/out of\\s+M/", "/out of\\s+M/");
    row("/a/i b", "and[/a/ 'b']");
    row("/usr\\/lib/", "/usr\\/lib/");
    row("/usr/lib/", "/usr/lib/");
    row("(/a b/)", "/a b/");
    row("-/(a|aa)+$/", "not[/(a|aa)+$/]");
    // Comparisons.
    row("state:failed", "<state : failed>");
    row("STATE:Failed", "<state : Failed>");
    row("age:<1h", "<age < 1h>");
    row("age:>=1h", "<age >= 1h>");
    row("age<1h", "<age < 1h>");
    row("size:=3", "<size = 3>");
    row("level!=debug", "<level != debug>");
    row("error~\"OOM|quota\"", "<error ~ OOM|quota quoted>");
    row("owner:\"ann lee\"", "<owner : ann lee quoted>");
    row("label.my-Team:blue", "<label.my-Team : blue>");
    row("time:14:00..14:05", "<time : 14:00..14:05>");
    row("channel:render/*", "<channel : render/*>");
    row("-state:failed", "not[<state : failed>]");
    row("(state:failed)", "<state : failed>");
    row("id:f(x)", "<id : f(x)>");
    row("timed_out:x", "<timed_out : x>");
}

void TestFilterParser::parses()
{
    QFETCH(const QString, text);
    const hub::ParsedFilter parsed = hub::parseFilter(text);
    QVERIFY2(parsed.ok(), qPrintable(parsed.ok() ? QString() : parsed.fault->toString()));
    QTEST(shape(parsed.tree), "tree");
}

void TestFilterParser::reportsFaults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *text, int position, int length, const char *message) {
        QTest::newRow(text) << QString::fromUtf8(text) << position << length
                            << QString::fromLatin1(message);
    };
    row("a (b", 2, 1, "this ( is not closed");
    row("a )", 2, 1, "there is nothing to close");
    row("a OR", 4, 0, "a word or a condition is missing here");
    row("OR a", 0, 2, "a word or a condition is missing here");
    row("a AND OR b", 6, 2, "a word or a condition is missing here");
    row("()", 1, 1, "a word or a condition is missing here");
    row("NOT", 3, 0, "a word or a condition is missing here");
    row("-(", 2, 0, "a word or a condition is missing here");
    row("\"abc", 0, 4, "the closing quote is missing");
    row("a \"\"", 2, 2, "there is no text between the quotes");
    row("\"a\"b", 3, 1, "a blank is missing after the closing quote");
    row("/usr/lib", 0, 8, "the expression has no closing /");
    row("//", 1, 0, "the expression between / and / is empty");
    row("x state:", 8, 0, "a value is missing after state:");
    row("age< 1h", 4, 0, "a value is missing after age<");
    row("id:(a", 3, 2, "a ) is missing");
    row("--state:x", 2, 7, "use one - or NOT");
}

void TestFilterParser::reportsFaults()
{
    QFETCH(const QString, text);
    QFETCH(const QString, message);
    const hub::ParsedFilter parsed = hub::parseFilter(text);
    QVERIFY(!parsed.ok());
    QTEST(static_cast<int>(parsed.fault->position), "position");
    QTEST(static_cast<int>(parsed.fault->length), "length");
    QVERIFY2(parsed.fault->message.startsWith(message), qPrintable(parsed.fault->message));
}

void TestFilterParser::knowsPositions()
{
    const hub::ParsedFilter parsed = hub::parseFilter(QStringLiteral("a -(state:failed OR /x/)"));
    QVERIFY(parsed.ok());
    const FilterNode &alternatives = parsed.tree.children.at(1).children.front();
    QCOMPARE(alternatives.children.at(0).position, 4);
    QCOMPARE(alternatives.children.at(0).valuePosition, 10);
    QCOMPARE(alternatives.children.at(1).valuePosition, 21);
    QCOMPARE(hub::parseFilter(QStringLiteral("a )")).fault->toString().left(13),
             QStringLiteral("character 3: "));
}

void TestFilterParser::holdsItsLimits()
{
    const auto faultOf = [](const QString &text) { return hub::parseFilter(text).fault; };
    QVERIFY(!faultOf(repeated("a", hub::maxFilterCharacters)));
    QCOMPARE(faultOf(repeated("a", hub::maxFilterCharacters + 1))->position,
             hub::maxFilterCharacters);
    QVERIFY(!faultOf(repeated("(", hub::maxFilterDepth) + QStringLiteral("a")
                     + repeated(")", hub::maxFilterDepth)));
    QCOMPARE(faultOf(repeated("(", hub::maxFilterDepth + 1))->position, hub::maxFilterDepth);
    QVERIFY(!faultOf(repeated("NOT ", hub::maxFilterDepth) + QStringLiteral("a")));
    QVERIFY(faultOf(repeated("NOT ", hub::maxFilterDepth + 1) + QStringLiteral("a")));
    QVERIFY(!faultOf(repeated("a ", hub::maxFilterTerms)));
    QCOMPARE(faultOf(repeated("a ", hub::maxFilterTerms + 1))->position, 2 * hub::maxFilterTerms);
}

void TestFilterParser::printsTreesSoThatTheyParseAgain()
{
    Trees trees(4354);
    int printed = 0;
    for (int i = 0; i < 3000; ++i) {
        const FilterNode tree = trees.tree(3);
        const QString text = toText(tree);
        if (text.size() > hub::maxFilterCharacters || regexesIn(tree) > hub::maxFilterRegexes)
            continue;
        ++printed;
        const hub::ParsedFilter parsed = hub::parseFilter(text);
        QVERIFY2(parsed.ok(), qPrintable(text));
        QVERIFY2(parsed.tree == tree, qPrintable(text + QLatin1Char('\n') + shape(parsed.tree)
                                                 + QLatin1Char('\n') + shape(tree)));
    }
    QVERIFY(printed > 2000);
}

void TestFilterParser::printsParsedTextsSoThatTheyParseAgain()
{
    Trees trees(14);
    int accepted = 0;
    for (int i = 0; i < 50'000; ++i) {
        const QString text = trees.soup();
        const hub::ParsedFilter parsed = hub::parseFilter(text);
        if (!parsed.ok()) {
            QVERIFY(parsed.fault->position >= 0 && parsed.fault->length >= 0);
            QVERIFY(parsed.fault->position + parsed.fault->length <= text.size());
            continue;
        }
        ++accepted;
        const hub::ParsedFilter again = hub::parseFilter(toText(parsed.tree));
        QVERIFY2(again.ok() && again.tree == parsed.tree,
                 qPrintable(text + QLatin1String(" → ") + toText(parsed.tree)));
    }
    QVERIFY(accepted > 5000);
}

void TestFilterParser::writesTerms()
{
    using hub::filterTerm;
    QCOMPARE(hub::filterWord(QStringLiteral("cuda")), QStringLiteral("cuda"));
    QCOMPARE(hub::filterWord(QStringLiteral("job-7")), QStringLiteral("job-7"));
    QCOMPARE(hub::filterWord(QStringLiteral("-7")), QStringLiteral("\"-7\""));
    QCOMPARE(hub::filterWord(QStringLiteral("a b")), QStringLiteral("\"a b\""));
    QCOMPARE(hub::filterWord(QStringLiteral("NOT")), QStringLiteral("\"NOT\""));
    QCOMPARE(filterTerm(QStringLiteral("owner"), FilterOperator::Equal, QStringLiteral("ann")),
             QStringLiteral("owner=ann"));
    QCOMPARE(filterTerm(QStringLiteral("id"), FilterOperator::Equal, QStringLiteral("a*\"b")),
             QStringLiteral("id=\"a*\\\"b\""));
}

QTEST_GUILESS_MAIN(TestFilterParser)
#include "tst_filterparser.moc"
