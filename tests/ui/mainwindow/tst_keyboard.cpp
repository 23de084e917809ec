// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/charts/chartcanvas.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/machinegrid.h"
#include "ui/pages/overviewpage.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QSet>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

/** Everything in the window without a mouse. */
class TestKeyboard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_settings =
            std::make_unique<QSettings>(m_home->filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        m_window = std::make_unique<MainWindow>(*m_settings, madeFormats());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->showSnapshot(shared(madeSnapshot()));
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
    }

    void tabReachesEverything()
    {
        const QSet<QWidget *> reached = walk(Qt::NoModifier);
        QVERIFY(containsWithin(reached, m_window->findChild<NavRail *>()));
        QVERIFY(containsWithin(reached, m_window->findChild<SegmentedControl *>()));
        QVERIFY(reached.contains(m_window->findChild<OverviewPage *>()->findChild<QLineEdit *>()));
        QVERIFY(reached.contains(m_window->findChild<MachineGrid *>()));
        for (ChartCanvas *canvas : m_window->findChild<OverviewPage *>()->findChildren<ChartCanvas *>())
            QVERIFY(reached.contains(canvas));
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool byTab = widget->focusPolicy() & Qt::TabFocus;
            if (byTab && widget->isVisible() && widget->isEnabled() && !widget->focusProxy())
                QVERIFY2(reached.contains(widget), widget->metaObject()->className());
        }
        QCOMPARE(walk(Qt::ShiftModifier), reached);
    }

    void theFocusIsSeen()
    {
        for (QWidget *widget : walk(Qt::NoModifier)) {
            widget->clearFocus();
            const QImage without = m_window->grab().toImage();
            widget->setFocus(Qt::TabFocusReason);
            if (auto *grid = qobject_cast<MachineGrid *>(widget))
                QTest::keyClick(grid, Qt::Key_Right);
            QVERIFY2(m_window->grab().toImage() != without, widget->metaObject()->className());
        }
    }

    void everyActionHasAShortcutOfItsOwn()
    {
        QSet<QKeySequence> known;
        int actions = 0;
        for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>()) {
            for (const QAction *action : menu->actions()) {
                if (action->isSeparator() || action->menu())
                    continue;
                ++actions;
                QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
                QVERIFY2(!known.contains(action->shortcut()), qPrintable(action->text()));
                known.insert(action->shortcut());
            }
        }
        QVERIFY(actions >= 13);
    }

    void findGoesToTheFilter()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(),
                 m_window->findChild<OverviewPage *>()->findChild<QLineEdit *>());
    }

private:
    /** All widgets that get the focus one after the other, until the first comes again. */
    QSet<QWidget *> walk(Qt::KeyboardModifier shift)
    {
        QSet<QWidget *> reached;
        for (int i = 0; i < 100; ++i) {
            QTest::keyClick(m_window.get(), shift ? Qt::Key_Backtab : Qt::Key_Tab, shift);
            QWidget *now = QApplication::focusWidget();
            if (now && reached.contains(now))
                break;
            if (now)
                reached.insert(now);
        }
        return reached;
    }

    static bool containsWithin(const QSet<QWidget *> &widgets, const QWidget *parent)
    {
        return std::any_of(widgets.begin(), widgets.end(), [parent](const QWidget *widget) {
            return parent->isAncestorOf(widget) || widget == parent;
        });
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

LINEWATCH_WIDGET_TEST(TestKeyboard)
#include "tst_keyboard.moc"
