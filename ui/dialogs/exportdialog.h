// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reportrequest.h"
#include "ui/models/formats.h"

#include <QDialog>

#include <functional>
#include <memory>

class QButtonGroup;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace linewatch {
class ExportJob;
struct ExportOutcome;
} // namespace linewatch

namespace linewatch::ui {

/**
 * Asks what to export, how and where to, and shows how far it is. Not modal: the window stays usable. While
 * an export runs, closing this dialog or the window that it belongs to asks first.
 */
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /** Begins an export into a file. */
    using Start =
        std::function<std::unique_ptr<ExportJob>(const ReportRequest &request, const QString &path)>;

    ExportDialog(TimeWindow window, Start start, const Formats &formats, QWidget *parent);
    ~ExportDialog() override;

    bool isRunning() const;
    /** Without asking; what was written is taken back. */
    void cancelExport();

    void reject() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeChoices();
    QWidget *makeFileRow();
    void makeButtons();
    ReportRequest request() const;
    void proposeFile();
    void browse();
    void begin();
    void beginUnlessThere();
    void showProgress(qint64 rows, qint64 total);
    void end(const ExportOutcome &outcome);
    void showState();
    void say(const QString &text, bool isProblem = false);
    /** Asks whether to stop; @p stopped is called once it was confirmed and done. */
    void askToStop(const std::function<void()> &stopped);
    void openFolder() const;

    const TimeWindow m_window;
    const Start m_start;
    const Formats m_formats;

    QButtonGroup *m_kinds;
    QButtonGroup *m_presets;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QWidget *m_choices;
    QProgressBar *m_progress;
    QLabel *m_state;
    QDialogButtonBox *m_buttons;
    QPushButton *m_export = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_openFolder = nullptr;

    std::unique_ptr<ExportJob> m_job; ///< while it runs
    QString m_proposed;               ///< the file's name as long as the user does not give another
    QString m_replaceable;            ///< a file that the user agreed to replace
    bool m_cancelling = false;
};

} // namespace linewatch::ui
