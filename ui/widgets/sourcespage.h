// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/embeddedsettings.h"

#include <QByteArray>
#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace ui {

class SourceDialog;

/// The sources of webhooks of the embedded hub: a list, and for the chosen one its address, a
/// command that sends an example, and a test. Only reports what the user wants.
class SourcesPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourcesPage)

public:
    explicit SourcesPage(const QStringList &schemes, QWidget *parent = nullptr);

    /// Shows the built-in sources and those of the settings. A source of the settings replaces a
    /// built-in one of the same name. Keeps the selection.
    void setSources(const QList<WebhookSource> &builtIn, const QList<WebhookSource> &own);
    /// Shows the address of webhooks and the command for the chosen source. An empty address: the
    /// hub does not run.
    void setExample(const QString &address, const QString &command);
    /// Shows the result of a test webhook, or an error.
    void setResult(const QString &text, bool good);
    /// Returns the name of the chosen source, or an empty string.
    QString current() const;
    void select(const QString &name);
    /// Opens the window that edits the chosen source, or makes a new one if `source` is empty.
    /// Returns it; it deletes itself when it is closed.
    SourceDialog *edit(const WebhookSource &source);

signals:
    /// The user chose another source. The receiver calls setExample().
    void chosen(const QString &name);
    /// The user changed or added a source. An empty secret keeps the stored one.
    void saveWanted(const ui::WebhookSource &source, const QByteArray &secret);
    void removeWanted(const QString &name);
    void testWanted(const QString &name);
    /// The user wants the secret in the clipboard.
    void secretWanted(const QString &name);
    /// A window that edits a source opened. The receiver answers its secretWanted().
    void editing(ui::SourceDialog *dialog);

private:
    QWidget *makeButtons();
    QWidget *makeExample();
    void refresh();
    void confirmRemove();
    const WebhookSource *find(const QString &name) const;

    const QStringList m_schemes;
    QList<WebhookSource> m_all;
    QStringList m_own; ///< Names of the sources of the settings.
    bool m_full = false; ///< No source can be added.
    bool m_running = false;
    QTreeWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_copySecret;
    QLineEdit *m_address;
    QPlainTextEdit *m_command;
    QPushButton *m_copy;
    QPushButton *m_test;
    QLabel *m_result;
};

} // namespace ui
