// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/linespagetest.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace linewatch::ui {

void LinesPageTest::initTestCase()
{
    writeMadeLines(m_store);
    m_asked = std::make_unique<AskedStore>(m_store);
}

void LinesPageTest::init()
{
    m_chosen.clear();
    m_page = std::make_unique<LinesPage>(m_themes, madeFormats());
    connect(m_page.get(), &Page::placeChosen, this,
            [this](const Place &place) { m_chosen.push_back(place); });
    m_page->resize(1180, 690);
    m_page->setStore(m_asked->queries(), StateRules());
    m_page->setShownTime({madeHour(), true});
    m_page->setPlace(Place::lines());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(table() && table()->model()->rowCount() == 6);
}

void LinesPageTest::cleanup()
{
    m_page.reset();
}

FigureTable *LinesPageTest::table() const
{
    for (FigureTable *candidate : m_page->findChildren<FigureTable *>()) {
        if (candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

QStringList LinesPageTest::names(const FigureTable &table)
{
    QStringList names;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        names << table.model()->index(row, 0).data().toString();
    return names;
}

QString LinesPageTest::cell(const FigureTable &table, const QString &name, int column)
{
    const auto row = static_cast<int>(names(table).indexOf(name));
    return table.model()->index(row, column).data().toString();
}

QPushButton *LinesPageTest::button(const QString &text) const
{
    for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
        if (candidate->isVisible() && candidate->text().remove(QLatin1Char('&')) == text)
            return candidate;
    }
    return nullptr;
}

bool LinesPageTest::says(const QString &words) const
{
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

void LinesPageTest::goTo(const Place &place)
{
    m_page->setPlace(place);
    QTRY_VERIFY(table() && table()->accessibleName() == QStringLiteral("Machines of the line"));
    QTRY_VERIFY(says(place.line.toString()));
}

LineReport LinesPageTest::read(const LineId &line, TimeWindow window)
{
    return readLineReport(m_store.reader(), line, window, madeNow(), StateRules()).value();
}

} // namespace linewatch::ui
