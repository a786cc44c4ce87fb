// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <vector>

namespace test {

/// One answer as it came off the wire.
struct ReadAnswer
{
    int status = 0;
    bool closes = false; ///< It said `Connection: close`.
    bool isStream = false; ///< Its body goes on to the end of the connection.
    QByteArray body;
};

/// Cuts what a hub sent on one connection into answers and checks that each is well-formed: no
/// byte before, between or after them. Knows whether each request was a HEAD, which has no body.
class AnswerReader
{
public:
    explicit AnswerReader(std::vector<bool> heads) : m_heads(std::move(heads)) { }

    void feed(const QByteArray &bytes);
    const std::vector<ReadAnswer> &answers() const { return m_answers; }

    /// Whether nothing is left of an answer that is not whole.
    bool atBoundary() const { return m_bytes.isEmpty(); }

private:
    bool takeAnswer();

    std::vector<bool> m_heads;
    std::vector<ReadAnswer> m_answers;
    QByteArray m_bytes;
};

} // namespace test
