// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/fakescheme.h"
#include "ui/madelines.h"
#include "ui/madeplant.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/explainpopup.h"
#include "ui/widgets/keyfigurecard.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

const MachineId machine(std::string("M-1"));

} // namespace

/** A card that explains itself, as a user has it. */
class TestExplainPopup : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        m_card = new KeyFigureCard(m_themes, m_window.get());
        m_card->setGeometry(20, 20, 200, 110);
        m_card->setFigure({QStringLiteral("Defect rate"), QStringLiteral("12.0"), QStringLiteral("/h"), {}});
        m_popup = new ExplainPopup(m_themes, madeFormats(), m_window.get());
        const GroupFigures numbers{{madeNow() - 1h, madeNow()}, 1, {340, 2'811'500, 12, 3}};
        m_explanation = explain(FigureKind::DefectRate, {machine, {}}, numbers);
        connect(m_card, &KeyFigureCard::explainRequested, m_popup,
                [this] { m_popup->showExplanation(m_explanation, m_card, m_queries); });
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_queries = nullptr;
    }

    void aCardThatNobodyExplainsIsNoButton()
    {
        const QSignalSpy asked(m_card, &KeyFigureCard::explainRequested);
        QTest::mouseClick(m_card, Qt::LeftButton);
        QCOMPARE(asked.count(), 0);
        QCOMPARE(m_card->focusPolicy(), Qt::NoFocus);
    }

    void keysAndClicksExplain_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("click") << 0;
        QTest::newRow("Enter") << int(Qt::Key_Enter);
        QTest::newRow("Return") << int(Qt::Key_Return);
        QTest::newRow("Space") << int(Qt::Key_Space);
    }

    void keysAndClicksExplain()
    {
        QFETCH(int, key);
        m_card->setExplainable(true);
        if (key == 0) {
            QTest::mouseClick(m_card, Qt::LeftButton);
        } else {
            QTest::keyClick(m_window.get(), Qt::Key_Tab);
            QVERIFY(m_card->hasFocus());
            QTest::keyClick(m_card, static_cast<Qt::Key>(key));
        }
        QTRY_VERIFY(m_popup->isVisible());
        QVERIFY(says(QString::fromUtf8("12 \u00f7 3,600 s \u00d7 3,600 s = 12.0 an hour")));
    }

    void escapeClosesItAndTheFocusGoesBack()
    {
        open();
        QVERIFY(m_popup->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_popup->isVisible());
        QTRY_VERIFY(m_card->hasFocus());
    }

    void tabReachesItsButtons()
    {
        open();
        QVERIFY(button(QStringLiteral("Show the events behind it"))->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(button(QStringLiteral("Close"))->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(!m_popup->isVisible());
    }

    void theLinkLeadsToTheEvents()
    {
        std::vector<Place> chosen;
        connect(m_popup, &ExplainPopup::placeChosen, this,
                [&chosen](const Place &place) { chosen.push_back(place); });
        open();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(!m_popup->isVisible());
        QCOMPARE(chosen.size(), std::size_t{1});
        QVERIFY(chosen.front() == eventsBehind(m_explanation));
    }

    void rejectedEventsAreCountedMeanwhile()
    {
        test::TestStore store;
        store.reject("M-1", madeNow() - 10min);
        store.reject("M-1", madeNow() - 5min);
        store.reject("M-1", madeNow() + 5min);
        store.reject("M-2", madeNow() - 4min);
        AskedStore asked(store);
        m_queries = asked.queries();
        open();
        QTRY_VERIFY(says(QStringLiteral("do not count: 2.")));
        const int high = m_popup->height();
        const auto *text = m_popup->findChildren<QLabel *>().last();
        QVERIFY(text->heightForWidth(text->width()) <= high);
        m_popup->close();
    }

    void aStoreThatCannotBeReadLeavesOutWhatItCannotTell()
    {
        StoreQueries lost([]() -> Result<std::unique_ptr<EventReader>> {
            return Failure{Failure::Kind::Unavailable, Sentence("away")};
        });
        m_queries = &lost;
        open();
        QVERIFY(!says(QStringLiteral("rejected")));
        QVERIFY(says(QStringLiteral("3 of 340")));
        m_popup->close();
    }

    void itIsHeard()
    {
        m_card->setExplainable(true);
        QAccessibleInterface *card = QAccessible::queryAccessibleInterface(m_card);
        QVERIFY(card);
        QCOMPARE(card->role(), QAccessible::Button);
        QCOMPARE(card->text(QAccessible::Name), QStringLiteral("Defect rate"));
        open();
        QCOMPARE(m_popup->accessibleName(), QStringLiteral("Defect rate of M-1"));
        QVERIFY(m_popup->accessibleDescription().contains(QStringLiteral("Known defects: 12")));
    }

    void theFocusIsSeen()
    {
        m_card->setExplainable(true);
        const QImage without = m_card->grab().toImage();
        m_card->setFocus(Qt::TabFocusReason);
        QVERIFY(m_card->grab().toImage() != without);
    }

    void nothingIsCut()
    {
        for (const int percent : {100, 200}) {
            m_themes.setTextPercent(percent);
            open();
            for (const QLabel *label : m_popup->findChildren<QLabel *>()) {
                if (label->isVisible())
                    QVERIFY2(label->heightForWidth(label->width()) <= label->height(),
                             qPrintable(label->text()));
            }
            m_popup->close();
        }
        m_themes.setTextPercent(100);
    }

private:
    void open()
    {
        m_card->setExplainable(true);
        m_card->setFocus();
        QTest::keyClick(m_card, Qt::Key_Return);
        QTRY_VERIFY(m_popup->isVisible());
    }

    bool says(const QString &words) const
    {
        for (const QLabel *label : m_popup->findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return true;
        }
        return false;
    }

    QPushButton *button(QString text) const
    {
        for (QPushButton *candidate : m_popup->findChildren<QPushButton *>()) {
            if (candidate->text().remove(QLatin1Char('&')) == text)
                return candidate;
        }
        return nullptr;
    }

    FakeScheme m_scheme;
    ThemeController m_themes{m_scheme};
    std::unique_ptr<QWidget> m_window;
    KeyFigureCard *m_card = nullptr;
    ExplainPopup *m_popup = nullptr;
    Explanation m_explanation;
    StoreQueries *m_queries = nullptr;
};

LINEWATCH_WIDGET_TEST(TestExplainPopup)
#include "tst_explainpopup.moc"
