// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/fieldreader.h"

#include "hub/wire/jsonslice.h"
#include "hub/wire/topic.h"

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

/// The whole number that `value` is, when it lies in the range.
std::optional<int> wholeNumber(const QJsonValue &value, int least, int most)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < least || number > most || std::trunc(number) != number)
        return std::nullopt;
    return int(number);
}

bool isLabel(const QString &name, const QJsonValue &value)
{
    return value.isString() && !name.isEmpty() && name.toUtf8().size() <= FieldReader::maxLabelBytes
           && value.toString().toUtf8().size() <= FieldReader::maxLabelBytes;
}
} // namespace

FieldReader::FieldReader(QByteArray body, QJsonObject object)
    : m_body(std::move(body))
    , m_object(std::move(object))
{ }

Result<FieldReader> FieldReader::open(const QByteArray &body)
{
    auto object = parseJsonObject(body);
    if (!object)
        return object.error();
    return FieldReader(body, std::move(*object));
}

QJsonValue FieldReader::take(QLatin1String name)
{
    m_taken.insert(name);
    const QJsonValue value = m_object.value(name);
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

void FieldReader::reject(QLatin1String name, const QString &what)
{
    if (!m_error)
        m_error = Error{QByteArrayLiteral("bad_field"), name + QStringLiteral(": ") + what};
}

bool FieldReader::has(QLatin1String name)
{
    return !take(name).isNull();
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
    const QJsonValue value = take(name);
    if (value.isNull())
        return std::nullopt;
    if (!value.isString())
        reject(name, QStringLiteral("must be a string"));
    else if (value.toString().toUtf8().size() > maxTextBytes)
        reject(name, QStringLiteral("must not be longer than %1 bytes").arg(maxTextBytes));
    else
        return value.toString();
    return std::nullopt;
}

QByteArray FieldReader::id(QLatin1String name)
{
    const QJsonValue value = take(name);
    const QByteArray id = value.isDouble() ? digits(name) : value.toString().toUtf8();
    if (value.isNull() || isValidId(id))
        return id;
    reject(name, QStringLiteral("must be 1 to 128 of A-Z a-z 0-9 . _ ~ : @ + = -"));
    return {};
}

QByteArray FieldReader::foreignId(QLatin1String name)
{
    const QJsonValue value = take(name);
    const QByteArray id = value.isDouble() ? digits(name) : value.toString().toUtf8();
    const bool isText = value.isNull() || value.isString() || !id.isEmpty();
    if (isText && id.size() <= maxForeignIdBytes && !hasControlCharacter(id))
        return id;
    reject(name, QStringLiteral("must be a string of at most %1 bytes without control characters")
                     .arg(maxForeignIdBytes));
    return {};
}

/// A whole number as it is spelt, since a double would round a long one; empty when it is not one.
QByteArray FieldReader::digits(QLatin1String name)
{
    const QByteArray text = json(name);
    const bool whole = std::all_of(text.begin(), text.end(),
                                   [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
    return whole ? text : QByteArray();
}

std::optional<double> FieldReader::percent(QLatin1String name)
{
    const QJsonValue value = take(name);
    if (value.isNull())
        return std::nullopt;
    const double number = value.toDouble(-1);
    if (number >= 0 && number <= 100)
        return number;
    reject(name, QStringLiteral("must be a number from 0 to 100"));
    return std::nullopt;
}

std::optional<int> FieldReader::attempt(QLatin1String name)
{
    const QJsonValue value = take(name);
    if (value.isNull())
        return std::nullopt;
    const auto number = wholeNumber(value, 1, maxAttempt);
    if (!number)
        reject(name, QStringLiteral("must be a whole number from 1 to %1").arg(maxAttempt));
    return number;
}

std::optional<Step> FieldReader::step(QLatin1String name)
{
    const QJsonValue value = take(name);
    if (value.isNull())
        return std::nullopt;
    constexpr int most = std::numeric_limits<int>::max();
    const auto current = wholeNumber(value[QLatin1String("current")], 0, most);
    const auto total = wholeNumber(value[QLatin1String("total")], 0, most);
    if (current && total)
        return Step{*current, *total};
    reject(name, QStringLiteral("must be {\"current\",\"total\"}, whole numbers from 0"));
    return std::nullopt;
}

QByteArray FieldReader::json(QLatin1String name)
{
    if (take(name).isNull())
        return {};
    const auto member = jsonMember(m_body, QByteArrayView(name.data(), name.size()));
    return member.value_or(QByteArrayView()).toByteArray();
}

QJsonObject FieldReader::labels(QLatin1String name)
{
    const QJsonValue value = take(name);
    const QJsonObject labels = value.toObject();
    bool valid = (value.isNull() || value.isObject()) && labels.size() <= maxLabels;
    for (auto it = labels.begin(); valid && it != labels.end(); ++it)
        valid = isLabel(it.key(), it.value());
    if (valid)
        return labels;
    reject(name, QStringLiteral("must be an object of at most %1 strings of at most %2 bytes")
                     .arg(maxLabels)
                     .arg(maxLabelBytes));
    return {};
}

QJsonObject FieldReader::rest() const
{
    QJsonObject rest;
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_taken.contains(it.key()))
            rest.insert(it.key(), it.value());
    }
    return rest;
}

} // namespace hub
