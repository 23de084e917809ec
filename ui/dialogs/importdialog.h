// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/registryeditor.h"
#include "ui/models/formats.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace linewatch::ui {

class ImportPreview;
class ThemeController;

/**
 * Takes a CSV file of machines or of lines into the registry: asks for the file, shows what each row will
 * change or why it will not, and changes the good rows when that is confirmed, all in one. Not modal: the
 * window stays usable. Nothing is changed before, nor by what closes the dialog.
 */
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /** @p path is read at once; empty: it is asked for when the dialog is shown. */
    ImportDialog(RegistryEditor &editor, RegistryKind kind, const QString &path,
                 const ThemeController &themes, const Formats &formats, QWidget *parent);
    ~ImportDialog() override;

    /** While a change is on its way, which cannot be stopped, the dialog stays. */
    void reject() override;

signals:
    /** So many machines or lines were changed. */
    void imported(qint64 entries);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class State { Choosing, Reading, Previewed, Applying, Done };

    void makeWidgets();
    void makeButtons();
    void chooseFile();
    void read(const QString &path);
    void cancelReading();
    void showPreview(const RegistryImportPtr &import);
    void apply();
    void end(qint64 changed);
    void loseStore();
    void fail(const QString &words, State state);
    void enter(State state);
    void say(const QString &text, bool isProblem = false);
    void cancelOrClose();
    /** '1,950 machines' */
    QString countText(qint64 entries) const;
    QString previewText() const;
    /** Why a change did not come about. */
    static QString whyNot(const Failure &failure);

    const QPointer<RegistryEditor> m_editor; ///< it goes when another store is chosen
    const RegistryKind m_kind;
    const Formats m_formats;
    QString m_path;
    State m_state = State::Choosing;
    RegistryImportPtr m_import;        ///< what is shown
    std::unique_ptr<QObject> m_asking; ///< hears what the editor answers; gone: nobody does

    QLabel *m_file;
    ImportPreview *m_preview;
    QProgressBar *m_progress;
    QLabel *m_words;
    QPushButton *m_choose = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace linewatch::ui
