// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/machinespagetest.h"

#include "model/systemclock.h"
#include "ui/madeplant.h"

#include <QLabel>
#include <QTest>

namespace linewatch::ui {

using namespace std::chrono_literals;

void MachinesPageTest::init()
{
    m_now = std::chrono::floor<std::chrono::seconds>(SystemClock().now());
    m_store = std::make_unique<test::TestStore>();
    m_readable = std::move(ReadableStore::open(m_store->url()).value());
    m_queries = std::make_unique<StoreQueries>([this] { return m_readable->openReader(); });
    m_page = std::make_unique<MachinesPage>(m_themes, madeFormats(), nullptr);
    m_page->resize(1100, 700);
    m_places.clear();
    connect(m_page.get(), &Page::placeChosen, this,
            [this](const Place &place) { m_places.push_back(place); });
}

void MachinesPageTest::cleanup()
{
    m_page.reset();
    m_queries.reset();
    m_readable.reset();
    m_store.reset();
}

void MachinesPageTest::fill()
{
    for (int minute = 59; minute >= 0; --minute) {
        const Instant time = m_now - std::chrono::minutes{minute};
        m_store->insert("E-" + std::to_string(minute),
                        test::payloadOf("M-1", time, minute % 4 == 0 ? 1 : 0, "Press 2", 30s), time - 3s);
    }
    m_store->insert("E-100", test::payloadOf("M-2", m_now - 20min, UnknownDefects, "Weld 1"), m_now - 1s);
    m_store->insert("E-101", test::payloadOf("M-3", m_now - 30min, 50, "Weld 1"), m_now - 900ms);
    m_store->correct("E-5", test::payloadOf("M-1", m_now - 5min, 0, "Press 2", 30s), m_now - 800ms);
    m_store->reject(
        {m_now - 700ms, RejectReason::InvalidDuration, "M-1", "10.0.0.7", "{\"durationMs\": -5}", 0});
    m_store->reject({m_now - 600ms, RejectReason::MissingEventId, "M-2", "10.0.0.8", "{}", 0});
}

void MachinesPageTest::showPage(const Place &place)
{
    m_page->setStore(m_queries.get(), {});
    m_page->setShownTime({{m_now - 1h, m_now + 1s}, false});
    m_page->setPlace(place);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

DataTable *MachinesPageTest::table(const QString &accessibleName) const
{
    const auto tables = m_page->findChildren<DataTable *>();
    const auto found = std::ranges::find(tables, accessibleName, &QWidget::accessibleName);
    return found == tables.end() ? nullptr : *found;
}

bool MachinesPageTest::says(const QString &words) const
{
    return std::ranges::any_of(m_page->findChildren<QLabel *>(), [&words](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

QString MachinesPageTest::cells(const QTableView &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        texts << table.model()->index(row, column).data().toString();
    return texts.join(QLatin1Char('|'));
}

} // namespace linewatch::ui
