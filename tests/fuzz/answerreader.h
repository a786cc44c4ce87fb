// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <vector>

namespace test {

/// One HTTP answer as received.
struct ReadAnswer
{
    int status = 0;
    bool closes = false; ///< It has `Connection: close`.
    bool isStream = false; ///< Its body continues until the connection ends.
    QByteArray body;
};

/// Splits the bytes of one connection into answers and checks that each is well-formed, without
/// bytes before, between or after them. The constructor takes, for each request, whether it is a
/// HEAD, whose answer has no body.
class AnswerReader
{
public:
    explicit AnswerReader(std::vector<bool> heads) : m_heads(std::move(heads)) { }

    void feed(const QByteArray &bytes);
    const std::vector<ReadAnswer> &answers() const { return m_answers; }

    /// True when no part of an unfinished answer is left.
    bool atBoundary() const { return m_bytes.isEmpty(); }

private:
    bool takeAnswer();

    std::vector<bool> m_heads;
    std::vector<ReadAnswer> m_answers;
    QByteArray m_bytes;
};

} // namespace test
