// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/eventring.h"
#include "ui/models/formats.h"

#include <QObject>
#include <QSaveFile>
#include <QTimer>

#include <vector>

namespace ui {

/// Returns the event of a row in one word: the level for a log line that is a warning or an error,
/// otherwise the type.
QString logWord(const LogRow &row);

/// Returns a row of the log as one line of text: time in ISO 8601 with offset, type, job and text,
/// separated by tabs.
QString logLine(const EventRing &ring, qint64 sequence, TimeStyle style);

/// Writes rows of the log to a text file, a part in each turn of the event loop. The file appears,
/// or replaces another one, when it is complete. Deletes itself at the end.
class LogFile : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFile)

public:
    /// `ring` is not owned and outlives this. `sequences` are the rows, by sequence number.
    LogFile(const EventRing *ring, std::vector<qint64> sequences, TimeStyle style,
            QObject *parent = nullptr);

    /// Starts to write the file. One of the signals follows.
    void write(const QString &path);

signals:
    /// The file is complete. `gone` rows are not in it, because the log dropped them meanwhile.
    void finished(const QString &path, qint64 rows, qint64 gone);
    void failed(const QString &reason);

private:
    void writePart();
    void fail();

    const EventRing *m_ring;
    const std::vector<qint64> m_sequences;
    const TimeStyle m_style;
    QSaveFile m_file;
    QTimer m_turn;
    size_t m_next = 0;
    qint64 m_gone = 0;
};

} // namespace ui
