// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/startfailure.h"

#include <QApplication>
#include <QMessageBox>

namespace linewatch {

void showStartFailure(QApplication &app, const Failure &failure, int exitCode)
{
    auto *box = new QMessageBox(QMessageBox::Critical, QApplication::applicationDisplayName(),
                                QApplication::translate("StartFailure", "Linewatch cannot start."),
                                QMessageBox::Close);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(failure.message);
    QObject::connect(box, &QMessageBox::finished, &app, [exitCode] { QApplication::exit(exitCode); });
    box->open();
}

} // namespace linewatch
