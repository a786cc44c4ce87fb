// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/filter.h"

#include <QTest>

using hub::Filter;
using hub::FilterFields;
using hub::FilterType;
using hub::FilterVerdict;

namespace {

enum Field { Color, Tags, Name, Label, Count, Share, Bytes, Age, Time, Missing };

const FilterFields &fields()
{
    const auto list = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '));
    };
    static const FilterFields all(QStringLiteral("boxes"),
                                  {{Color, FilterType::Enum, list("color colour"),
                                    list("red green|grass blue darkblue"), true},
                                   {Tags, FilterType::Flags, list("is"), list("big old")},
                                   {Name, FilterType::Text, list("name")},
                                   {Label, FilterType::Text, list("label"), {}, false, true},
                                   {Count, FilterType::Number, list("count")},
                                   {Share, FilterType::Percent, list("share")},
                                   {Bytes, FilterType::Size, list("bytes")},
                                   {Age, FilterType::Duration, list("age")},
                                   {Time, FilterType::Time, list("time")},
                                   {Missing, FilterType::Number, list("missing")}});
    return all;
}

constexpr qint64 noon = 1'769'860'800'000; // 2026-01-31T12:00:00Z

/// A blue old box.
class Box : public hub::FilterRow
{
public:
    FilterVerdict texts(int field, const QString &key, const hub::FilterText &test) const override
    {
        if (field == Name)
            return test(QStringLiteral("Box 7, out of Memory"));
        if (key.isEmpty() || key == QLatin1String("Team"))
            return test(QByteArray("red team"));
        return FilterVerdict::No;
    }
    FilterVerdict words(const hub::FilterText &test) const override
    {
        return hub::anyOf([&] { return texts(Name, {}, test); },
                          [&] { return test(QByteArray("extra")); });
    }
    std::optional<double> number(int field) const override
    {
        switch (field) {
        case Count: return 3;
        case Share: return 64.5;
        case Bytes: return 3 * 1024 * 1024;
        case Age: return 5 * 60'000 + 30'000;
        case Time: return double(noon);
        default: return {};
        }
    }
    quint32 bits(int field) const override { return field == Color ? 4 : 2; }
};

hub::FilterContext context()
{
    hub::FilterContext context;
    context.nowMs = noon + 3'600'000;
    return context;
}

Filter parse(const QString &text, std::optional<hub::FilterFault> &fault)
{
    return Filter::parse(text, fields(), context(), fault);
}

} // namespace

class TestFilter : public QObject
{
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void reportsFaults_data();
    void reportsFaults();
    void readsTimesInAZone();
    void knowsWhatItCannotJudge_data();
    void knowsWhatItCannotJudge();
    void findsWordsToHighlight();
    void knowsWhatRowsNeed();
    void acceptsAllWithoutTerms();
};

void TestFilter::judges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("match");
    const auto rows = [](bool match, const std::initializer_list<const char *> &texts) {
        for (const char *text : texts)
            QTest::newRow(text) << QString::fromUtf8(text) << match;
    };
    rows(true, {"memory", "BOX", "extra", "box memory", "box -disk", "box OR disk",
                "NOT (disk OR tape)", "/out of\\s+m/", "\"7, out\"", "-/disk/", "/(?-i)Memory/"});
    rows(false,
         {"disk", "box disk", "-box", "disk OR tape", "box (disk OR tape)", "/(?-i)memory/"});
    // Words of a fixed list: exact, or the beginning.
    rows(true,
         {"color:blue", "colour:BLUE", "color:bl", "color:red,blue", "color!=red", "color>red",
          "color>=blue", "color<=blue", "color<darkblue", "is:old", "is:big,old", "-is:big"});
    rows(false, {"color:grass", "color!=blue", "color>blue", "color<blue", "color:dark", "is:big"});
    // Texts.
    rows(true, {"name:memory", "name:box*", "name:*OUT*memory", "name=\"Box 7, out of Memory\"",
                "name!=x", "name~^box", "name~\"of memory$\"", "label:team", "label.Team:red",
                "label.Team=\"red team\"", "-label.x:red"});
    rows(false, {"name:box*out", "name:\"box*\"", "name=box", "name=\"box 7, out of memory\"",
                 "label.team:red", "label.x:red", "name~^out"});
    // Numbers and percent.
    rows(true, {"count:3", "count=3", "count>2", "count>=3", "count<3.5", "count<=3", "count:2..3",
                "count!=4", "share>64%", "share:60..70", "share<64.6", "missing!=1", "-missing>0"});
    rows(false,
         {"count:4", "count>3", "count<3", "count:4..9", "share>65%", "missing:0", "missing<9"});
    // Sizes.
    rows(true, {"bytes:3MiB", "bytes>3MB", "bytes<3.1mib", "bytes:1k..1GB", "bytes=3145728"});
    rows(false, {"bytes>3MiB", "bytes<3MB"});
    // Durations: the age is 5 min 30 s.
    rows(true, {"age:5m", "age:<6m", "age>5m", "age=330", "age:5m30s", "age:5m..1h", "age<1d",
                "age>=330s"});
    rows(false, {"age:6m", "age:5m29s", "age<5m", "age>1h", "age<5m30s"});
    // Times: it was noon an hour ago, in UTC.
    rows(true, {"time:12:00", "time:11:59..12:00", "time>=12:00", "time<12:01", "time:today",
                "time:2026-01-31", "time=2026-01-31T12:00:00Z", "time>2026-01-31T12:30:00+01:00",
                "time:2026-01-31T12:00", "time>yesterday", "time<=12:00"});
    rows(false, {"time:12:01", "time<12:00", "time>12:00", "time:yesterday", "time:2026-01-30",
                 "time:13:00..14:00"});
}

void TestFilter::judges()
{
    QFETCH(const QString, text);
    std::optional<hub::FilterFault> fault;
    const Filter filter = parse(text, fault);
    QVERIFY2(!fault, qPrintable(fault ? fault->toString() : QString()));
    QTEST(filter.judge(Box()) == FilterVerdict::Yes, "match");
}

void TestFilter::reportsFaults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *text, int position, int length, const char *message) {
        QTest::newRow(text) << QString::fromUtf8(text) << position << length
                            << QString::fromLatin1(message);
    };
    row("a flavor:sweet", 2, 6,
        "unknown field flavor. The fields of boxes are: color, is, name, label, count, share, "
        "bytes, age, time, missing. To search for the text, put it in quotes");
    row("name.x:y", 0, 6, "unknown field name.x");
    row("color:violet", 6, 6,
        "violet is no value of color. The values are: red, green, blue, darkblue");
    row("color:red,violet", 10, 6, "violet is no value of color");
    row("color:\"violet\"", 7, 6, "violet is no value of color");
    row("color:", 6, 0, "a value is missing after color:");
    row("color~red", 0, 5, "color has no order: use : = or !=");
    row("is>big", 0, 2, "is has no order: use : = or !=");
    row("name>x", 0, 4, "name is a text: use : = != or ~");
    row("count:many", 6, 4, "many is no value of count; examples: 3, 1.5, 2..5");
    row("count:3%", 6, 2, "3% is no value of count");
    row("count:1e3", 6, 3, "1e3 is no value of count");
    row("count:1..", 6, 3, "1.. is no value of count");
    row("count<1..2", 0, 5, "count is a number: use : = != < <= > or >=");
    row("count~1", 0, 5, "count is a number: use : = != < <= > or >=");
    row("count:9999999999999999", 6, 16, "9999999999999999 is no value");
    row("bytes:3parsec", 6, 7, "3parsec is no value of bytes; examples: 500, 64KiB");
    row("age:5y", 4, 2, "5y is no value of age; examples: 500ms, 30s");
    row("time:25:00", 5, 5, "25:00 is no value of time; examples: 14:00");
    row("time:2026-02-30", 5, 10, "2026-02-30 is no value of time");
    row("a /(/", 3, 1, "Invalid regular expression: ");
    row("name~(", 5, 1, "a ) is missing; put a value with ( in quotes");
    row("name~\"(\"", 5, 1, "Invalid regular expression: ");
    row("/1/ /2/ /3/ name~4 /5/ /6/", 23, 3, "a filter has at most 5 regular expressions");
    row("/(*LIMIT_MATCH=9999)a/", 1, 20, "A regular expression cannot contain");
    const QByteArray longest(hub::maxFilterRegex + 1, 'a');
    row(("/" + longest + "/").constData(), 1, int(longest.size()),
        "A regular expression has at most 200 characters");
}

void TestFilter::reportsFaults()
{
    QFETCH(const QString, text);
    QFETCH(const QString, message);
    std::optional<hub::FilterFault> fault;
    QVERIFY(parse(text, fault).isEmpty());
    QVERIFY(fault);
    QVERIFY2(fault->message.startsWith(message), qPrintable(fault->message));
    QTEST(static_cast<int>(fault->position), "position");
    QTEST(static_cast<int>(fault->length), "length");
}

void TestFilter::readsTimesInAZone()
{
    hub::FilterContext here = context();
    here.zone = QTimeZone(3 * 3600);
    std::optional<hub::FilterFault> fault;
    const auto matches = [&](const char *text) {
        return Filter::parse(QString::fromLatin1(text), fields(), here, fault).judge(Box())
               == FilterVerdict::Yes;
    };
    QVERIFY(matches("time:15:00"));
    QVERIFY(!matches("time:12:00"));
    QVERIFY(matches("time:2026-01-31T12:00:00Z"));
    QVERIFY(matches("time:2026-01-31T15:00"));
    QVERIFY(matches("time:today"));
    here.nowMs += 12 * 3'600'000; // the next day, at 04:00
    QVERIFY(matches("time:yesterday"));
}

void TestFilter::knowsWhatItCannotJudge_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FilterVerdict>("verdict");
    const auto row = [](const char *text, FilterVerdict verdict) {
        QTest::newRow(text) << QString::fromLatin1(text) << verdict;
    };
    row("/(a|aa)+$/", FilterVerdict::Unknown);
    row("-/(a|aa)+$/", FilterVerdict::Unknown);
    row("/(a|aa)+$/ OR aaa", FilterVerdict::Yes);
    row("/(a|aa)+$/ -aaa", FilterVerdict::No);
    row("/(a|aa)+$/ aaa", FilterVerdict::Unknown);
    row("/(a|aa)+$/ OR b", FilterVerdict::Unknown);
}

void TestFilter::knowsWhatItCannotJudge()
{
    class Long : public Box
    {
    public:
        FilterVerdict words(const hub::FilterText &test) const override
        {
            return test(QByteArray(4000, 'a') + '!');
        }
    };
    QFETCH(const QString, text);
    std::optional<hub::FilterFault> fault;
    const Filter filter = parse(text, fault);
    QVERIFY(filter.hasRegex());
    QTEST(filter.judge(Long()), "verdict");
}

void TestFilter::findsWordsToHighlight()
{
    std::optional<hub::FilterFault> fault;
    const Filter filter = parse(
        QStringLiteral("cuda -disk (OOM OR name:mem) label:x NOT (a OR b) cuda name:a*"), fault);
    QStringList words = filter.highlights(Name);
    words.sort(); // cheap conditions come first in the filter
    QCOMPARE(words,
             (QStringList{QStringLiteral("OOM"), QStringLiteral("cuda"), QStringLiteral("mem")}));
    QCOMPARE(Filter().highlights(Name), QStringList());
}

void TestFilter::knowsWhatRowsNeed()
{
    using Texts = QList<std::pair<QString, QString>>;
    std::optional<hub::FilterFault> fault;
    const Filter needy =
        parse(QStringLiteral("color:red,blue color>red name=Ann (label.Team=blue label:x)"), fault);
    QVERIFY(!fault);
    QCOMPARE(needy.neededBits(Color).value_or(0), 4U);
    QCOMPARE(needy.neededTexts(Name), (Texts{{QString(), QStringLiteral("Ann")}}));
    QCOMPARE(needy.neededTexts(Label), (Texts{{QStringLiteral("Team"), QStringLiteral("blue")}}));
    const Filter free = parse(QStringLiteral("(color:red OR name=Ann) -color:blue name:x"), fault);
    QVERIFY(!free.neededBits(Color));
    QCOMPARE(free.neededTexts(Name), Texts());
    QVERIFY(free.uses(Color) && !free.uses(Label));
}

void TestFilter::acceptsAllWithoutTerms()
{
    std::optional<hub::FilterFault> fault;
    QVERIFY(parse({}, fault).isEmpty());
    QVERIFY(!fault);
    QCOMPARE(Filter().judge(Box()), FilterVerdict::Yes);
    QVERIFY(!Filter().hasRegex());
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
