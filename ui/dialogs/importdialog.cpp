// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialog.h"

#include "monitor/registryfile.h"
#include "ui/dialogs/importpreview.h"
#include "ui/models/sentence.h"
#include "ui/theme/themecontroller.h"
#include "ui/theme/type.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr QSize sizeAtFirst(960, 620);

} // namespace

ImportDialog::ImportDialog(RegistryEditor &editor, RegistryKind kind, const QString &path,
                           const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QDialog(parent)
    , m_editor(&editor)
    , m_kind(kind)
    , m_formats(formats)
    , m_path(path)
    , m_file(new QLabel(this))
    , m_preview(new ImportPreview(kind, themes, formats, this))
    , m_progress(new QProgressBar(this))
    , m_words(new QLabel(this))
{
    setWindowTitle(kind == RegistryKind::Machines ? tr("Import machines") : tr("Import lines"));
    resize((sizeAtFirst * themes.textPercent() / 100).boundedTo(screen()->availableSize()));
    makeWidgets();
    makeButtons();
    connect(&editor, &QObject::destroyed, this, &ImportDialog::loseStore);
    enter(State::Choosing);
    say(tr("Choose a CSV file, such as the export writes. You see what it will change before anything is "
           "changed."));
    if (!path.isEmpty())
        read(path);
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::makeWidgets()
{
    setFontRole(*m_file, "strong");
    m_file->setTextFormat(Qt::PlainText);
    m_file->setWordWrap(true);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setRange(0, 0); // nobody knows how long it takes
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("The import is at work"));
    m_words->setObjectName(QStringLiteral("importWords"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_file);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_words);
}

/** Return does what the button with the focus says, and never what another one does. */
void ImportDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_choose = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_again = buttons->addButton(tr("&Look again"), QDialogButtonBox::ActionRole);
    m_take = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_close = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    m_choose->setObjectName(QStringLiteral("chooseFile"));
    m_again->setObjectName(QStringLiteral("lookAgain"));
    m_take->setObjectName(QStringLiteral("takeIn"));
    m_close->setObjectName(QStringLiteral("close"));
    for (QPushButton *button : {m_choose, m_again, m_take, m_close})
        button->setAutoDefault(false);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_again, &QPushButton::clicked, this, [this] { read(m_path); });
    connect(m_take, &QPushButton::clicked, this, &ImportDialog::apply);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::cancelOrClose);
    layout()->addWidget(buttons);
}

void ImportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_path.isEmpty() && !event->spontaneous())
        QMetaObject::invokeMethod(this, &ImportDialog::chooseFile, Qt::QueuedConnection);
}

void ImportDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QDialog::keyPressEvent(event);
        return;
    }
    if (auto *button = qobject_cast<QPushButton *>(focusWidget()))
        button->click();
}

void ImportDialog::chooseFile()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *chooser =
        new QFileDialog(this, windowTitle(), m_path.isEmpty() ? documents : QFileInfo(m_path).absolutePath(),
                        tr("CSV files (*.csv);;All files (*)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &ImportDialog::read);
    chooser->open();
}

void ImportDialog::read(const QString &path)
{
    m_path = path;
    m_import.reset();
    m_file->setText(QDir::toNativeSeparators(path));
    enter(State::Reading);
    say(tr("Reading…"));
    if (!m_editor) {
        loseStore();
        return;
    }
    m_asking = std::make_unique<QObject>();
    m_editor->preview(m_kind, path, m_asking.get(), [this](const Result<RegistryImportPtr> &answer) {
        if (answer)
            showPreview(*answer);
        else
            fail(tr("The file cannot be imported: %1").arg(asSentence(answer.failure().shown)),
                 State::Choosing);
    });
}

/** The editor still comes to its end with the file, and nobody hears of it. */
void ImportDialog::cancelReading()
{
    m_asking.reset();
    enter(State::Choosing);
    say(tr("Cancelled. Nothing was changed."));
}

void ImportDialog::showPreview(const RegistryImportPtr &import)
{
    m_import = import;
    m_preview->setImport(import);
    enter(State::Previewed);
    say(previewText());
    m_preview->focusTable();
}

QString ImportDialog::previewText() const
{
    const qint64 changing = m_import->changing();
    const qint64 refused = m_import->refused();
    if (m_import->rows.empty())
        return tr("There is nothing to import: the file has no row but the one of the columns.");
    if (changing == 0 && refused == 0)
        return tr("There is nothing to import: all is as the file says already.");
    if (changing == 0)
        return tr("There is nothing to import: no good row changes anything, and %1 cannot be taken in.")
            .arg(m_formats.count(refused));
    if (refused == 0)
        return tr("Nothing is changed yet. Every row is good.");
    return tr("Nothing is changed yet. Rows that cannot be taken in: %1. They are left out.")
        .arg(m_formats.count(refused));
}

void ImportDialog::apply()
{
    if (m_state != State::Previewed || !m_editor || !m_import)
        return;
    enter(State::Applying);
    say(tr("Changing the registry…"));
    const qint64 changing = m_import->changing();
    m_asking = std::make_unique<QObject>();
    m_editor->takeIn(m_import, importName(m_path), m_asking.get(),
                     [this, changing](const Result<std::int64_t> &revision) {
                         if (revision)
                             end(changing);
                         else
                             fail(whyNot(revision.failure()), State::Previewed);
                     });
}

QString ImportDialog::whyNot(const Failure &failure)
{
    const QString why = asSentence(failure.shown);
    return failure.kind == Failure::Kind::CommitUnknown
        ? tr("Whether it was changed is not known: %1").arg(why)
        : tr("Nothing was changed: %1").arg(why);
}

void ImportDialog::end(qint64 changed)
{
    enter(State::Done);
    const qint64 refused = m_import->refused();
    QString text = tr("Done: %1 changed.").arg(countText(changed));
    if (refused > 0)
        text += QLatin1Char(' ') + tr("Rows that were left out: %1.").arg(m_formats.count(refused));
    say(text);
    m_close->setFocus();
    emit imported(changed);
}

void ImportDialog::fail(const QString &words, State state)
{
    enter(state);
    m_take->setEnabled(false); // what was refused once is refused again
    say(words, true);
    QPushButton *way = state == State::Previewed ? m_again : m_choose;
    m_again->setVisible(state == State::Previewed);
    way->setFocus();
}

/** What was asked for is done all the same, but nobody hears of it. */
void ImportDialog::loseStore()
{
    if (m_state == State::Done)
        return;
    fail(tr("The window has another store now. Close this and import anew."), State::Choosing);
    m_choose->setEnabled(false);
    m_close->setFocus();
}

void ImportDialog::enter(State state)
{
    m_state = state;
    const bool isAtWork = state == State::Reading || state == State::Applying;
    const bool hasPreview = state == State::Previewed || state == State::Applying || state == State::Done;
    const qint64 changing = m_import ? m_import->changing() : 0;
    m_file->setVisible(!m_file->text().isEmpty());
    m_preview->setVisible(hasPreview);
    m_progress->setVisible(isAtWork);
    m_choose->setText(m_path.isEmpty() ? tr("Choose a &file…") : tr("Choose another &file…"));
    m_choose->setVisible(!isAtWork);
    m_again->hide();
    m_take->setText(tr("&Import %1").arg(countText(changing)));
    m_take->setVisible(state == State::Previewed || state == State::Applying);
    m_take->setEnabled(state == State::Previewed && changing > 0);
    const bool canCancel = state == State::Reading || state == State::Previewed || state == State::Applying;
    m_close->setText(canCancel ? tr("&Cancel") : tr("&Close"));
    m_close->setEnabled(state != State::Applying);
    if (state == State::Reading)
        m_close->setFocus();
}

void ImportDialog::say(const QString &text, bool isProblem)
{
    m_words->setText(text);
    m_words->setAccessibleName(text);
    m_take->setToolTip(m_take->isEnabled() ? QString() : text);
    m_take->setAccessibleDescription(m_take->toolTip());
    changeTone(*m_words, isProblem ? "critical" : "");
}

void ImportDialog::cancelOrClose()
{
    if (m_state == State::Reading)
        cancelReading();
    else
        close();
}

void ImportDialog::reject()
{
    if (m_state != State::Applying)
        QDialog::reject();
}

QString ImportDialog::countText(qint64 entries) const
{
    const QString number = m_formats.count(entries);
    if (m_kind == RegistryKind::Machines)
        return entries == 1 ? tr("1 machine") : tr("%1 machines").arg(number);
    return entries == 1 ? tr("1 line") : tr("%1 lines").arg(number);
}

} // namespace linewatch::ui
