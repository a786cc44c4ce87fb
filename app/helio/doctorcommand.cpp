// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/doctorcommand.h"

#include "hub/base/printable.h"
#include "hub/json/jsonwriter.h"

#include <QNetworkAccessManager>

namespace helio {

namespace {

constexpr qsizetype checkColumn = 10;

ui::Patient patientOf(const Context &context, const DoctorOptions &options)
{
    ui::Patient patient;
    patient.hub = options.hub.isEmpty() ? context.hub : options.hub;
    patient.token = context.token;
    patient.source = options.source;
    patient.signingKey = options.signingKey;
    return patient;
}

Tone toneOf(ui::Finding::Severity severity)
{
    switch (severity) {
    case ui::Finding::Severity::Good: return Tone::Good;
    case ui::Finding::Severity::Note: return Tone::Busy;
    case ui::Finding::Severity::Fault: break;
    }
    return Tone::Bad;
}

} // namespace

DoctorCommand::DoctorCommand(const Context &context, const DoctorOptions &options)
    : Command(context)
    , m_options(options)
    , m_doctor(context.network, patientOf(context, options))
{
    if (!options.json)
        connect(&m_doctor, &ui::Doctor::found, this, &DoctorCommand::print);
    connect(&m_doctor, &ui::Doctor::finished, this, &DoctorCommand::handleFinished);
}

void DoctorCommand::start()
{
    m_doctor.start();
}

void DoctorCommand::interrupt()
{
    if (std::exchange(m_interrupted, true))
        ::_exit(Interrupted);
    m_doctor.stop();
}

void DoctorCommand::print(const ui::Finding &finding)
{
    const QByteArray severity = toString(finding.severity).leftJustified(6);
    const QByteArray check = finding.check.leftJustified(checkColumn);
    m_context.output->line(m_context.output->painted(severity, toneOf(finding.severity)) + check
                           + hub::escapedControls(finding.text).toUtf8());
    if (!finding.advice.isEmpty())
        m_context.output->line(QByteArray(severity.size() + check.size(), ' ')
                               + m_context.output->painted(
                                   hub::escapedControls(finding.advice).toUtf8(), Tone::Faint));
}

void DoctorCommand::handleFinished()
{
    if (m_options.json) {
        hub::JsonWriter json;
        json.beginObject();
        json.key("hub").string(patientOf(m_context, m_options).hub.toDisplayString());
        json.key("healthy").boolean(m_doctor.isHealthy());
        json.key("findings").beginArray();
        for (const ui::Finding &finding : m_doctor.findings()) {
            json.beginObject();
            json.key("check").string(finding.check);
            json.key("verdict").string(toString(finding.severity));
            json.key("text").string(finding.text);
            json.textIf("advice", finding.advice.toUtf8());
            json.endObject();
        }
        json.endArray();
        json.endObject();
        m_context.output->json(json.take());
    }
    emit finished(m_interrupted ? Interrupted : m_doctor.isHealthy() ? Done : Trouble);
}

} // namespace helio
