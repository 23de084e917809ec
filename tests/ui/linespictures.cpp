// SPDX-License-Identifier: GPL-3.0-or-later
// A tool for whoever works on the screens: paints the Lines page with a made store into PNG files.
//     QT_QPA_PLATFORM=offscreen linewatch_linespictures FOLDER [part of a name]
#include "ui/fakescheme.h"
#include "ui/madelines.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/translations.h"
#include "ui/models/grouptablemodel.h"
#include "ui/pages/linespage.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/explainpopup.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/keyfigurecard.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QPainter>
#include <QTest>

#include <cstdio>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

struct Scene {
    QString name;
    Place place;
    std::function<void(LinesPage &)> before = {}; ///< done before the picture is taken
};

void wait(const std::function<bool()> &done)
{
    if (!QTest::qWaitFor(done, 10'000))
        std::fputs("it did not come\n", stderr);
}

FigureTable *shownTable(const LinesPage &page)
{
    for (auto *table : page.findChildren<FigureTable *>()) {
        if (table->isVisible())
            return table;
    }
    return nullptr;
}

void compareWith(LinesPage &page, int index)
{
    auto *combo = page.findChild<QComboBox *>();
    combo->setCurrentIndex(index);
    emit combo->activated(index);
    wait([&page] {
        const FigureTable *table = shownTable(page);
        return table && table->model()->rowCount() == 8;
    });
}

void explainFirst(LinesPage &page)
{
    for (auto *card : page.findChildren<KeyFigureCard *>()) {
        if (card->focusPolicy() == Qt::NoFocus)
            continue;
        card->setFocus(Qt::TabFocusReason);
        QTest::keyClick(card, Qt::Key_Return);
        return;
    }
}

std::vector<Scene> scenes()
{
    const LineId press(std::string("Press 2"));
    return {{QStringLiteral("all"), Place::lines()},
            {QStringLiteral("sorted"), Place::lines(),
             [](LinesPage &page) {
                 FigureTable *table = shownTable(page);
                 table->setFocus();
                 table->setCurrentIndex(table->model()->index(0, GroupTableModel::Rate));
                 QTest::keyClick(table, Qt::Key_Space);
                 QTest::keyClick(table, Qt::Key_Space);
             }},
            {QStringLiteral("line"), Place::ofLine(press)},
            {QStringLiteral("paint"), Place::ofLine(LineId(std::string("Paint A")))},
            {QStringLiteral("before"), Place::ofLine(press), [](LinesPage &page) { compareWith(page, 1); }},
            {QStringLiteral("other"), Place::ofLine(press), [](LinesPage &page) { compareWith(page, 7); }},
            {QStringLiteral("explain"), Place::ofLine(press), explainFirst},
            {QStringLiteral("nowhere"), Place::ofLine(LineId(std::string("Nowhere")))}};
}

void paint(const Scene &scene, StoreQueries *queries, bool dark, QSize size, int percent, const QString &file)
{
    FakeScheme scheme;
    scheme.setDark(dark);
    ThemeController themes(scheme);
    themes.setTextPercent(percent);
    constexpr QSize around{184, 92}; // the rail, the header and the status line of the window
    QWidget window;
    LinesPage page(themes, madeFormats(), &window);
    window.resize(size - around);
    page.setGeometry(QRect(QPoint(12, 12), window.size() - QSize(24, 24)));
    page.setStore(queries, StateRules());
    page.setShownTime({madeHour(), true});
    page.setPlace(scene.place);
    window.show();
    wait([&page] { return shownTable(page) != nullptr; });
    if (scene.before)
        scene.before(page);
    QTest::qWait(100);
    QPixmap picture = window.grab();
    if (auto *popup = page.findChild<ExplainPopup *>(); popup->isVisible()) {
        QTest::qWait(200);
        QPainter painter(&picture);
        painter.drawPixmap(window.mapFromGlobal(popup->pos()), popup->grab());
        painter.end();
        popup->close();
    }
    picture.save(file);
    std::puts(qPrintable(file));
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments[1])) {
        std::fputs("usage: linewatch_linespictures FOLDER [part of a name]\n", stderr);
        return 2;
    }
    const Translations english(madeFormats().locale());
    test::TestStore store;
    writeMadeLines(store);
    AskedStore asked(store);
    for (const Scene &scene : scenes()) {
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
                for (const int percent : {100, 200}) {
                    const QString name =
                        QStringLiteral("lines-%1-%2-%3-%4.png")
                            .arg(scene.name, dark ? QStringLiteral("dark") : QStringLiteral("light"))
                            .arg(size.width())
                            .arg(percent);
                    if (name.contains(arguments.value(2)))
                        paint(scene, asked.queries(), dark, size, percent, QDir(arguments[1]).filePath(name));
                }
            }
        }
    }
    return 0;
}
