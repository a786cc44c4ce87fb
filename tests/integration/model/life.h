// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/sseparser.h"
#include "tests/integration/model/referencemodel.h"

#include <QJsonObject>
#include <QTcpSocket>
#include <QUrl>

namespace model {

/// One connection of a subscriber, from its request to its end, and whether it kept the promises of
/// the stream contract. The verdict needs a reference that knows every event up to now.
class Life
{
public:
    /// `cursor` as it is sent; empty = none. `head` is the last id that is committed by now.
    Life(const QUrl &hub, const Wanted &wanted, const QByteArray &cursor, hub::EventId head);

    void pause();
    void resume();
    bool isPaused() const { return m_paused; }
    /// The hub, or the client itself, dropped it without a word.
    void cut();

    bool isAnswered() const { return m_status != 0; }
    bool isOver() const { return m_cut || m_socket.state() == QAbstractSocket::UnconnectedState; }
    /// The id to go on after.
    QByteArray cursor() const { return m_parser.lastEventId(); }
    /// Whether everything that must come has come.
    bool hasAll(const ReferenceModel &reference) const;

    /// The first promise that was broken; empty = none.
    QString verdict(const ReferenceModel &reference) const;

    /// What it is, for people.
    QString name() const { return about("stream", m_last); }
    int idOnlyFrames() const;
    int skipped(const ReferenceModel &reference) const;
    const QByteArray &resumed() const { return m_resumed; }

private:
    struct Frame
    {
        QByteArray type; ///< Empty = an id only.
        hub::EventId id; ///< Null = none of its own.
        QJsonObject data;
    };
    /// How far the frames explain what is expected.
    struct Progress
    {
        QString broken;
        size_t missing = 0; ///< Expected, not skippable, and not there.
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
    const hub::EventId m_committed; ///< Everything up to it was there before the request.
    QTcpSocket m_socket;
    hub::SseParser m_parser;
    QByteArray m_head;
    int m_status = 0;
    std::vector<Frame> m_frames;
    QByteArray m_resumed;
    QString m_broken; ///< Seen while it was read.
    hub::EventId m_last;
    bool m_paused = false;
    bool m_wasPaused = false;
    bool m_cut = false;
};

} // namespace model
