// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/dialogs/connectdialog.h"

#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/models/clientsnippet.h"
#include "ui/models/seenpostsmodel.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/foldingsteps.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

using namespace linewatch;
using namespace linewatch::ui;

class TestConnectDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dialog = std::make_unique<ConnectDialog>(QUrl(QStringLiteral("http://127.0.0.1:8081")), m_themes,
                                                   madeFormats());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void cleanup() { m_dialog.reset(); }

    void everyProgramHoldsAddressAndMachineAndNoPlaceholder()
    {
        auto *machine = m_dialog->findChild<QLineEdit *>();
        machine->selectAll();
        QTest::keyClicks(machine, QStringLiteral("Press 7"));
        const auto texts = tabs()->findChildren<QPlainTextEdit *>();
        QCOMPARE(texts.size(), static_cast<qsizetype>(AllClients.size()));
        for (const QPlainTextEdit *text : texts) {
            QVERIFY(text->toPlainText().contains(QStringLiteral("8081")));
            QVERIFY(text->toPlainText().contains(QStringLiteral("Press 7")));
            QVERIFY(text->toPlainText().contains(QStringLiteral("/events/batch")));
            for (const char *name : {"@URL@", "@HOST@", "@PORT@", "@PATH@", "@MACHINE@"})
                QVERIFY2(!text->toPlainText().contains(QString::fromLatin1(name)), name);
        }
    }

    void whatIsShownIsCopied()
    {
        for (int tab = 0; tab < static_cast<int>(AllClients.size()); ++tab) {
            tabs()->setCurrentIndex(tab);
            QTest::mouseClick(copyButton(), Qt::LeftButton);
            const auto *text = qobject_cast<QPlainTextEdit *>(tabs()->currentWidget());
            QVERIFY(text && !text->toPlainText().isEmpty());
            QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
        }
        tabs()->setCurrentIndex(tabs()->count() - 1);
        QVERIFY(!copyButton()->isEnabled()); // hints are to be read
    }

    void tabsAreReachedByKeyboard()
    {
        QTest::keyClick(tabs()->tabBar(), Qt::Key_Right);
        QCOMPARE(tabs()->currentIndex(), 1);
    }

    void allStepsAreSeenWhereThereIsRoomAndOneElsewhere()
    {
        m_dialog->resize(1300, 700);
        QTRY_VERIFY(!steps()->isFolded());
        QVERIFY(machine()->isVisible() && tabs()->isVisible() && table()->isVisible());
        QVERIFY(table()->mapTo(m_dialog.get(), QPoint()).x() > tabs()->geometry().right());
        m_dialog->resize(700, 500);
        QTRY_VERIFY(steps()->isFolded());
        for (int step = 0; step < FoldingSteps::Count; ++step) {
            steps()->choose(step);
            QCOMPARE(machine()->isVisible(), step == 0);
            QCOMPARE(tabs()->isVisible(), step == 1);
            QCOMPARE(table()->isVisible(), step == 2);
        }
        const int least = m_dialog->height() * 2 / 3; // what arrives has the room by itself
        QTRY_VERIFY(table()->height() + details()->height() > least);
        m_dialog->resize(1300, 700);
        QTRY_VERIFY(machine()->isVisible() && tabs()->isVisible() && table()->isVisible());
    }

    void stepsAreReachedByKeyboard()
    {
        m_dialog->resize(700, 500);
        QTRY_VERIFY(steps()->isFolded());
        QTest::keyClick(steps()->findChild<QTabBar *>(), Qt::Key_Right);
        QCOMPARE(steps()->current(), 1);
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        QTest::keyClick(m_dialog.get(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(steps()->current(), 2);
    }

    void thePostOfACopiedProgramIsLookedAtAndNoOther()
    {
        m_dialog->resize(700, 500);
        QTRY_VERIFY(steps()->isFolded());
        m_dialog->showPost(post("[1]"));
        QCOMPARE(steps()->current(), 0);
        QVERIFY(steps()->findChild<QTabBar *>()->tabText(2).contains(QStringLiteral("(1)")));
        steps()->choose(1);
        QTest::mouseClick(copyButton(), Qt::LeftButton);
        m_dialog->showPost(post("[2]"));
        QCOMPARE(steps()->current(), 2);
        steps()->choose(0);
        m_dialog->showPost(post("[3]"));
        QCOMPARE(steps()->current(), 0);
    }

    void noControlCharacterGetsIntoTheName()
    {
        auto *machine = m_dialog->findChild<QLineEdit *>();
        machine->selectAll();
        QTest::keyClicks(machine, QString(100, u'x'));
        QCOMPARE(machine->text().size(), 64);
    }

    void theFirstPostIsShownMemberByMember()
    {
        m_dialog->showPost(post(R"([{"eventId":"E","machine":"M-1"}])"));
        const QString shown = details()->toPlainText();
        QVERIFY2(shown.contains(QStringLiteral("machineId")), qPrintable(shown));
        QVERIFY(shown.contains(QStringLiteral("Missing")));
        QVERIFY(shown.contains(QStringLiteral("Ignored")));
    }

    void theNewestIsFollowedUntilAnOlderOneIsChosen()
    {
        m_dialog->showPost(post("[1]"));
        m_dialog->showPost(post("[2]"));
        QVERIFY(details()->toPlainText().contains(QStringLiteral("2")));
        auto *table = m_dialog->findChild<QTableView *>();
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        const QString chosen = details()->toPlainText();
        m_dialog->showPost(post("[3]"));
        QCOMPARE(details()->toPlainText(), chosen);
        QCOMPARE(table->currentIndex().row(), 2);
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(details()->toPlainText() != chosen);
    }

    void anAddressThatIsEveryAddressIsNotGivenToOthers()
    {
        const QUrl one(QStringLiteral("http://192.0.2.7:8080"));
        QCOMPARE(reachableAt(one), QList<QUrl>{one});
        QCOMPARE(reachableAt(QUrl()), QList<QUrl>{QUrl()});
        const QUrl every(QStringLiteral("http://0.0.0.0:8080"));
        const QList<QUrl> reachable = reachableAt(every);
        QVERIFY(!reachable.isEmpty());
        for (const QUrl &each : reachable) {
            QCOMPARE(each.port(), 8080);
            QVERIFY(reachable.size() == 1 || each.host() != every.host());
        }
    }

    void aWindowThatTakesNoEventsSaysSo()
    {
        ConnectDialog viewer({}, m_themes, madeFormats());
        viewer.show();
        QVERIFY(QTest::qWaitForWindowExposed(&viewer));
        QVERIFY(!viewer.findChild<QTabWidget *>()->isVisible());
        QVERIFY(!viewer.findChild<QTableView *>()->isVisible());
    }

private:
    static SeenPost post(const std::string &body)
    {
        SeenPost seen;
        seen.arrival = madeNow();
        seen.sender = "127.0.0.1";
        seen.method = "POST";
        seen.path = "/events/batch";
        seen.contentType = "application/json";
        seen.body = body;
        seen.bodySize = body.size();
        seen.status = 200;
        seen.counts.rejected = 1;
        return seen;
    }
    QTabWidget *tabs() const { return m_dialog->findChild<QTabWidget *>(); }
    QTextBrowser *details() const
    {
        for (auto *each : m_dialog->findChildren<QTextBrowser *>()) {
            if (!tabs()->isAncestorOf(each))
                return each;
        }
        return nullptr;
    }
    FoldingSteps *steps() const { return m_dialog->findChild<FoldingSteps *>(); }
    QLineEdit *machine() const { return m_dialog->findChild<QLineEdit *>(); }
    QTableView *table() const { return m_dialog->findChild<QTableView *>(); }
    QPushButton *copyButton() const { return tabs()->findChild<QPushButton *>(); }

    FakeScheme m_scheme;
    ThemeController m_themes{m_scheme};
    std::unique_ptr<ConnectDialog> m_dialog;
};

LINEWATCH_WIDGET_TEST(TestConnectDialog)
#include "tst_connectdialog.moc"
