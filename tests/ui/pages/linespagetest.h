// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/linereport.h"
#include "ui/fakescheme.h"
#include "ui/madelines.h"
#include "ui/mainwindow/translations.h"
#include "ui/madeplant.h"
#include "ui/pages/linespage.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/figuretable.h"

class QPushButton;

namespace linewatch::ui {

/** A test program on the Lines page over a real store, as a user has it; init() shows the list of all lines.
 */
class LinesPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

protected:
    /** That is on screen. */
    FigureTable *table() const;
    static QString cell(const FigureTable &table, const QString &name, int column);
    /** Of its rows, from above. */
    static QStringList names(const FigureTable &table);
    QPushButton *button(const QString &text) const;
    /** Whether the words can be read anywhere on the page. */
    bool says(const QString &words) const;
    /** Shows a line, and waits until it is read. */
    void goTo(const Place &place);
    /** What the page is held against. */
    LineReport read(const LineId &line, TimeWindow window);

    const LineId press{std::string("Press 2")};
    FakeScheme m_scheme;
    ThemeController m_themes{m_scheme};
    const Translations m_english{madeFormats().locale()};
    test::TestStore m_store;
    std::unique_ptr<AskedStore> m_asked;
    std::unique_ptr<LinesPage> m_page;
    std::vector<Place> m_chosen;
};

} // namespace linewatch::ui
