// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clocktimer.h"
#include "hub/wire/sseparser.h"
#include "ui/client/linkstatus.h"
#include "ui/client/linktimings.h"
#include "ui/client/streamtarget.h"

#include <QObject>
#include <QPointer>

class QNetworkAccessManager;
class QNetworkReply;

namespace ui {

/// One connection to an event stream, from its request to its end; used once. Follows redirects,
/// checks that the answer is a stream, and feeds the parser. Emits signals only from the event
/// loop, and none after close().
class StreamConnection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamConnection)

public:
    /// `network` becomes the parent. An empty `lastEventId` sends no `Last-Event-ID`. `clock` is
    /// for the timeouts; it is not owned and is used until close().
    StreamConnection(QNetworkAccessManager *network, const StreamTarget &target,
                     const QByteArray &lastEventId, const StreamTimings &timings,
                     const hub::Clock &clock);
    ~StreamConnection() override;

    void open();
    void close();
    /// Sets how long the stream may be silent before it ends; 0 = no limit. Takes effect at once.
    void setWatchdog(std::chrono::milliseconds watchdog);

    /// Status of the answer; 0 before the headers.
    int httpStatus() const { return m_status; }
    /// Why the connection ended, as far as it is known. Valid once ended() is emitted.
    LinkCause cause() const { return m_cause; }
    /// `Retry-After` of the answer if it is a number of seconds, otherwise 0.
    std::chrono::seconds retryAfter() const { return m_retryAfter; }

signals:
    void opened(); ///< The answer is 200 with an event stream.
    void bytesReceived();
    void eventReceived(const hub::SseEvent &event);
    void idReceived(const QByteArray &id); ///< The last event id changed without an event.
    void commentReceived(const QByteArray &text);
    void retryReceived(std::chrono::milliseconds retry);
    void ended(ui::StreamEnd end, const QString &reason);

private:
    hub::SseParser::Handlers handlers();
    void request(const QUrl &url);
    void handleHeaders();
    QString statusReason(int status) const;
    LinkCause statusCause(int status) const;
    bool isMissing(int status) const;
    QString mediaType() const;
    bool followRedirect();
    void watch();
    void handleReadyRead();
    void handleFinished();
    void handleTimeout();
    void end(StreamEnd end, const QString &reason);

    QNetworkAccessManager *m_network;
    StreamTarget m_target;
    QByteArray m_lastEventId;
    StreamTimings m_timings;
    hub::SseParser m_parser;
    hub::ClockTimer m_timer; ///< Connect timeout until the headers, watchdog afterwards.
    QPointer<QNetworkReply> m_reply;
    int m_status = 0;
    LinkCause m_cause = LinkCause::Unknown;
    std::chrono::seconds m_retryAfter{0};
    int m_redirects = 0;
    bool m_streaming = false;
    bool m_gotByte = false;
    bool m_closed = false;
};

} // namespace ui
