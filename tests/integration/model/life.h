// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/sseparser.h"
#include "tests/integration/model/referencemodel.h"

#include <QJsonObject>
#include <QTcpSocket>
#include <QUrl>

namespace model {

/// One connection of a subscriber from its request to its end. It checks the promises of streams
/// (see `resources/docs/streams.md`). A verdict needs a reference model that knows all events so
/// far.
class Life
{
public:
    /// `cursor` is sent as given; empty = none. `head` is the newest id that was committed before
    /// the request.
    Life(const QUrl &hub, const Wanted &wanted, const QByteArray &cursor, hub::EventId head);

    void pause();
    void resume();
    bool isPaused() const { return m_paused; }
    /// Ends the connection abruptly, as a killed hub or a vanished client does.
    void cut();

    bool isAnswered() const { return m_status != 0; }
    bool isOver() const { return m_cut || m_socket.state() == QAbstractSocket::UnconnectedState; }
    /// The id after which to resume.
    QByteArray cursor() const { return m_parser.lastEventId(); }
    /// True when all expected events have arrived, or when the stream is over.
    bool hasAll(const ReferenceModel &reference) const;

    /// The first broken promise; empty = none.
    QString verdict(const ReferenceModel &reference) const;

    /// A description for messages.
    QString name() const { return about("stream", m_last); }
    int idOnlyFrames() const;
    int skipped(const ReferenceModel &reference) const;
    const QByteArray &resumed() const { return m_resumed; }

private:
    struct Frame
    {
        QByteArray type; ///< Empty = a frame with only an id.
        hub::EventId id; ///< Null = no id of its own.
        QJsonObject data;
    };
    /// The result of comparing the frames with the expected events.
    struct Progress
    {
        QString broken;
        size_t missing = 0; ///< Expected events that may not be skipped and have not arrived.
        int skipped = 0;
    };

    void read();
    void add(const QByteArray &type, const QByteArray &data);
    QString brokenStart(const ReferenceModel &reference) const;
    QString brokenResume(const ReferenceModel &reference) const;
    QString brokenGap(const ReferenceModel &reference) const;
    QString brokenSnapshot(const ReferenceModel &reference) const;
    QString brokenEnd(const ReferenceModel &reference) const;
    QString brokenRefusal(const ReferenceModel &reference) const;
    const Fact *endAt(const ReferenceModel &reference, hub::EventId upTo) const;
    const Fact *terminalOf(const ReferenceModel &reference, const Frame &frame) const;
    QString brokenEndAfter(const ReferenceModel &reference, size_t i) const;
    std::vector<Fact> expected(const ReferenceModel &reference) const;
    Progress compare(const ReferenceModel &reference) const;
    bool isControl(const Frame &frame) const { return frame.type.startsWith("hub."); }
    const Frame *control(const QByteArray &type) const;
    QString about(const char *what, hub::EventId id = {}) const;

    const Wanted m_wanted;
    const QByteArray m_sentCursor;
    const hub::EventId m_committed; ///< Events up to this id were committed before the request.
    QTcpSocket m_socket;
    hub::SseParser m_parser;
    QByteArray m_head;
    int m_status = 0;
    std::vector<Frame> m_frames;
    QByteArray m_resumed;
    QString m_broken; ///< A fault found while reading.
    hub::EventId m_last;
    bool m_paused = false;
    bool m_wasPaused = false;
    bool m_cut = false;
};

} // namespace model
