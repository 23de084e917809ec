// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/startfailure.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

namespace linewatch {

namespace {

/** On standard error it follows the program's name; in a dialog it stands alone. */
QString asSentence(const QString &message)
{
    if (message.isEmpty())
        return message;
    const QString begun = message.front().toUpper() + message.mid(1);
    return begun.endsWith(QLatin1Char('.')) ? begun : begun + QLatin1Char('.');
}

} // namespace

void showStartFailure(QApplication &app, const Failure &failure, int exitCode,
                      const std::function<void()> &openSettings)
{
    auto *box = new QMessageBox(QMessageBox::Critical, QApplication::applicationDisplayName(),
                                QApplication::translate("StartFailure", "Linewatch cannot start."),
                                QMessageBox::Close);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(asSentence(failure.shown));
    const QAbstractButton *settings = nullptr;
    if (openSettings) {
        settings =
            box->addButton(QApplication::translate("StartFailure", "&Settings…"), QMessageBox::ActionRole);
        QApplication::setQuitOnLastWindowClosed(false); // this one closes before the next is there
    }
    QObject::connect(box, &QMessageBox::finished, &app, [box, settings, exitCode, openSettings] {
        if (!settings || box->clickedButton() != settings) {
            QApplication::exit(exitCode);
            return;
        }
        openSettings();
        QApplication::setQuitOnLastWindowClosed(true);
    });
    box->open();
}

} // namespace linewatch
