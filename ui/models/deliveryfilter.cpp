// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/deliveryfilter.h"

#include "hub/filter/deliveryfields.h"
#include "ui/models/deliverywords.h"

namespace ui {

namespace {

using Field = hub::DeliveryField;

class Row : public hub::FilterRow
{
public:
    Row(const DeliveryInfo &delivery, qint64 nowMs) : m_delivery(delivery), m_nowMs(nowMs) { }

    hub::FilterVerdict texts(int field, const QString &, const hub::FilterText &test) const override
    {
        switch (static_cast<Field>(field)) {
        case Field::Source: return test(m_delivery.source);
        case Field::Job: return test(m_delivery.jobId);
        case Field::External: return test(m_delivery.externalId);
        case Field::Reason: return test(m_delivery.reason);
        case Field::Id: return test(QString::number(m_delivery.id));
        case Field::Path: return test(m_delivery.path);
        default: return hub::FilterVerdict::No;
        }
    }
    hub::FilterVerdict words(const hub::FilterText &test) const override
    {
        return hub::anyOf(
            [&] { return test(m_delivery.source); }, [&] { return test(m_delivery.jobId); },
            [&] { return test(m_delivery.reason); }, [&] { return test(m_delivery.path); },
            [&] { return test(m_delivery.externalId); },
            [&] { return test(word(outcomeOf(m_delivery))); });
    }
    std::optional<double> number(int field) const override
    {
        const auto known = [](qint64 value) {
            return value == 0 ? std::nullopt : std::optional(static_cast<double>(value));
        };
        switch (static_cast<Field>(field)) {
        case Field::Status: return known(answeredStatus(m_delivery));
        case Field::Size: return static_cast<double>(m_delivery.size);
        case Field::Time: return known(m_delivery.receivedMs);
        case Field::Age: return static_cast<double>(m_nowMs - m_delivery.receivedMs);
        default: return {};
        }
    }
    quint32 bits(int field) const override
    {
        const auto bit = [](auto value, auto unknown) {
            return value == unknown ? 0U : 1U << static_cast<int>(value);
        };
        switch (static_cast<Field>(field)) {
        case Field::Verdict: return bit(m_delivery.verdict, DeliveryVerdict::Unknown);
        case Field::Effect: return bit(m_delivery.effect, DeliveryEffect::Unknown);
        case Field::Is:
            return (m_delivery.replayOf != 0 ? hub::IsReplay : 0U)
                   | (isBad(outcomeOf(m_delivery)) ? hub::IsBad : 0U);
        default: return 0;
        }
    }

private:
    const DeliveryInfo &m_delivery;
    qint64 m_nowMs;
};

// The bits of the filter are in the order of these enums.
static_assert(hub::VerdictRefused == 1U << static_cast<int>(DeliveryVerdict::Refused));
static_assert(hub::EffectIgnored == 1U << static_cast<int>(DeliveryEffect::Ignored));

} // namespace

DeliveryFilter::DeliveryFilter(const QString &text, const FilterMoment &moment)
{
    std::optional<hub::FilterFault> fault;
    m_filter = hub::Filter::parse(text, hub::deliveryFields(), inOneTurn(moment), fault);
    if (fault)
        m_problem = FilterProblem{fault->position, fault->length, fault->message};
}

bool DeliveryFilter::matches(const DeliveryInfo &delivery, qint64 nowMs) const
{
    return m_filter.isEmpty() || m_filter.judge(Row(delivery, nowMs)) == hub::FilterVerdict::Yes;
}

bool DeliveryFilter::dependsOnTime() const
{
    return m_filter.uses(static_cast<int>(Field::Age));
}

QStringList DeliveryFilter::highlights() const
{
    return m_filter.highlights(static_cast<int>(Field::Job));
}

} // namespace ui
