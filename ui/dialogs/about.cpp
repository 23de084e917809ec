// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/about.h"

#include "ui/theme/icons.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace linewatch::ui {

namespace {

struct AboutTexts {
    Q_DECLARE_TR_FUNCTIONS(About)
};

QString compilerText()
{
#if defined(__clang__)
    return QStringLiteral("Clang " __clang_version__);
#elif defined(__GNUC__)
    return QStringLiteral("GCC " __VERSION__);
#else
    return AboutTexts::tr("an unknown compiler");
#endif
}

} // namespace

void showAbout(QWidget *parent, const QString &engine)
{
    constexpr int iconSize = 64;
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(AboutTexts::tr("About Linewatch"));
    box->setIconPixmap(applicationIcon().pixmap(iconSize));
    box->setText(AboutTexts::tr("Linewatch %1").arg(QStringLiteral(LINEWATCH_VERSION)));
    box->setInformativeText(
        AboutTexts::tr("A machine-event monitor for factories.\n\n"
                       "Free software under the GNU General Public License, version 3 or "
                       "later. It comes without any warranty.\n\n"
                       "Qt %1 (LGPL 3), Qt Charts (GPL 3), %2 (public domain), "
                       "llhttp (MIT), RapidJSON (MIT), zlib (zlib licence). Built with %3.")
            .arg(QLatin1String(qVersion()), engine.isEmpty() ? QStringLiteral("SQLite") : engine,
                 compilerText()));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace linewatch::ui
