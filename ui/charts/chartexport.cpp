// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartexport.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPainter>

namespace linewatch::ui {

namespace {

struct ExportTexts {
    Q_DECLARE_TR_FUNCTIONS(ChartExport)
};

} // namespace

QPixmap pictureOf(QWidget &widget, const QColor &ground)
{
    const double ratio = widget.devicePixelRatioF();
    QPixmap picture(widget.size() * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(ground);
    QPainter painter(&picture);
    widget.render(&painter, {}, {}, QWidget::DrawChildren);
    return picture;
}

void copyPicture(QWidget &widget, const QColor &ground)
{
    QGuiApplication::clipboard()->setPixmap(pictureOf(widget, ground));
}

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void savePicture(QWidget &widget, const QColor &ground, const QString &name)
{
    // Taken now: what is on screen goes on while the name is chosen.
    const QPixmap picture = pictureOf(widget, ground);
    auto *dialog = new QFileDialog(widget.window(), ExportTexts::tr("Save the picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->setNameFilter(ExportTexts::tr("Pictures (*.png)"));
    dialog->selectFile(name + QStringLiteral(".png"));
    QWidget *window = widget.window();
    QObject::connect(dialog, &QFileDialog::fileSelected, window, [picture, window](const QString &file) {
        if (picture.save(file))
            return;
        auto *box =
            new QMessageBox(QMessageBox::Warning, ExportTexts::tr("Save the picture"),
                            ExportTexts::tr("%1 could not be written. Choose another folder.").arg(file),
                            QMessageBox::Close, window);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

} // namespace linewatch::ui
