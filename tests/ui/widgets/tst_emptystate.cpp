// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/fakescheme.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/emptystate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace linewatch::ui;

namespace {

const QUrl endpoint(QStringLiteral("http://127.0.0.1:8080"));

QPushButton *button(const EmptyState &empty, const QString &text)
{
    for (QPushButton *candidate : empty.findChildren<QPushButton *>()) {
        if (candidate->text().remove(QLatin1Char('&')) == text)
            return candidate;
    }
    return nullptr;
}

} // namespace

class TestEmptyState : public QObject
{
    Q_OBJECT

private slots:
    void theLineIsCopied();
    void theDemoIsAskedFor();
    void withoutEndpointThereIsNothingToCopy();
    void aShellMakesAnEventOfTheLine();

private:
    FakeScheme m_desktop;
    ThemeController m_themes{m_desktop};
};

void TestEmptyState::theLineIsCopied()
{
    EmptyState empty(m_themes);
    empty.setEndpoint(endpoint);
    empty.show();
    QPushButton *copy = button(empty, QStringLiteral("Copy the line"));
    QVERIFY(copy);
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), tryOutCommand(endpoint));
    QVERIFY(button(empty, QStringLiteral("Copied")));
}

void TestEmptyState::theDemoIsAskedFor()
{
    EmptyState empty(m_themes);
    const QSignalSpy asked(&empty, &EmptyState::demoRequested);
    QTest::mouseClick(button(empty, QStringLiteral("Start the demo plant")), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
}

void TestEmptyState::withoutEndpointThereIsNothingToCopy()
{
    EmptyState empty(m_themes);
    empty.setEndpoint({});
    empty.show();
    QVERIFY(!button(empty, QStringLiteral("Copy the line"))->isVisible());
    QVERIFY(button(empty, QStringLiteral("Start the demo plant"))->isVisible());
}

void TestEmptyState::aShellMakesAnEventOfTheLine()
{
    const QString shell = QStandardPaths::findExecutable(QStringLiteral("sh"));
    if (shell.isEmpty())
        QSKIP("no POSIX shell here");
    QProcess process;
    process.start(shell,
                  {QStringLiteral("-c"),
                   QStringLiteral("curl() { for last; do :; done; printf '%s' \"$last\"; }; ")
                       + tryOutCommand(endpoint)});
    QVERIFY(process.waitForFinished());
    const QJsonArray batch = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    QCOMPARE(batch.size(), 1);
    const QJsonObject event = batch[0].toObject();
    QVERIFY(event[QStringLiteral("eventId")].toString().startsWith(QStringLiteral("try-")));
    const auto time = QDateTime::fromString(event[QStringLiteral("eventTime")].toString(), Qt::ISODate);
    QVERIFY(time.isValid());
    QCOMPARE(time.timeSpec(), Qt::UTC);
}

LINEWATCH_WIDGET_TEST(TestEmptyState)
#include "tst_emptystate.moc"
