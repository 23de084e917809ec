// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/eventspagetest.h"

#include "storage/readablestore.h"
#include "ui/madeplant.h"

#include <QAbstractButton>
#include <QMenu>
#include <QTest>

namespace linewatch::ui {

using namespace linewatch::test;
using namespace std::chrono_literals;

TimeWindow EventsPageTest::window()
{
    return {at("2026-01-15T06:00:00Z"), at("2026-01-15T14:00:00Z")};
}

void EventsPageTest::init()
{
    if (!m_themes)
        m_themes = std::make_unique<ThemeController>(m_desktop);
    m_store = std::make_unique<TestStore>();
    m_store->insertMany(
        90,
        [](int number) {
            return payloadOf(number % 3 == 0 ? "M-1" : "M-2", window().start + number * 1min, number % 3,
                             number % 3 == 0 ? "Press & 2" : "Weld");
        },
        window().end);
    m_store->correct("E-90", payloadOf("M-1", window().start + 90min, 5, "Press & 2"), window().end + 1h);
    m_store->correct("E-90", payloadOf("M-1", window().start + 90min, UnknownDefects, "Press & 2", 9s),
                     window().end + 2h);
    auto readable = ReadableStore::open(m_store->url());
    QVERIFY(readable);
    m_readable = std::move(*readable);
    m_queries = std::make_unique<StoreQueries>([this] { return m_readable->openReader(); });
    m_page = std::make_unique<EventsPage>(*m_themes, madeFormats(), nullptr);
    m_page->setPlace(Place::events());
    m_page->setStore(m_queries.get(), {});
    m_page->setShownTime({window(), false});
    m_page->resize(1'180, 640);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_COMPARE(events()->model()->rowCount(), 90);
}

void EventsPageTest::cleanup()
{
    m_page.reset();
    m_queries.reset();
    m_readable.reset();
    m_store.reset();
}

void EventsPageTest::showRejected()
{
    auto *segment = named<QAbstractButton>(QStringLiteral("Events that were taken"));
    segment->setFocus();
    QTest::keyClick(segment, Qt::Key_Right);
}

void EventsPageTest::chooseFrom(const QString &button, int entry)
{
    named<QPushButton>(button)->menu()->actions().at(entry)->trigger();
}

} // namespace linewatch::ui
