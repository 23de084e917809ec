// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/teststore.h"
#include "model/samples.h"
#include "ui/fakescheme.h"
#include "ui/models/eventchanges.h"
#include "ui/models/eventstablemodel.h"
#include "ui/models/rejectionstablemodel.h"
#include "ui/pages/eventspage.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/longtable.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace linewatch::ui {

/** A test program on the Events page over a real store with ninety events, used as people use it. */
class EventsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

protected:
    template <class T = QWidget>
    T *named(const QString &accessibleName) const
    {
        for (T *widget : m_page->findChildren<T *>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        qFatal("there is no widget named %s", qPrintable(accessibleName));
    }
    QPushButton *button(const QString &text) const
    {
        for (auto *candidate : m_page->findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    /** The hours that are on screen. */
    static TimeWindow window();
    LongTable *events() const { return named<LongTable>(QStringLiteral("Events, the newest first")); }
    LongTable *rejected() const
    {
        return named<LongTable>(QStringLiteral("Rejected events, the newest first"));
    }
    EventChanges *changes() const { return m_page->findChild<EventChanges *>(); }
    QLineEdit *machine() const { return named<QLineEdit>(QStringLiteral("Only events of this machine")); }
    QLineEdit *line() const { return named<QLineEdit>(QStringLiteral("Only events of this line")); }
    QString cell(const QTableView *table, int row, int column) const
    {
        return table->model()->index(row, column).data().toString();
    }
    QLineEdit *sender() const { return named<QLineEdit>(QStringLiteral("Only what this sender sent")); }
    void showRejected();
    void chooseFrom(const QString &button, int entry);

    FakeScheme m_desktop;
    std::unique_ptr<ThemeController> m_themes;
    std::unique_ptr<test::TestStore> m_store;
    std::unique_ptr<ReadableStore> m_readable;
    std::unique_ptr<StoreQueries> m_queries;
    std::unique_ptr<EventsPage> m_page;
};

} // namespace linewatch::ui
