// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/answerreader.h"

#include "hub/http/fieldsyntax.h"
#include "hub/json/jsonslice.h"
#include "tests/fuzz/fuzz.h"

#include <QHash>
#include <QJsonObject>

#include <utility>

namespace test {

namespace {

using Fields = QHash<QByteArray, QByteArray>;

Fields fieldsOf(const QByteArray &head)
{
    Fields fields;
    const QByteArrayList lines = head.split('\n');
    for (const QByteArray &ended : lines.mid(1)) {
        FUZZ_CHECK(ended.endsWith('\r'));
        const QByteArray line = ended.chopped(1);
        const qsizetype colon = line.indexOf(": ");
        FUZZ_CHECK(colon > 0 && hub::isToken(line.left(colon)));
        FUZZ_CHECK(hub::isFieldValue(line.mid(colon + 2)));
        FUZZ_CHECK(!fields.contains(line.left(colon).toLower()));
        fields.insert(line.left(colon).toLower(), line.mid(colon + 2));
    }
    return fields;
}

int statusOf(const QByteArray &head)
{
    FUZZ_CHECK(head.startsWith("HTTP/1.1 ") && head.size() > 13 && head[12] == ' ');
    const int status = head.mid(9, 3).toInt();
    FUZZ_CHECK(status == 100 || (status >= 200 && status < 600));
    // A client's input never causes an internal error. 501 and 505 are about unknown codings and
    // versions.
    FUZZ_CHECK(status < 500 || status == 501 || status == 505);
    return status;
}

void checkBody(const ReadAnswer &answer, const QByteArray &type)
{
    if (answer.body.isEmpty() || !type.contains("json") || type.contains("ndjson"))
        return;
    const auto object = hub::parseJsonObject(answer.body, 1024);
    FUZZ_CHECK(object);
    if (!type.startsWith("application/problem+json"))
        return;
    FUZZ_CHECK(object->value(QLatin1String("status")).toInt() == answer.status);
    FUZZ_CHECK(!object->value(QLatin1String("code")).toString().isEmpty());
}

} // namespace

void AnswerReader::feed(const QByteArray &bytes)
{
    m_bytes += bytes;
    while (!m_bytes.isEmpty()) {
        if (!m_answers.empty() && m_answers.back().isStream) {
            m_answers.back().body += std::exchange(m_bytes, {});
            return;
        }
        if (!takeAnswer())
            return;
    }
}

bool AnswerReader::takeAnswer()
{
    const qsizetype end = m_bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    ReadAnswer answer;
    const QByteArray head = m_bytes.left(end + 1);
    answer.status = statusOf(head);
    const Fields fields = fieldsOf(head);
    if (answer.status == 100) { // an interim answer
        FUZZ_CHECK(fields.isEmpty());
        m_bytes.remove(0, end + 4);
        return true;
    }
    const bool headOnly = m_answers.size() < m_heads.size() && m_heads[m_answers.size()];
    const QByteArray type = fields.value("content-type");
    answer.closes = fields.value("connection") == "close";
    const bool isStream = type.startsWith("text/event-stream");
    answer.isStream = isStream && !headOnly;
    FUZZ_CHECK(!isStream || (answer.status == 200 && answer.closes));
    const bool hasBody = !headOnly && !isStream && answer.status != 204 && answer.status != 304;
    FUZZ_CHECK(!hasBody || fields.contains("content-length"));
    const qsizetype length = hasBody ? fields.value("content-length").toLongLong() : 0;
    if (m_bytes.size() - end - 4 < length)
        return false;
    answer.body = m_bytes.mid(end + 4, length);
    m_bytes.remove(0, end + 4 + length);
    checkBody(answer, type);
    m_answers.push_back(answer);
    return true;
}

} // namespace test
