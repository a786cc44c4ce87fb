// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

#include <algorithm>

namespace test {

/// The answer to a stream request. The test supplies its bytes.
class CannedReply final : public QNetworkReply
{
public:
    explicit CannedReply(const QNetworkRequest &request, QObject *parent) : QNetworkReply(parent)
    {
        setRequest(request);
        setUrl(request.url());
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    void begin()
    {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, 200);
        setRawHeader("Content-Type", "text/event-stream");
        emit metaDataChanged();
    }
    void deliver(const QByteArray &bytes)
    {
        m_waiting += bytes;
        emit readyRead();
    }
    void abort() override { }
    qint64 bytesAvailable() const override { return m_waiting.size(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qsizetype size = std::min<qsizetype>(maxSize, m_waiting.size());
        std::copy_n(m_waiting.constData(), size, data);
        m_waiting.remove(0, size);
        return size;
    }

private:
    QByteArray m_waiting;
};

/// A network manager without sockets that answers every request with a CannedReply.
class CannedNetwork final : public QNetworkAccessManager
{
public:
    /// The reply to the newest request; null after its connection was given up.
    CannedReply *reply() const { return m_reply; }

protected:
    QNetworkReply *createRequest(Operation, const QNetworkRequest &request, QIODevice *) override
    {
        m_reply = new CannedReply(request, this);
        return m_reply;
    }

private:
    QPointer<CannedReply> m_reply;
};

} // namespace test
