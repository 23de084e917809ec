// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/theme/portalscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace linewatch::ui;

namespace {

/** A message bus of the test's own. */
class PrivateBus
{
public:
    bool start()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        m_process.start(
            daemon,
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        return m_process.waitForReadyRead();
    }
    ~PrivateBus()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QString address() { return QString::fromLatin1(m_process.readLine()).trimmed(); }

private:
    QProcess m_process;
};

/** A desktop portal on a bus. */
class FakePortal : public QDBusVirtualObject
{
public:
    FakePortal(const QDBusConnection &bus, uint scheme) : m_bus(bus), m_scheme(scheme)
    {
        m_bus.registerVirtualObject(path(), this);
        m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

    QString introspect(const QString & /*path*/) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() != QLatin1String("Read"))
            return false;
        const QVariant value = QVariant::fromValue(QDBusVariant(QVariant::fromValue(QDBusVariant(m_scheme))));
        return connection.send(message.createReply(value));
    }

    void change(const QString &group, uint scheme)
    {
        QDBusMessage news = QDBusMessage::createSignal(
            path(), QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"));
        news << group << QStringLiteral("color-scheme") << QVariant::fromValue(QDBusVariant(scheme));
        m_bus.send(news);
    }

private:
    static QString path() { return QStringLiteral("/org/freedesktop/portal/desktop"); }

    QDBusConnection m_bus;
    uint m_scheme;
};

} // namespace

class TestPortalScheme : public QObject
{
    Q_OBJECT

private slots:
    void valuesAreReadThroughVariants();
    void withoutAPortalThePaletteDecides();
    void portalIsAskedAndFollowed();
};

void TestPortalScheme::valuesAreReadThroughVariants()
{
    const QVariant dark = QVariant::fromValue(QDBusVariant(QVariant::fromValue(QDBusVariant(1U))));
    QCOMPARE(PortalScheme::darkFromPortal(dark), std::optional(true));
    QCOMPARE(PortalScheme::darkFromPortal(2U), std::optional(false));
    QCOMPARE(PortalScheme::darkFromPortal(0U), std::nullopt);
    QCOMPARE(PortalScheme::darkFromPortal(QStringLiteral("dark")), std::nullopt);
}

void TestPortalScheme::withoutAPortalThePaletteDecides()
{
    const PortalScheme scheme(QDBusConnection(QStringLiteral("not connected")));
    QVERIFY(!scheme.isDark()); // the offscreen platform's palette is light
}

void TestPortalScheme::portalIsAskedAndFollowed()
{
    PrivateBus bus;
    if (!bus.start())
        QSKIP("no dbus-daemon here");
    const QString address = bus.address();
    FakePortal portal(QDBusConnection::connectToBus(address, QStringLiteral("portal")), 1);
    const PortalScheme scheme(QDBusConnection::connectToBus(address, QStringLiteral("desktop")));
    const QSignalSpy changes(&scheme, &SystemScheme::changed);
    QTRY_VERIFY(scheme.isDark());
    portal.change(QStringLiteral("org.example.other"), 2);
    portal.change(QStringLiteral("org.freedesktop.appearance"), 1);
    portal.change(QStringLiteral("org.freedesktop.appearance"), 2);
    QTRY_VERIFY(!scheme.isDark());
    QCOMPARE(changes.count(), 2);
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
}

LINEWATCH_WIDGET_TEST(TestPortalScheme)
#include "tst_portalscheme.moc"
