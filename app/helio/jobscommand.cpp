// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/jobscommand.h"

#include "app/helio/eventlines.h"
#include "hub/base/printable.h"
#include "hub/base/utf8.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace helio {

namespace {

constexpr int pageSize = 1000;
constexpr std::array<int, 5> rightAligned{0, 0, 0, 1, 0}; ///< Only the progress column.

using Row = std::array<QString, 6>;

Row rowOf(const hub::Job &job)
{
    const QDateTime updated = QDateTime::fromMSecsSinceEpoch(job.updatedMs);
    return {hub::escapedControls(hub::fromUtf8(job.id)),
            QString::fromLatin1(hub::toString(job.kind)),
            QString::fromLatin1(hub::toString(job.status)),
            progressText(job.progress),
            updated.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
            hub::escapedControls(job.message)};
}

std::array<qsizetype, 5> widthsOf(const QList<Row> &rows)
{
    std::array<qsizetype, 5> widths{};
    for (const Row &row : rows) {
        for (size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    return widths;
}

QString rowText(const Row &row, const std::array<qsizetype, 5> &widths)
{
    QString text;
    for (size_t i = 0; i < widths.size(); ++i) {
        text +=
            rightAligned[i] ? row[i].rightJustified(widths[i]) : row[i].leftJustified(widths[i]);
        text += QStringLiteral("  ");
    }
    text += row[5];
    while (text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text;
}

} // namespace

JobsCommand::JobsCommand(const Context &context, const JobsOptions &options)
    : Command(context)
    , m_options(options)
    , m_api(context.network, context.hub)
{ }

void JobsCommand::start()
{
    askPage({});
}

void JobsCommand::askPage(const QByteArray &pageCursor)
{
    const int room = m_options.limit - static_cast<int>(m_jobs.size());
    QByteArray query = "limit=" + QByteArray::number(std::min(room, pageSize));
    if (!m_options.query.isEmpty())
        query += '&' + m_options.query;
    if (!pageCursor.isEmpty())
        query += "&cursor=" + pageCursor.toPercentEncoding();
    m_api.jobs(query, {}, this, [this](const hub::Result<ui::HubApi::JobPage> &page) {
        if (!page)
            return fail(page.error().message);
        handlePage(*page);
    });
}

void JobsCommand::handlePage(const ui::HubApi::JobPage &page)
{
    m_jobs += page.jobs;
    // A page of a rare match may be empty and still have a next one.
    if (!page.next.isEmpty() && m_jobs.size() < m_options.limit)
        return askPage(page.next);
    if (m_options.json)
        printJson(page.asOf);
    else
        printTable();
    emit finished(Done);
}

void JobsCommand::printJson(const QByteArray &asOf)
{
    const auto cursor = hub::Cursor::parse(asOf);
    for (const hub::Job &job : std::as_const(m_jobs)) {
        if (!m_context.output->json(hub::toJson(job, cursor ? cursor->epoch : QByteArray())))
            return;
    }
}

void JobsCommand::printTable()
{
    QList<Row> rows{
        {tr("JOB"), tr("KIND"), tr("STATUS"), tr("PROGRESS"), tr("UPDATED"), tr("MESSAGE")}};
    for (const hub::Job &job : std::as_const(m_jobs))
        rows << rowOf(job);
    const auto widths = widthsOf(rows);
    const qsizetype columns = m_context.output->columns();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QString text = rowText(rows.at(i), widths);
        if (m_context.output->isTerminal() && text.size() > columns)
            text = text.left(columns - 1) + QChar(0x2026);
        const Tone tone = i == 0 ? Tone::Faint : toneOf(hub::eventTypeOf(m_jobs.at(i - 1).status));
        if (!m_context.output->line(m_context.output->painted(text.toUtf8(), tone)))
            return;
    }
}

} // namespace helio
