// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/models/settlingtext.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

class TestPageHeader : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_header = std::make_unique<PageHeader>(m_themes, madeFormats());
        m_header->setTitle(QStringLiteral("Overview"));
        m_header->resize(900, 40);
        m_header->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_header.get()));
    }

    void beforeAnythingIsShownNothingIsProvisional() { QVERIFY(!word()); }

    void provisionalIsSaidBesideTheWindowOfTime()
    {
        for (const Settling settling : {Settling::Running, Settling::Settling}) {
            m_header->setSettling(settling);
            QVERIFY(word());
            QCOMPARE(word()->toolTip(), settlingHint(settling));
            QCOMPARE(word()->accessibleDescription(), settlingHint(settling));
            const QRect windows = control()->geometry();
            QTRY_COMPARE(word()->geometry().center().y(), windows.center().y());
            QVERIFY(word()->geometry().right() < control()->geometry().left());
            QVERIFY(control()->accessibleDescription().contains(QStringLiteral("Provisional")));
        }
    }

    void aPageOfNoTimeHasNoTimeControl()
    {
        m_header->setSettling(Settling::Running);
        m_header->setOfTime(false);
        QVERIFY(!control()->isVisible());
        QVERIFY(!m_header->findChild<QPushButton *>()->isVisible());
        QVERIFY(!word());
        m_header->setSettling(Settling::Settling);
        QVERIFY(!word());
        m_header->setOfTime(true);
        QVERIFY(control()->isVisible());
        QVERIFY(word());
    }

    void settledIsNotSaid()
    {
        m_header->setSettling(Settling::Running);
        QVERIFY(word());
        m_header->setSettling(Settling::Settled);
        QVERIFY(!word());
        QVERIFY(control()->accessibleDescription().isEmpty());
    }

private:
    SegmentedControl *control() const { return m_header->findChild<SegmentedControl *>(); }
    /** The word where it is seen. */
    QLabel *word() const
    {
        for (QLabel *label : m_header->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == QStringLiteral("provisional"))
                return label;
        }
        return nullptr;
    }

    FakeScheme m_desktop;
    ThemeController m_themes{m_desktop};
    std::unique_ptr<PageHeader> m_header;
};

LINEWATCH_WIDGET_TEST(TestPageHeader)
#include "tst_pageheader.moc"
