// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/connectdialog.h"

#include "ui/client/hubnetwork.h"
#include "ui/widgets/certificatebox.h"
#include "ui/widgets/findingtext.h"
#include "ui/widgets/statepalette.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

/// A longer address is not accepted.
constexpr int maxAddressLength = 2000;
/// No hub accepts a longer token.
constexpr int maxTokenLength = 8 * 1024;

bool sameHost(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port() == b.port();
}

} // namespace

ConnectDialog::ConnectDialog(const Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_address(new QComboBox(this))
    , m_addressError(new QLabel(this))
    , m_token(new QLineEdit(this))
    , m_showToken(new QToolButton(this))
    , m_tokenError(new QLabel(this))
    , m_note(new QLabel(this))
    , m_certificate(new CertificateBox(this))
    , m_test(new QPushButton(this))
    , m_testState(new QLabel(this))
    , m_findings(new QTextEdit(this))
{
    setWindowTitle(tr("Connect to a hub"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(makeFields());
    column->addWidget(m_certificate);
    column->addWidget(makeTest(), 1);
    column->addWidget(makeButtons());
    setMinimumWidth(fontMetrics().averageCharWidth() * 80);
    connect(m_address, &QComboBox::currentTextChanged, this, &ConnectDialog::handleAddress);
    connect(m_token, &QLineEdit::textEdited, this, [this] { m_typed = true; });
    connect(m_token, &QLineEdit::textChanged, this, &ConnectDialog::validate);
    setTokenNote({});
    endTest(true);
    m_testState->clear();
    handleAddress();
}

QWidget *ConnectDialog::makeFields()
{
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->lineEdit()->setMaxLength(maxAddressLength);
    m_address->lineEdit()->setPlaceholderText(QStringLiteral("https://hub.example.org"));
    m_address->setAccessibleName(tr("Address of the hub"));
    for (const KnownHub &known : std::as_const(m_preferences.known))
        m_address->addItem(known.url.toString());
    m_address->setEditText(m_preferences.hub.toString());
    m_addressError->setText(
        tr("Enter an address that begins with http:// or https:// and names a host."));
    m_tokenError->setText(tr("A token has only the characters A-Z a-z 0-9 - . _ ~ + / =."));
    QPalette red = m_addressError->palette();
    red.setColor(QPalette::WindowText, StatePalette::of(palette()).failure());
    for (QLabel *error : {m_addressError, m_tokenError}) {
        error->setPalette(red);
        error->setWordWrap(true);
    }
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setMaxLength(maxTokenLength);
    m_token->setPlaceholderText(tr("none"));
    m_showToken->setText(tr("&Show"));
    m_showToken->setCheckable(true);
    m_showToken->setToolTip(tr("Shows the token as text"));
    connect(m_showToken, &QToolButton::toggled, this, [this](bool shown) {
        m_token->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    auto *tokenRow = new QHBoxLayout;
    tokenRow->addWidget(m_token, 1);
    tokenRow->addWidget(m_showToken);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(tr("&Address:"), m_address);
    form->addRow(QString(), m_addressError);
    form->addRow(tr("T&oken:"), tokenRow);
    static_cast<QLabel *>(form->labelForField(tokenRow))->setBuddy(m_token);
    form->addRow(QString(), m_tokenError);
    form->addRow(QString(), m_note);
    return fields;
}

QWidget *ConnectDialog::makeTest()
{
    auto *test = new QWidget(this);
    m_test->setToolTip(tr("Examines the way to the hub, as \"helio doctor\" does. Needs up to a "
                          "minute and creates a short job on the hub."));
    m_findings->setReadOnly(true);
    m_findings->setAccessibleName(tr("Findings of the test"));
    m_findings->setTabChangesFocus(true);
    m_findings->setMinimumHeight(fontMetrics().lineSpacing() * 9);
    m_findings->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addWidget(m_testState, 1);
    auto *column = new QVBoxLayout(test);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_findings, 1);
    connect(m_test, &QPushButton::clicked, this, &ConnectDialog::handleTest);
    return test;
}

QWidget *ConnectDialog::makeButtons()
{
    auto *box = new QDialogButtonBox(this);
    m_connect = box->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    m_connect->setDefault(true);
    m_test->setAutoDefault(false);
    box->addButton(QDialogButtonBox::Cancel);
    auto *embedded = box->addButton(tr("&Run a hub in this program"), QDialogButtonBox::ResetRole);
    embedded->setToolTip(tr("Listens on this machine only and keeps its jobs in its own database"));
    connect(embedded, &QPushButton::clicked, this, &ConnectDialog::handleEmbedded);
    connect(box, &QDialogButtonBox::accepted, this, &ConnectDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &ConnectDialog::reject);
    return box;
}

QUrl ConnectDialog::address() const
{
    return hubAddress(m_address->currentText());
}

ConnectDialog::Choice ConnectDialog::choice() const
{
    const QByteArray token = m_token->text().trimmed().toUtf8();
    return {false, address(), token, token != m_storedToken, m_certificate->trustedPin()};
}

void ConnectDialog::begin(Start start)
{
    switch (start) {
    case Start::Address:
        m_address->setFocus(Qt::OtherFocusReason);
        m_address->lineEdit()->selectAll();
        break;
    case Start::Token:
        m_token->setFocus(Qt::OtherFocusReason);
        m_token->selectAll();
        break;
    case Start::Certificate: m_certificate->focusQuestion(); break;
    }
}

void ConnectDialog::setToken(const QUrl &hub, const QByteArray &token)
{
    if (hub != m_hub || m_typed)
        return;
    m_storedToken = token;
    m_token->setText(QString::fromLatin1(token)); // a token is ASCII
}

void ConnectDialog::setTokenNote(const QString &note)
{
    m_note->setText(note.isEmpty() ? tr("The token is kept in the keyring of this desktop.")
                                   : note);
    grow();
}

void ConnectDialog::showCertificate(const Certificate &certificate)
{
    if (!sameHost(certificate.hub, m_hub))
        return;
    m_certificate->show(certificate);
    grow();
}

void ConnectDialog::addFinding(const Finding &finding)
{
    appendFinding(*m_findings, finding);
}

void ConnectDialog::endTest(bool healthy)
{
    m_testing = false;
    m_test->setText(tr("T&est"));
    m_test->setEnabled(isValid());
    m_testState->setText(m_stopped ? tr("The test was stopped.")
                         : healthy ? tr("No fault was found.")
                                   : tr("The test found a fault."));
}

/// Makes the dialog high enough for what it shows now. It never shrinks under the pointer.
void ConnectDialog::grow()
{
    layout()->activate();
    const int needed = layout()->totalHeightForWidth(std::max(width(), minimumWidth()));
    if (needed > height())
        resize(width(), std::min(needed, screen()->availableGeometry().height()));
}

bool ConnectDialog::isValid() const
{
    const Choice made = choice();
    return made.hub.isValid() && (made.token.isEmpty() || isToken(made.token));
}

void ConnectDialog::validate()
{
    const Choice made = choice();
    m_addressError->setVisible(!made.hub.isValid() && !m_address->currentText().isEmpty());
    m_tokenError->setVisible(!made.token.isEmpty() && !isToken(made.token));
    m_connect->setEnabled(isValid());
    m_test->setEnabled(isValid() || m_testing);
    grow();
}

void ConnectDialog::handleAddress()
{
    const QUrl now = address();
    if (now != m_hub) {
        m_hub = now;
        reset();
        if (now.isValid())
            emit tokenWanted(now);
    }
    validate();
}

/// Forgets what belongs to the former address.
void ConnectDialog::reset()
{
    if (m_testing) {
        m_stopped = true;
        emit testStopWanted();
    }
    m_token->clear();
    m_storedToken.clear();
    m_typed = false;
    m_certificate->forget(m_preferences.pinOf(m_hub));
}

void ConnectDialog::handleTest()
{
    if (m_testing) {
        m_stopped = true;
        m_test->setEnabled(false); // until endTest()
        m_testState->setText(tr("Stopping…"));
        emit testStopWanted();
        return;
    }
    m_testing = true;
    m_stopped = false;
    m_findings->clear();
    m_findings->show();
    grow();
    m_test->setText(tr("St&op"));
    m_testState->setText(tr("Testing…"));
    emit testWanted(choice());
}

void ConnectDialog::handleEmbedded()
{
    emit chosen({true});
    QDialog::accept();
}

void ConnectDialog::accept()
{
    if (!isValid())
        return;
    emit chosen(choice());
    QDialog::accept();
}

} // namespace ui
