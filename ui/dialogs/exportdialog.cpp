// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include "monitor/exportjob.h"
#include "ui/models/exportfile.h"
#include "ui/theme/type.h"

#include <QButtonGroup>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr int progressSteps = 1000;
constexpr int fileWidth = 480;

/** A row of choices; each is known by a value of an enumeration. */
class Choices
{
public:
    explicit Choices(QButtonGroup *group, const QString &name)
        : m_group(group)
        , m_widget(new QWidget)
        , m_layout(new QVBoxLayout(m_widget))
    {
        m_widget->setAccessibleName(name);
        m_layout->setContentsMargins(0, 0, 0, 0);
    }

    template <class Value>
    void add(Value value, const QString &text)
    {
        auto *button = new QRadioButton(text, m_widget);
        button->setChecked(m_group->buttons().isEmpty());
        m_group->addButton(button, static_cast<int>(value));
        m_layout->addWidget(button);
    }

    QWidget *widget() const { return m_widget; }

private:
    QButtonGroup *m_group;
    QWidget *m_widget;
    QVBoxLayout *m_layout;
};

/** Beside the first of several choices. */
QLabel *makeTopLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    return label;
}

} // namespace

ExportDialog::ExportDialog(TimeWindow window, Start start, const Formats &formats, QWidget *parent)
    : QDialog(parent)
    , m_window(window)
    , m_start(std::move(start))
    , m_formats(formats)
    , m_kinds(new QButtonGroup(this))
    , m_presets(new QButtonGroup(this))
    , m_file(new QLineEdit(this))
    , m_browse(new QPushButton(tr("&Browse…"), this))
    , m_choices(makeChoices())
    , m_progress(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_buttons(new QDialogButtonBox(this))
{
    setWindowTitle(tr("Export"));
    m_progress->setRange(0, progressSteps);
    m_progress->setAccessibleName(tr("Progress of the export"));
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);
    m_progress->hide();
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    makeButtons();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_choices);
    layout->addWidget(m_progress);
    layout->addWidget(m_state);
    layout->addWidget(m_buttons);
    connect(m_kinds, &QButtonGroup::idToggled, this, &ExportDialog::proposeFile);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::showState);
    proposeFile();
    showState();
    if (parent)
        parent->window()->installEventFilter(this);
}

ExportDialog::~ExportDialog() = default;

QWidget *ExportDialog::makeChoices()
{
    Choices kinds(m_kinds, tr("What to export"));
    kinds.add(ReportKind::MachineHealth, tr("&Machine health: a row for each machine"));
    kinds.add(ReportKind::DefectLines, tr("Top defect &lines: a row for each line with defects"));
    kinds.add(ReportKind::Events, tr("&Events: every single one"));
    Choices presets(m_presets, tr("Format"));
    presets.add(CsvPreset::Data, tr("&Data: comma, decimal point, UTC"));
    presets.add(CsvPreset::Excel,
                tr("E&xcel, my locale: numbers and local time as spreadsheets here expect them"));

    auto *window = new QLabel(windowText(m_window, m_formats));
    window->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *choices = new QWidget(this);
    auto *form = new QFormLayout(choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(12);
    form->setHorizontalSpacing(16);
    form->addRow(makeTopLabel(tr("What")), kinds.widget());
    form->addRow(tr("Window"), window);
    form->addRow(makeTopLabel(tr("Format")), presets.widget());
    auto *fileLabel = new QLabel(tr("&File"));
    fileLabel->setBuddy(m_file);
    form->addRow(fileLabel, makeFileRow());
    return choices;
}

QWidget *ExportDialog::makeFileRow()
{
    m_file->setAccessibleName(tr("File to write"));
    m_file->setMinimumWidth(fileWidth);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_file, 1);
    layout->addWidget(m_browse);
    return row;
}

void ExportDialog::makeButtons()
{
    m_openFolder = m_buttons->addButton(tr("&Open folder"), QDialogButtonBox::ActionRole);
    m_export = m_buttons->addButton(tr("Ex&port"), QDialogButtonBox::AcceptRole);
    m_export->setDefault(true);
    m_cancel = m_buttons->addButton(QDialogButtonBox::Cancel);
    connect(m_openFolder, &QPushButton::clicked, this, &ExportDialog::openFolder);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::beginUnlessThere);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (isRunning())
            cancelExport();
        else
            close();
    });
    m_openFolder->hide();
}

ReportRequest ExportDialog::request() const
{
    return {static_cast<ReportKind>(m_kinds->checkedId()),
            m_window,
            {},
            {},
            static_cast<CsvPreset>(m_presets->checkedId())};
}

void ExportDialog::proposeFile()
{
    if (m_file->text() != m_proposed)
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_proposed = QDir::toNativeSeparators(QDir(folder).filePath(exportFileName(request(), m_formats)));
    m_file->setText(m_proposed);
}

void ExportDialog::browse()
{
    auto *chooser = new QFileDialog(this, tr("Export to"), QFileInfo(m_file->text()).absolutePath(),
                                    tr("CSV files (*.csv);;All files (*)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("csv"));
    chooser->selectFile(QFileInfo(m_file->text()).fileName());
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_replaceable = file; // the chooser has asked
        m_file->setText(file);
    });
    chooser->open();
}

void ExportDialog::beginUnlessThere()
{
    const QString file = m_file->text();
    if (file == m_replaceable || !QFileInfo(file).isFile()) {
        begin();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, windowTitle(),
                                tr("%1 is there already.").arg(QFileInfo(file).fileName()),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("The export takes its place once it is whole."));
    const QPushButton *replace = box->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    connect(replace, &QPushButton::clicked, this, [this, file] {
        m_replaceable = file;
        begin();
    });
    box->open();
}

void ExportDialog::begin()
{
    m_cancelling = false;
    m_openFolder->hide();
    m_progress->setValue(0);
    m_progress->show();
    m_job = m_start(request(), QFileInfo(m_file->text()).absoluteFilePath());
    connect(m_job.get(), &ExportJob::progressed, this, &ExportDialog::showProgress);
    connect(m_job.get(), &ExportJob::finished, this, &ExportDialog::end);
    say(tr("Exporting…"));
    showState();
    m_cancel->setFocus();
}

void ExportDialog::showProgress(qint64 rows, qint64 total)
{
    if (m_cancelling)
        return;
    m_progress->setValue(total > 0 ? static_cast<int>(rows * progressSteps / total) : 0);
    say(tr("%1 of %2 rows").arg(m_formats.count(rows), m_formats.count(total)));
}

void ExportDialog::end(const ExportOutcome &outcome)
{
    m_job.release()->deleteLater(); // it is the one that speaks
    switch (outcome.end) {
    case ExportOutcome::End::Written:
        m_replaceable.clear();
        m_progress->setValue(progressSteps);
        say(tr("Done: %1 rows in %2.").arg(m_formats.count(outcome.rows), m_file->text()));
        m_openFolder->show();
        break;
    case ExportOutcome::End::Cancelled:
        m_progress->setValue(0);
        say(tr("Cancelled. Nothing was written."));
        break;
    case ExportOutcome::End::Failed:
        m_progress->setValue(0);
        say(tr("The export failed and nothing was written: %1. Make room or choose another file, then export "
               "again.")
                .arg(outcome.problem),
            true);
        break;
    }
    showState();
}

void ExportDialog::showState()
{
    const bool running = isRunning();
    m_choices->setEnabled(!running);
    m_export->setEnabled(!running && !m_file->text().isEmpty());
    m_cancel->setText(running ? tr("&Cancel") : tr("&Close"));
    m_cancel->setEnabled(!m_cancelling || !running);
}

void ExportDialog::say(const QString &text, bool isProblem)
{
    m_state->setText(text);
    m_state->setAccessibleName(text);
    changeTone(*m_state, isProblem ? "critical" : "");
}

bool ExportDialog::isRunning() const
{
    return m_job != nullptr;
}

void ExportDialog::cancelExport()
{
    if (!isRunning())
        return;
    m_cancelling = true;
    m_job->cancel();
    say(tr("Cancelling…"));
    showState();
}

void ExportDialog::reject()
{
    if (isRunning() && !m_cancelling)
        askToStop([this] { close(); });
    else
        QDialog::reject();
}

bool ExportDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Close || !isRunning() || m_cancelling)
        return QDialog::eventFilter(watched, event);
    event->ignore();
    auto *window = qobject_cast<QWidget *>(watched);
    askToStop([window] { window->close(); });
    return true;
}

void ExportDialog::askToStop(const std::function<void()> &stopped)
{
    const QString name = QStringLiteral("stopExport");
    if (findChild<QMessageBox *>(name))
        return; // it is asked already
    auto *box = new QMessageBox(QMessageBox::Question, windowTitle(), tr("An export is running."),
                                QMessageBox::NoButton, this);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("If it is stopped, nothing of it stays."));
    const QPushButton *stop = box->addButton(tr("&Stop the export"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("&Go on exporting"), QMessageBox::RejectRole));
    connect(stop, &QPushButton::clicked, this, [this, stopped] {
        cancelExport();
        stopped();
    });
    box->open();
}

void ExportDialog::openFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_file->text()).absolutePath()));
}

} // namespace linewatch::ui
