// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/jobfields.h"

#include "hub/base/utf8.h"
#include "hub/filter/filterwords.h"
#include "hub/json/jsonslice.h"

#include <QJsonValue>

namespace hub {

namespace {

// Bits of the fields `is` and `has`, in the order of their words.
enum IsBit : quint32 { IsActive = 1, IsEnded = 2, IsFailed = 4 };
enum HasBit : quint32 {
    HasError = 1,
    HasResult = 2,
    HasMessage = 4,
    HasOwner = 8,
    HasLabel = 16,
    HasSteps = 32
};

constexpr int id(JobField field)
{
    return static_cast<int>(field);
}

QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(QLatin1Char(' '));
}

FilterField field(JobField number, FilterType type, const char *names, const char *words = "")
{
    FilterField result{id(number), type, list(names)};
    if (*words)
        result.words = list(words);
    return result;
}

quint32 isBits(const Job &job)
{
    const bool failed = job.status == JobStatus::Failed || job.status == JobStatus::TimedOut
                        || job.status == JobStatus::Lost;
    return (isTerminal(job.status) ? IsEnded : IsActive) | (failed ? IsFailed : 0U);
}

quint32 hasBits(const Job &job)
{
    return (job.error.isEmpty() ? 0U : HasError) | (job.result.isEmpty() ? 0U : HasResult)
           | (job.message.isEmpty() ? 0U : HasMessage) | (job.owner.isEmpty() ? 0U : HasOwner)
           | (job.labels.isEmpty() ? 0U : HasLabel) | (job.step ? HasSteps : 0U);
}

/// Returns a time that the job has, as a number.
std::optional<double> timeOf(qint64 ms)
{
    return ms == 0 ? std::nullopt : std::optional(static_cast<double>(ms));
}

std::optional<double> since(qint64 ms, qint64 nowMs)
{
    return ms == 0 ? std::nullopt : std::optional(static_cast<double>(nowMs - ms));
}

/// Returns the fields; those of the monitor also have the words that only it knows.
FilterFields makeFields(bool ofMonitor)
{
    // The order of the words is that of JobStatus, JobKind, IsBit and HasBit.
    std::vector<FilterField> all{
        field(JobField::State, FilterType::Enum, "state status",
              "queued processing|running completed|done failed cancelled|canceled timed_out "
              "lost"),
        field(JobField::Is, FilterType::Flags, "is", "active ended failed"),
        field(JobField::Has, FilterType::Flags, "has", "error result message owner label steps"),
        field(JobField::Id, FilterType::Text, "id job"),
        field(JobField::Kind, FilterType::Enum, "kind type", "generic restore execution image"),
        field(JobField::Owner, FilterType::Text, "owner user"),
        field(JobField::External, FilterType::Text, "external"),
        field(JobField::Source, FilterType::Text, "source"),
        field(JobField::Message, FilterType::Text, "message msg"),
        field(JobField::Error, FilterType::Text, "error"),
        field(JobField::Label, FilterType::Text, "label tag"),
        field(JobField::Progress, FilterType::Percent, "progress"),
        field(JobField::Attempts, FilterType::Number, "attempts attempt"),
        field(JobField::Age, FilterType::Duration, "age"),
        field(JobField::Elapsed, FilterType::Duration, "elapsed"),
        field(JobField::Updated, FilterType::Duration, "updated"),
        field(JobField::Created, FilterType::Time, "created time"),
        field(JobField::Started, FilterType::Time, "started"),
        field(JobField::Finished, FilterType::Time, "finished"),
    };
    for (FilterField &one : all) {
        one.keyed = one.id == id(JobField::Label);
        if (one.id == id(JobField::Is))
            (ofMonitor ? one.words : one.elsewhere) += list("stalled new pinned");
    }
    return FilterFields(FilterWords::tr("jobs"), std::move(all));
}

} // namespace

const FilterFields &jobFields()
{
    static const FilterFields fields = makeFields(false);
    return fields;
}

const FilterFields &monitorJobFields()
{
    static const FilterFields fields = makeFields(true);
    return fields;
}

FilterVerdict JobFilterRow::texts(int field, const QString &key, const FilterText &test) const
{
    switch (static_cast<JobField>(field)) {
    case JobField::Id: return test(m_job.id);
    case JobField::Owner: return test(m_job.owner);
    case JobField::External: return test(m_job.externalId);
    case JobField::Source: return test(m_job.source);
    case JobField::Message: return test(m_job.message);
    case JobField::Error: return errors(test);
    case JobField::Label: return labels(key, test);
    default: return FilterVerdict::No;
    }
}

FilterVerdict JobFilterRow::words(const FilterText &test) const
{
    return anyOf([&] { return test(m_job.id); }, [&] { return test(m_job.message); },
                 [&] { return test(m_job.owner); }, [&] { return test(m_job.externalId); },
                 [&] { return test(toString(m_job.status)); },
                 [&] { return test(toString(m_job.kind)); }, [&] { return errors(test); },
                 [&] { return labels({}, test); });
}

/// Tests `code` and `message` of an error that is an object, and otherwise the error itself.
FilterVerdict JobFilterRow::errors(const FilterText &test) const
{
    if (m_job.error.isEmpty())
        return FilterVerdict::No;
    const QJsonValue error = jsonValue(m_job.error);
    const auto text = [&error](QLatin1String name) { return error[name].toVariant().toString(); };
    const QString code = text(QLatin1String("code"));
    const QString message = text(QLatin1String("message"));
    if (!code.isEmpty() || !message.isEmpty())
        return anyOf([&] { return test(message); }, [&] { return test(code); });
    return error.isString() ? test(error.toString()) : test(m_job.error);
}

FilterVerdict JobFilterRow::labels(const QString &key, const FilterText &test) const
{
    FilterVerdict result = FilterVerdict::No;
    for (auto label = m_job.labels.begin(); label != m_job.labels.end(); ++label) {
        if (!key.isEmpty() && label.key() != key)
            continue;
        const FilterVerdict verdict = test(label.value().toVariant().toString());
        if (verdict == FilterVerdict::Yes)
            return verdict;
        if (verdict == FilterVerdict::Unknown)
            result = verdict;
    }
    return result;
}

std::optional<double> JobFilterRow::number(int field) const
{
    switch (static_cast<JobField>(field)) {
    case JobField::Progress: return m_job.progress;
    case JobField::Attempts: return m_job.attempt;
    case JobField::Age: return since(m_job.createdMs, m_nowMs);
    case JobField::Elapsed: return elapsed();
    case JobField::Updated: return since(m_job.updatedMs, m_nowMs);
    case JobField::Created: return timeOf(m_job.createdMs);
    case JobField::Started: return timeOf(m_job.startedMs);
    case JobField::Finished: return timeOf(m_job.finishedMs);
    default: return {};
    }
}

std::optional<double> JobFilterRow::elapsed() const
{
    const qint64 end = isTerminal(m_job.status) ? m_job.finishedMs : m_nowMs;
    return end == 0 ? std::nullopt : since(m_job.startedMs, end);
}

quint32 JobFilterRow::bits(int field) const
{
    switch (static_cast<JobField>(field)) {
    case JobField::State: return 1U << static_cast<int>(m_job.status);
    case JobField::Kind: return 1U << static_cast<int>(m_job.kind);
    case JobField::Is: return isBits(m_job);
    case JobField::Has: return hasBits(m_job);
    default: return 0;
    }
}

} // namespace hub
