// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/fieldreader.h"

#include "hub/base/errorcode.h"
#include "hub/wire/topic.h"
#include "hub/wire/userid.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hub {

namespace {
bool hasControlCharacter(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// Returns the whole number in `value`; nullopt when it is not one or is outside the range.
std::optional<int> wholeNumber(const QJsonValue &value, int least, int most)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < least || number > most || std::trunc(number) != number)
        return std::nullopt;
    return int(number);
}

/// Returns the text of a whole number; empty when it is not one. A double would round a long one.
QByteArray digits(QByteArrayView text)
{
    const bool whole = std::all_of(text.begin(), text.end(),
                                   [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
    return whole ? text.toByteArray() : QByteArray();
}

QByteArray idText(const JsonMembers::Member &member)
{
    return member.isNumber() ? digits(member.value) : member.utf8();
}

bool isLabel(const QString &name, const QJsonValue &value)
{
    return value.isString() && !name.isEmpty() && name.toUtf8().size() <= FieldReader::maxLabelBytes
           && value.toString().toUtf8().size() <= FieldReader::maxLabelBytes;
}
} // namespace

Result<FieldReader> FieldReader::open(const QByteArray &body, Details details, int maxDepth)
{
    auto members = JsonMembers::parse(body, maxDepth);
    if (!members)
        return members.error();
    return FieldReader(std::move(*members), details);
}

/// Marks the member as read and returns it; null when it is absent or null.
const FieldReader::Member *FieldReader::take(QLatin1String name)
{
    Member *member = m_members.find(name);
    if (!member)
        return nullptr;
    member->taken = true;
    return member->isNull() ? nullptr : member;
}

void FieldReader::reject(QLatin1String name, const QString &what)
{
    reject({errorcode::badField, name + QStringLiteral(": ") + what});
}

void FieldReader::reject(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void FieldReader::miss(QLatin1String name, const QString &what)
{
    if (m_details == Details::Refused)
        reject(name, what);
    else
        m_notes << name + QStringLiteral(": ") + what;
}

bool FieldReader::has(QLatin1String name)
{
    return take(name) != nullptr;
}

QLatin1String FieldReader::firstOf(std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names) {
        if (has(name))
            return name;
    }
    return *names.begin();
}

std::optional<QString> FieldReader::text(QLatin1String name)
{
    const Member *member = take(name);
    if (!member)
        return std::nullopt;
    if (!member->isString()) {
        miss(name, QStringLiteral("must be a string"));
        return std::nullopt;
    }
    QString text = member->string();
    if (member->value.size() <= maxTextBytes || text.toUtf8().size() <= maxTextBytes)
        return text;
    miss(name, QStringLiteral("must not be longer than %1 bytes").arg(maxTextBytes));
    return std::nullopt;
}

QByteArray FieldReader::word(QLatin1String name)
{
    const Member *member = take(name);
    if (member && !member->isString())
        miss(name, QStringLiteral("must be a string"));
    return member ? member->utf8() : QByteArray();
}

QByteArray FieldReader::id(QLatin1String name)
{
    const Member *member = take(name);
    if (!member)
        return {};
    QByteArray id = idText(*member);
    if (isValidId(id))
        return id;
    miss(name, QStringLiteral("must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ : @ + = -"));
    return {};
}

QByteArray FieldReader::user(QLatin1String name)
{
    const Member *member = take(name);
    if (!member)
        return {};
    if (member->isNumber() && isValidUser(idText(*member)))
        return idText(*member);
    Result<QByteArray> user = userOf(*member);
    if (user)
        return std::move(*user);
    miss(name, user.error().message);
    return {};
}

QByteArray FieldReader::foreignId(QLatin1String name)
{
    const Member *member = take(name);
    if (!member)
        return {};
    QByteArray id = idText(*member);
    const bool isText = (member->isString() || !id.isEmpty()) && id.isValidUtf8();
    if (isText && id.size() <= maxForeignIdBytes && !hasControlCharacter(id))
        return id;
    miss(name, QStringLiteral("must be a string of at most %1 bytes without control characters or "
                              "lone surrogates")
                   .arg(maxForeignIdBytes));
    return {};
}

QByteArray FieldReader::requiredId(QLatin1String name)
{
    return required(name, &FieldReader::id);
}

QByteArray FieldReader::requiredForeignId(QLatin1String name)
{
    return required(name, &FieldReader::foreignId);
}

QByteArray FieldReader::required(QLatin1String name, QByteArray (FieldReader::*read)(QLatin1String))
{
    const Details details = std::exchange(m_details, Details::Refused);
    const QByteArray value = (this->*read)(name);
    m_details = details;
    if (value.isEmpty() && !m_error)
        reject(name, QStringLiteral("must be present"));
    return value;
}

std::optional<double> FieldReader::percent(QLatin1String name)
{
    const Member *member = take(name);
    if (!member)
        return std::nullopt;
    QByteArray text = member->isNumber() ? member->value.toByteArray() : member->utf8().trimmed();
    if (text.endsWith('%'))
        text = text.chopped(1).trimmed();
    bool isNumber = false;
    double number = text.toDouble(&isNumber);
    if (!isNumber && member->isNumber()) {
        number = member->decoded().toDouble(); // the nearest double
        isNumber = true;
    }
    if (isNumber && std::isfinite(number))
        return std::clamp(number, 0.0, 100.0);
    miss(name, QStringLiteral("must be a number from 0 to 100"));
    return std::nullopt;
}

std::optional<int> FieldReader::attempt(QLatin1String name)
{
    const Member *member = take(name);
    if (!member)
        return std::nullopt;
    const auto number = wholeNumber(member->decoded(), 1, maxAttempt);
    if (!number)
        miss(name, QStringLiteral("must be a whole number from 1 to %1").arg(maxAttempt));
    return number;
}

std::optional<Step> FieldReader::step(QLatin1String name)
{
    const Member *member = take(name);
    if (!member)
        return std::nullopt;
    constexpr int most = std::numeric_limits<int>::max();
    const QJsonValue value = member->decoded();
    const auto current = wholeNumber(value[QLatin1String("current")], 0, most);
    const auto total = wholeNumber(value[QLatin1String("total")], 0, most);
    if (current && total)
        return Step{*current, *total};
    miss(name, QStringLiteral("must be {\"current\",\"total\"}, whole numbers from 0"));
    return std::nullopt;
}

QByteArray FieldReader::json(QLatin1String name)
{
    const Member *member = take(name);
    return member ? member->value.toByteArray() : QByteArray();
}

QJsonObject FieldReader::labels(QLatin1String name)
{
    const Member *member = take(name);
    if (!member)
        return {};
    const QJsonValue value = member->decoded();
    const QJsonObject labels = value.toObject();
    bool valid =
        value.isObject() && labels.size() <= maxLabels && member->value.size() <= maxLabelsBytes;
    for (auto it = labels.begin(); valid && it != labels.end(); ++it)
        valid = isLabel(it.key(), it.value());
    if (valid)
        return labels;
    miss(name, QStringLiteral("must be an object of at most %1 strings of at most %2 bytes, "
                              "%3 bytes in all")
                   .arg(maxLabels)
                   .arg(maxLabelBytes)
                   .arg(maxLabelsBytes));
    return {};
}

FieldReader::Rest FieldReader::rest() const
{
    Rest rest;
    std::vector<const Member *> kept;
    QSet<QByteArrayView> known; // names that a caller has read, or that are kept already
    qsizetype bytes = 0;
    for (const Member &member : m_members.all()) {
        if (member.taken)
            known.insert(member.name);
    }
    const auto &all = m_members.all();
    // Start at the end, because the last one of repeated members counts.
    for (auto member = all.rbegin(); member != all.rend(); ++member) {
        if (known.contains(member->name))
            continue;
        const qsizetype size = member->name.size() + member->value.size();
        if (qsizetype(kept.size()) >= maxUnknown || bytes + size > maxUnknownBytes) {
            ++rest.dropped;
            continue;
        }
        known.insert(member->name);
        bytes += size;
        kept.push_back(&*member);
    }
    for (auto member = kept.rbegin(); member != kept.rend(); ++member)
        rest.members.append((*member)->nameText, (*member)->value);
    return rest;
}

Result<RawMembers> FieldReader::wholeRest() const
{
    Rest rest = this->rest();
    if (rest.dropped == 0)
        return std::move(rest.members);
    return Error{
        QByteArrayLiteral("too_many_members"),
        QStringLiteral("unknown members: must be at most %1 with %2 bytes in all; %3 did not fit")
            .arg(maxUnknown)
            .arg(maxUnknownBytes)
            .arg(rest.dropped)};
}

} // namespace hub
