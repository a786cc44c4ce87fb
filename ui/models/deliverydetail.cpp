// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/deliverydetail.h"

#include "hub/base/utf8.h"
#include "hub/json/jsondocument.h"
#include "ui/client/hubapi.h"
#include "ui/models/bytesfile.h"
#include "ui/models/curlcommand.h"
#include "ui/models/deliverywords.h"
#include "ui/models/formats.h"
#include "ui/models/hexdump.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ui {

namespace {

bool isPlainText(const QByteArray &body)
{
    return body.isValidUtf8() && std::none_of(body.begin(), body.end(), [](char c) {
               return static_cast<uchar>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
           });
}

/// Returns the beginning of a UTF-8 text without a part of a character at its end.
QByteArray wholeCharacters(const QByteArray &text, qsizetype most)
{
    QByteArray part = text.left(most);
    while (part.size() < text.size() && !part.isEmpty() && !part.isValidUtf8())
        part.chop(1);
    return part;
}

} // namespace

DeliveryDetail::DeliveryDetail(QObject *parent)
    : QObject(parent)
    , m_context(std::make_unique<QObject>())
    , m_hubContext(std::make_unique<QObject>())
{ }

DeliveryDetail::~DeliveryDetail() = default;

void DeliveryDetail::setApi(HubApi *api)
{
    m_api = api;
    m_hubContext = std::make_unique<QObject>();
    m_replaying = false;
    show({});
}

void DeliveryDetail::show(const DeliveryInfo &delivery)
{
    m_context = std::make_unique<QObject>(); // no answer about another webhook arrives
    m_full = {delivery, {}, {}};
    m_verdict = {};
    m_tree.setValue({});
    m_problem.clear();
    m_loaded = false;
    m_isText = false;
    m_isJson = false;
    if (m_api && delivery.id > 0)
        load();
    emit changed();
}

void DeliveryDetail::load()
{
    m_api->delivery(info().id, m_context.get(), [this](const hub::Result<QJsonObject> &answer) {
        if (answer)
            takeFull(*answer);
        else
            m_problem = answer.error().message;
        emit changed();
    });
    m_api->deliveryVerdict(info().id, m_context.get(),
                           [this](const hub::Result<QJsonObject> &answer) {
                               if (answer)
                                   m_verdict = *answer;
                               emit changed();
                           });
}

void DeliveryDetail::takeFull(const QJsonObject &answer)
{
    FullDelivery full = fullDeliveryOf(answer);
    if (full.info.id != info().id) {
        m_problem = tr("the hub's answer is not delivery %1").arg(info().id);
        return;
    }
    m_full = std::move(full);
    m_loaded = true;
    emit loaded(m_full.info);
    m_isText = isPlainText(m_full.body);
    if (m_full.body.size() > mostTreeBytes)
        return;
    const QJsonDocument document = hub::parseJson(m_full.body);
    m_isJson = !document.isNull();
    m_tree.setValue(document.isArray() ? QJsonValue(document.array())
                                       : QJsonValue(document.object()));
}

QStringList DeliveryDetail::sentences() const
{
    // The verdict of the list is enough for a beginning, and remains if the hub tells no more.
    return explained(info(), m_verdict);
}

QString DeliveryDetail::noTree() const
{
    if (!m_loaded || m_isJson)
        return {};
    if (!info().bodyKept)
        return tr("The hub did not keep the body, because it was too large.");
    if (m_full.body.isEmpty())
        return tr("The body is empty.");
    if (m_full.body.size() > mostTreeBytes)
        return tr("The body of %1 is too large for a tree.").arg(formatBytes(m_full.body.size()));
    return tr("The body is no JSON object or array.");
}

QString DeliveryDetail::bodyText(bool hex, qsizetype most) const
{
    if (hex)
        return hexDump(QByteArrayView(m_full.body).first(qMin(most, m_full.body.size())));
    return hub::fromUtf8(wholeCharacters(m_full.body, most));
}

QString DeliveryDetail::bodyFile() const
{
    return bodyFileName(m_full);
}

QString DeliveryDetail::curl() const
{
    return m_api ? curlCommand(m_full, m_api->hub()) : QString();
}

void DeliveryDetail::replay(qint64 id)
{
    if (!m_api || m_replaying)
        return;
    m_replaying = true;
    emit changed();
    m_api->replayDelivery(
        id, m_hubContext.get(), [this, id](const hub::Result<QJsonObject> &answer) {
            m_replaying = false;
            emit changed();
            if (answer) {
                emit replayed(replayedText(id, *answer), true);
                return;
            }
            const QString why = oneLine(answer.error().message, mostReason);
            emit replayed(tr("Delivery %1 was not taken in again: %2.").arg(id).arg(why), false);
        });
}

void DeliveryDetail::saveBody(const QString &path)
{
    const qint64 size = m_full.body.size();
    saveBytes(path, m_full.body, this, [this, path, size](const QString &problem) {
        emit told(problem.isEmpty()
                      ? tr("The body of %1 was saved to %2.").arg(formatBytes(size), path)
                      : tr("%1 was not saved: %2").arg(path, problem));
    });
}

} // namespace ui
