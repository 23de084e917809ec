// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectdialog.h"

#include "model/validate.h"
#include "monitor/postreports.h"
#include "ui/models/clientsnippet.h"
#include "ui/models/posttext.h"
#include "ui/models/seenpostsmodel.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/detailssplitter.h"
#include "ui/widgets/foldingsteps.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QScreen>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <utility>

namespace linewatch::ui {

namespace {

constexpr QSize usualSize(1240, 720);
constexpr int arrivesStep = 2;

QLabel *makeText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ConnectDialog::ConnectDialog(const QUrl &endpoint, const ThemeController &themes, const Formats &formats,
                             QWidget *parent)
    : QDialog(parent)
    , m_addresses(reachableAt(endpoint))
    , m_endpoint(m_addresses.first())
    , m_themes(themes)
    , m_formats(formats)
    , m_posts(new SeenPostsModel(formats, this))
    , m_machine(new QLineEdit(QStringLiteral("M-001"), this))
    , m_tabs(new QTabWidget(this))
    , m_state(
          makeText(tr("Nothing has arrived since this panel was opened. Run one of the programs, or let the "
                      "machine send."),
                   this))
    , m_table(new DataTable(themes, tr("Posts, the newest first"), this))
    , m_details(new QTextBrowser(this))
{
    setWindowTitle(tr("Connect a machine"));
    auto *layout = new QVBoxLayout(this);
    if (endpoint.isEmpty())
        layout->addWidget(makeText(tr("This window takes no events itself: it shows what others write to its "
                                      "store. Machines are connected to the program that does."),
                                   this),
                          1);
    makeSteps(*layout);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    m_steps->setVisible(!endpoint.isEmpty());
    fillTexts();
    const QSize room = screen()->availableSize() * 9 / 10;
    resize(QSize(themes.scaledInt(usualSize.width()), themes.scaledInt(usualSize.height())).boundedTo(room));
}

void ConnectDialog::makeSteps(QLayout &layout)
{
    m_steps = new FoldingSteps(m_themes,
                               {FoldingSteps::Step{tr("&1  Address"), makeAddress()},
                                FoldingSteps::Step{tr("&2  Program"), makePrograms()},
                                FoldingSteps::Step{tr("&3  What arrives"), makeLive()}},
                               this);
    layout.addWidget(m_steps);
}

QWidget *ConnectDialog::makeAddress()
{
    auto *step = new QWidget(this);
    QStringList addresses;
    for (const QUrl &each : m_addresses)
        addresses << postAddress(each).toString();
    QLabel *address = makeText(addresses.join(QLatin1Char('\n')), step);
    setFontRole(*address, "code");
    address->setProperty("tone", QStringLiteral("code"));
    address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    address->setAccessibleName(tr("Address to post to"));
    m_machine->setMaxLength(static_cast<int>(limits::NameLength));
    m_machine->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\P{Cc}+")), m_machine));
    connect(m_machine, &QLineEdit::textChanged, this, &ConnectDialog::fillTexts);
    auto *label = new QLabel(tr("&Machine, as the programs name it"), step);
    label->setBuddy(m_machine);
    auto *layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeText(tr("Machines and gateways post their events as JSON to this address:"), step));
    layout->addWidget(address);
    layout->addWidget(label);
    layout->addWidget(m_machine);
    layout->addStretch(1);
    return step;
}

QWidget *ConnectDialog::makePrograms()
{
    auto *step = new QWidget(this);
    auto *layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(
        makeText(tr("Paste one of these programs and run it; what arrives is looked at here."), step));
    layout->addWidget(makeTabs(), 1);
    return step;
}

QWidget *ConnectDialog::makeTabs()
{
    for (const Client client : AllClients) {
        auto *text = new QPlainTextEdit(m_tabs);
        text->setReadOnly(true);
        text->setTabChangesFocus(true);
        text->setAccessibleName(tr("Program in %1").arg(clientName(client)));
        setFontRole(*text, "code");
        m_texts.push_back(text);
        m_tabs->addTab(text, clientName(client));
    }
    m_tabs->addTab(makeHints(), tr("PLC and gateway"));
    auto *copyButton = new QPushButton(tr("&Copy"), m_tabs);
    copyButton->setProperty("kind", QStringLiteral("small"));
    connect(copyButton, &QPushButton::clicked, this, &ConnectDialog::copy);
    connect(m_tabs, &QTabWidget::currentChanged, this,
            [this, copyButton](int tab) { copyButton->setEnabled(tab < static_cast<int>(m_texts.size())); });
    m_tabs->setCornerWidget(copyButton);
    return m_tabs;
}

QWidget *ConnectDialog::makeHints()
{
    auto *hints = new QTextBrowser(m_tabs);
    hints->setTabChangesFocus(true);
    hints->setAccessibleName(tr("Hints for gateways"));
    const QStringList texts{
        tr("A controller that cannot speak HTTP needs a gateway beside it, which reads the end of each cycle "
           "(OPC UA, Modbus, MQTT, a digital input) and posts it."),
        tr("Buffer: write each event to disk before it is sent, send up to some hundred at once, every "
           "second "
           "or so, and remove them only when the answer was 200 or 202."),
        tr("Ids: give an event its eventId when it happens, and keep it for every try; a UUID, or machine, "
           "start of the day and a counter. The same id again counts once."),
        tr("Clocks: set them by NTP and send times in UTC with a Z. What is more than 15 minutes in the "
           "future "
           "is rejected; late is no problem. receivedTime says when the gateway got the event."),
        tr("Try again: without an answer, or after one of 500 to 599, send the same events again, after 1, "
           "2, "
           "4, 8 seconds and then once a minute. After 400 to 499 look here what is wrong instead."),
        tr("Look at the answer: rejected names the events that break a rule; the others were taken."),
    };
    QString html;
    for (const QString &text : texts)
        html += QStringLiteral("<p>") + text.toHtmlEscaped() + QStringLiteral("</p>");
    hints->setHtml(html);
    return hints;
}

QWidget *ConnectDialog::makeLive()
{
    m_table->setModel(m_posts);
    m_table->setWideColumn(SeenPostsModel::Came);
    m_details->setOpenLinks(false);
    m_details->setTabChangesFocus(true);
    m_details->setAccessibleName(tr("What is right and wrong with the chosen post"));
    auto *lists = new DetailsSplitter(m_themes, m_table, m_details, this);
    lists->setStretchFactor(0, 2);
    lists->setStretchFactor(1, 3);
    auto *live = new QWidget(this);
    auto *layout = new QVBoxLayout(live);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_state);
    layout->addWidget(lists, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ConnectDialog::showChosen);
    return live;
}

void ConnectDialog::fillTexts()
{
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        m_texts[i]->setPlainText(clientText(AllClients[i], m_endpoint, m_machine->text()));
}

void ConnectDialog::copy()
{
    QGuiApplication::clipboard()->setText(
        m_texts[static_cast<std::size_t>(m_tabs->currentIndex())]->toPlainText());
    m_wasCopied = true;
}

void ConnectDialog::showPost(const SeenPost &post)
{
    const int row = m_table->currentIndex().row();
    const bool follows = row <= 0;
    m_posts->add(post);
    m_state->setText(
        tr("What arrives while this panel is open; choose one to see what is right and wrong with "
           "it."));
    if (m_posts->rowCount() == 1)
        m_table->fitColumns();
    m_steps->setName(arrivesStep, tr("&3  What arrives (%1)").arg(m_posts->rowCount()));
    if (std::exchange(m_wasCopied, false))
        m_steps->choose(arrivesStep);
    if (follows)
        m_table->selectRow(0);
}

void ConnectDialog::showChosen()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        m_details->clear();
        return;
    }
    const SeenPost &post = m_posts->post(current.row());
    m_details->setHtml(postDocument(post, reportOn(post), postAddress(m_endpoint), m_formats));
}

} // namespace linewatch::ui
