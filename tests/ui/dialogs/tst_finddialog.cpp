// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/teststore.h"
#include "model/samples.h"
#include "storage/readablestore.h"
#include "support/testprogram.h"
#include "ui/dialogs/finddialog.h"
#include "ui/dialogs/linkdialog.h"
#include "ui/madeplant.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;

/** Finding over a real store, by keyboard alone. */
class FindDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (int i = 0; i < 20; ++i) {
            EventPayload payload;
            payload.machineId = MachineId("M-" + std::to_string(100 + i));
            payload.eventTime = at("2026-01-15T12:00:00Z");
            payload.lineId = LineId("Line " + std::to_string(i % 2));
            m_store.insert("E-" + std::to_string(i), payload, payload.eventTime);
        }
        m_readable = std::move(*ReadableStore::open(m_store.url()));
        m_queries = std::make_unique<StoreQueries>([this] { return m_readable->openReader(); });
    }
    void cleanupTestCase() { m_queries.reset(); }

    void arrowAndEnterGoToAMachine()
    {
        FindDialog dialog(m_queries.get(), madeFormats());
        QSignalSpy chosen(&dialog, &FindDialog::placeChosen);
        dialog.show();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral("m-10"));
        auto *list = dialog.findChild<QListView *>();
        QTRY_COMPARE(list->model()->rowCount(), 10);
        QCOMPARE(list->currentIndex().row(), 0);
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Down);
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Down);
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen.first().first().value<Place>() == Place::ofMachine(MachineId(std::string("M-102"))));
        QVERIFY(!dialog.isVisible());
    }

    void anEventIsFoundByItsWholeId()
    {
        FindDialog dialog(m_queries.get(), madeFormats());
        QSignalSpy chosen(&dialog, &FindDialog::placeChosen);
        dialog.show();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral(" E-7 "));
        QTRY_COMPARE(dialog.findChild<QListView *>()->model()->rowCount(), 1);
        QTRY_VERIFY(dialog.findChild<QListView *>()->currentIndex().isValid());
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen.first().first().value<Place>() == Place::ofEvent(EventId(std::string("E-7"))));
    }

    void anEventIsFoundByTheBeginningOfItsId()
    {
        FindDialog dialog(m_queries.get(), madeFormats());
        QSignalSpy chosen(&dialog, &FindDialog::placeChosen);
        dialog.show();
        auto *text = dialog.findChild<QLineEdit *>();
        auto *list = dialog.findChild<QListView *>();
        QTest::keyClicks(text, QStringLiteral("E-1"));
        // The one of that id, the heading, and those from E-10 to E-19.
        QTRY_COMPARE(list->model()->rowCount(), 12);
        QCOMPARE(list->currentIndex().row(), 0);
        QVERIFY(
            list->model()->index(1, 0).data().toString().contains(QStringLiteral("newest 20,000 events")));
        QTest::keyClick(text, Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 2); // nobody can go to a heading
        const QString first = list->currentIndex().data().toString();
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        const EventId event = chosen.first().first().value<Place>().event;
        QVERIFY(event.toString().startsWith(QStringLiteral("E-1")) && event.toString().size() == 4);
        QVERIFY(first.startsWith(event.toString()));
    }

    void aHeadingIsNotWhatEnterGoesTo()
    {
        FindDialog dialog(m_queries.get(), madeFormats());
        QSignalSpy chosen(&dialog, &FindDialog::placeChosen);
        dialog.show();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral("E-"));
        auto *list = dialog.findChild<QListView *>();
        QTRY_COMPARE(list->model()->rowCount(), 21);
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(!chosen.first().first().value<Place>().event.isEmpty());
    }

    void whatIsNotThereIsSaid()
    {
        FindDialog dialog(m_queries.get(), madeFormats());
        dialog.show();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral("nothing like it"));
        QTRY_VERIFY(says(dialog, QStringLiteral("no event with that id")));
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY(dialog.isVisible());
    }

    void withoutAStoreItSaysSo()
    {
        FindDialog dialog(nullptr, madeFormats());
        dialog.show();
        QVERIFY(says(dialog, QStringLiteral("no store is open")));
    }

    void aLinkIsCheckedWhereItIsTyped()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("something else"));
        LinkDialog dialog;
        QSignalSpy chosen(&dialog, &LinkDialog::placeChosen);
        dialog.show();
        auto *link = dialog.findChild<QLineEdit *>();
        QCOMPARE(link->text(), QString());
        QVERIFY(!openButton(dialog)->isEnabled());
        QTest::keyClicks(link, QStringLiteral("linewatch://machin/M-1"));
        QVERIFY(!openButton(dialog)->isEnabled());
        QVERIFY(says(dialog, QStringLiteral("A link begins with")));
        link->setText(QStringLiteral("linewatch://machine/M-1"));
        QVERIFY(openButton(dialog)->isEnabled());
        QTest::keyClick(link, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen.first().first().value<Place>() == Place::ofMachine(MachineId(std::string("M-1"))));
    }

    void theLinkOnTheClipboardIsThereAlready()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("linewatch://line/Line%201\n"));
        const LinkDialog dialog;
        QCOMPARE(dialog.findChild<QLineEdit *>()->text(), QStringLiteral("linewatch://line/Line%201"));
    }

private:
    static QPushButton *openButton(const LinkDialog &dialog)
    {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->isDefault() || button->text().contains(QStringLiteral("Open")))
                return button;
        }
        return nullptr;
    }
    static bool says(const QDialog &dialog, const QString &words)
    {
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return true;
        }
        return false;
    }

    TestStore m_store;
    std::unique_ptr<ReadableStore> m_readable;
    std::unique_ptr<StoreQueries> m_queries;
};

LINEWATCH_WIDGET_TEST(FindDialogTest)
#include "tst_finddialog.moc"
