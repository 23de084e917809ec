// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appearancesection.h"

#include "monitor/settingkeys.h"
#include "ui/widgets/settingrow.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSettings>
#include <QTimeZone>

namespace linewatch::ui {

AppearanceSection::AppearanceSection(const QSettings &window, QWidget *parent)
    : QWidget(parent)
    , m_window(window)
{
    const QString system = QStringLiteral("system");
    QGridLayout &grid = *addSettingsGrid(*this);
    QComboBox *language =
        addChoice(grid, QStringLiteral("view/language"), tr("&Language"), tr("Of words, numbers and dates."));
    language->addItem(tr("As the system"), system);
    language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    QComboBox *theme = addChoice(grid, QStringLiteral("view/theme"), tr("The&me"), tr("Light or dark."));
    theme->addItem(tr("As the system"), system);
    theme->addItem(tr("Light"), QStringLiteral("light"));
    theme->addItem(tr("Dark"), QStringLiteral("dark"));
    QComboBox *size = addChoice(grid, QStringLiteral("view/textPercent"), tr("Te&xt size"), {});
    for (const int percent : {100, 125, 150, 200})
        size->addItem(tr("%1 %").arg(percent), QString::number(percent));
    addZones(*addChoice(grid, QStringLiteral("view/timeZone"), tr("Time &zone"),
                        tr("In which all times are shown.")));
    refresh();
}

QComboBox *AppearanceSection::addChoice(QGridLayout &grid, const QString &key, const QString &label,
                                        const QString &note)
{
    constexpr int letters = 26;
    auto *box = new QComboBox(this);
    box->setObjectName(key);
    box->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(letters);
    auto *name = new QLabel(label, this);
    name->setBuddy(box);
    auto *words = new QLabel(note, this);
    words->setProperty("tone", QStringLiteral("muted"));
    words->setWordWrap(true);
    const int row = grid.rowCount();
    grid.addWidget(name, row, 0);
    grid.addWidget(box, row, 1);
    grid.addWidget(words, row, 2);
    connect(box, &QComboBox::activated, this,
            [this, box, key] { emit chosen(key, box->currentData().toString()); });
    return box;
}

void AppearanceSection::addZones(QComboBox &zones)
{
    const QString own = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    zones.addItem(tr("As the system (%1)").arg(own), QStringLiteral("system"));
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        zones.addItem(QString::fromUtf8(id), QString::fromUtf8(id));
}

void AppearanceSection::refresh()
{
    for (QComboBox *box : findChildren<QComboBox *>()) {
        const SettingKey *key = findSettingKey(box->objectName());
        const QString kept = m_window.value(box->objectName(), QString(key->standard)).toString();
        box->setCurrentIndex(std::max(box->findData(kept), 0));
    }
}

} // namespace linewatch::ui
