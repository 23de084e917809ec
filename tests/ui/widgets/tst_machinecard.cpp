// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/keptgrid.h"
#include "ui/models/machinegridmodel.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/gridtools.h"
#include "ui/widgets/machinecard.h"
#include "ui/widgets/machinegrid.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

class TestMachineCard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model = std::make_unique<MachineGridModel>(madeFormats());
        m_card = std::make_unique<MachineCard>(*m_model, m_themes);
        const auto snapshot = shared(madeSnapshot());
        m_model->update(snapshot);
        m_card->showCounts(countStates(snapshot->machines));
        m_chosen.clear();
        connect(m_card.get(), &MachineCard::choiceChanged, this,
                [this](const GridChoice &choice) { m_chosen << choice; });
        m_card->resize(660, 420);
        m_card->show();
        QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
    }

    void cleanup() { m_card.reset(); }

    void whatIsTypedIsLookedFor()
    {
        m_card->find();
        QVERIFY(text()->hasFocus());
        QTest::keyClicks(text(), QStringLiteral("weld"));
        QCOMPARE(m_model->rowCount(), 10);
        QCOMPARE(m_chosen.last().filter.text, QStringLiteral("weld"));
    }

    void nothingFoundSaysSoAndOffersAWayBack()
    {
        m_card->find();
        QTest::keyClicks(text(), QStringLiteral("nowhere"));
        QVERIFY(!grid()->isVisible());
        auto *clear = button(QStringLiteral("Clear the filter"));
        QVERIFY(clear && clear->isVisible());
        clear->click();
        QVERIFY(grid()->isVisible());
        QCOMPARE(m_model->rowCount(), 40);
        QCOMPARE(text()->text(), QString());
        QVERIFY(!m_chosen.last().filter.isActive());
    }

    void statesAreChosenByTheirCount()
    {
        QAction *warning = action(QStringLiteral("Warning (3)"));
        QVERIFY(warning);
        warning->trigger();
        QCOMPARE(m_model->rowCount(), 3);
        QVERIFY(action(QStringLiteral("All states (40)")));
        action(QStringLiteral("All states (40)"))->trigger();
        QCOMPARE(m_model->rowCount(), 40);
    }

    void compactTilesAreSmaller()
    {
        const int height = grid()->visualRect(m_model->index(0)).height();
        button(QStringLiteral("Compact"))->click();
        QTRY_VERIFY(grid()->visualRect(m_model->index(0)).height() < height / 2 + 1);
        QCOMPARE(m_chosen.last().density, TileDensity::Compact);
    }

    void whatIsChosenIsKept()
    {
        const QTemporaryDir home;
        QSettings settings(home.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        QCOMPARE(keptGridChoice(settings), GridChoice());
        const GridChoice choice{.filter = {.state = MachineState::NoData, .text = QStringLiteral("Größe 3")},
                                .order = MachineOrder::ByRate,
                                .density = TileDensity::Compact};
        keepGridChoice(settings, choice);
        QCOMPARE(keptGridChoice(settings), choice);
        m_card->setChoice(choice);
        QCOMPARE(text()->text(), QStringLiteral("Größe 3"));
        QVERIFY(m_chosen.isEmpty());
        settings.setValue(QStringLiteral("grid/order"), QStringLiteral("nonsense"));
        QCOMPARE(keptGridChoice(settings).order, MachineOrder::ByName);
    }

private:
    QLineEdit *text() const { return m_card->findChild<QLineEdit *>(); }
    MachineGrid *grid() const { return m_card->findChild<MachineGrid *>(); }
    QPushButton *button(const QString &name) const
    {
        for (auto *candidate : m_card->findChildren<QPushButton *>()) {
            if (candidate->text().remove(QLatin1Char('&')) == name)
                return candidate;
        }
        return nullptr;
    }
    QAction *action(const QString &name) const
    {
        for (auto *candidate : m_card->findChildren<QAction *>()) {
            if (candidate->text() == name)
                return candidate;
        }
        return nullptr;
    }

    FakeScheme m_desktop;
    ThemeController m_themes{m_desktop};
    std::unique_ptr<MachineGridModel> m_model;
    std::unique_ptr<MachineCard> m_card;
    QList<GridChoice> m_chosen;
};

LINEWATCH_WIDGET_TEST(TestMachineCard)
#include "tst_machinecard.moc"
