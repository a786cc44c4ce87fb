// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/deliveryinfo.h"
#include "ui/models/jsontreemodel.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>

#include <memory>

namespace ui {

class HubApi;

/// Everything about one received webhook: its verdict in sentences, its headers, its body as a tree
/// and as bytes. Reads them from the hub.
class DeliveryDetail : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryDetail)

public:
    /// A larger body is not shown as a tree.
    static constexpr qsizetype mostTreeBytes = 4 * 1024 * 1024;
    /// The beginning of a body that bodyText() shows at first.
    static constexpr qsizetype firstBytes = 64 * 1024;
    /// The most that bodyText() shows. A larger body can only be saved.
    static constexpr qsizetype mostBytes = 200 * 1024;

    explicit DeliveryDetail(QObject *parent = nullptr);
    ~DeliveryDetail() override;

    /// Forgets the previous hub. `api` is not owned; null = no hub.
    void setApi(HubApi *api);
    /// Shows a webhook and reads the rest of it. An id of 0 shows nothing.
    void show(const DeliveryInfo &delivery);

    bool isEmpty() const { return info().id == 0; }
    const DeliveryInfo &info() const { return m_full.info; }
    /// Returns whether headers and body are here.
    bool isLoaded() const { return m_loaded; }
    /// Returns why headers and body could not be read; empty = no problem.
    QString problem() const { return m_problem; }
    /// Explains the verdict, the most important sentence first.
    QStringList sentences() const;

    const QList<std::pair<QByteArray, QByteArray>> &headers() const { return m_full.headers; }
    const QByteArray &body() const { return m_full.body; }
    JsonTreeModel *tree() { return &m_tree; }
    /// Returns why there is no tree; empty if there is one.
    QString noTree() const;
    /// Returns whether the body is UTF-8 text without control characters that a view cannot show.
    bool isText() const { return m_isText; }
    /// Returns the first `most` bytes of the body as text, or as a dump of hexadecimal numbers.
    QString bodyText(bool hex, qsizetype most) const;

    /// Returns the command line that sends the webhook to the hub again; see curlCommand().
    QString curl() const;
    /// Returns the name of the file for the body.
    QString bodyFile() const;

    /// Asks the hub to take a webhook in again. One replay at a time.
    void replay(qint64 id);
    bool isReplaying() const { return m_replaying; }
    /// Writes the exact body to a file, without blocking. Emits told().
    void saveBody(const QString &path);

signals:
    void changed();
    /// The hub told the state of the webhook now: a waiting one may have found its job.
    void loaded(const ui::DeliveryInfo &delivery);
    /// The hub answered a replay; `text` is a sentence for people.
    void replayed(const QString &text, bool ok);
    /// The body was saved, or could not be.
    void told(const QString &text);

private:
    void load();
    void takeFull(const QJsonObject &answer);

    QPointer<HubApi> m_api;
    std::unique_ptr<QObject> m_context; ///< Context of the answers about one webhook.
    std::unique_ptr<QObject> m_hubContext; ///< Context of the replays of one hub.
    FullDelivery m_full;
    QJsonObject m_verdict;
    JsonTreeModel m_tree;
    QString m_problem;
    bool m_loaded = false;
    bool m_isText = false;
    bool m_isJson = false;
    bool m_replaying = false;
};

} // namespace ui
