// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/startfailure.h"

#include <QApplication>
#include <QMessageBox>

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

void showStartFailure(QApplication &app, const Failure &failure, int exitCode)
{
    auto *box = new QMessageBox(QMessageBox::Critical, QApplication::applicationDisplayName(),
                                QApplication::translate("StartFailure", "Linewatch cannot start."),
                                QMessageBox::Close);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(asSentence(failure.shown));
    QObject::connect(box, &QMessageBox::finished, &app, [exitCode] { QApplication::exit(exitCode); });
    box->open();
}

} // namespace linewatch
