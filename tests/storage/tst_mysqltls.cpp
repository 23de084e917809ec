// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storefactory.h"
#include "support/mariadbserver.h"
#include "support/programrun.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;

/** TLS to the database: what the settings make sure of, and what Qt's driver does not. */
class TestMySqlTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aConnectionWithACaIsEncrypted();
    void aServerWithoutTlsIsRefusedWhereTheSettingsAskForIt();
    void aServerThatAsksForACertificateGetsOurs();
    void aServerOfAnotherAuthorityIsRefused();
    void theNameInTheServersCertificateIsNotChecked();

private:
    bool makeAuthority(const QString &name);
    bool makeCertificate(const QString &name, const QString &authority);
    bool openssl(const QString &arguments);
    QString file(const QString &name) const { return m_tlsFolder.filePath(name); }
    DatabaseUrl urlOf(const MariaDbServer &server, const QString &user, const TlsFiles &tls) const;

    QTemporaryDir m_plainFolder;
    QTemporaryDir m_tlsFolder;
    std::unique_ptr<MariaDbServer> m_plain;
    std::unique_ptr<MariaDbServer> m_tls;
};

bool TestMySqlTls::openssl(const QString &arguments)
{
    const ProgramRun run = runProgram(QStringLiteral("openssl"), arguments.split(QLatin1Char(' ')),
                                      QProcessEnvironment::systemEnvironment());
    if (run.exitCode != 0)
        qWarning("%s", run.error.constData());
    return run.finished && run.exitCode == 0;
}

bool TestMySqlTls::makeAuthority(const QString &name)
{
    return openssl(
        QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=%1 -keyout %2.key -out %2.pem")
            .arg(name, file(name)));
}

bool TestMySqlTls::makeCertificate(const QString &name, const QString &authority)
{
    return openssl(QStringLiteral("req -newkey rsa:2048 -nodes -subj /CN=%1 -keyout %2.key -out %2.csr")
                       .arg(name, file(name)))
        && openssl(QStringLiteral(
                       "x509 -req -days 2 -in %1.csr -CA %2.pem -CAkey %2.key -CAcreateserial -out %1.pem")
                       .arg(file(name), file(authority)));
}

DatabaseUrl TestMySqlTls::urlOf(const MariaDbServer &server, const QString &user, const TlsFiles &tls) const
{
    DatabaseUrl url = *DatabaseUrl::parse(server.url(QStringLiteral("plant")));
    url.mysql->user = user;
    url.mysql->tls = tls;
    return url;
}

void TestMySqlTls::initTestCase()
{
    if (const QString missing = MariaDbServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("NOT TESTED: ") + missing));
    QVERIFY(makeAuthority(QStringLiteral("ca")) && makeAuthority(QStringLiteral("stranger")));
    QVERIFY(makeCertificate(QStringLiteral("server"), QStringLiteral("ca")));
    QVERIFY(makeCertificate(QStringLiteral("node"), QStringLiteral("ca")));
    // The server may run as another user; nobody else gets into the folder.
    QVERIFY(QFile::setPermissions(file(QStringLiteral("server.key")),
                                  QFileDevice::ReadOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther));
    m_plain =
        std::make_unique<MariaDbServer>(m_plainFolder.path(), QStringList{QStringLiteral("--skip-ssl")});
    m_tls = std::make_unique<MariaDbServer>(
        m_tlsFolder.path(),
        QStringList{QStringLiteral("--ssl-ca=") + file(QStringLiteral("ca.pem")),
                    QStringLiteral("--ssl-cert=") + file(QStringLiteral("server.pem")),
                    QStringLiteral("--ssl-key=") + file(QStringLiteral("server.key"))});
    for (MariaDbServer *server : {m_plain.get(), m_tls.get()}) {
        QVERIFY2(server->start(), server->log().constData());
        server->run(QStringLiteral("CREATE DATABASE plant"));
    }
    m_tls->run(QStringLiteral("CREATE USER encrypted@'%' REQUIRE SSL; GRANT ALL ON *.* TO encrypted@'%';"
                              "CREATE USER certified@'%' REQUIRE X509; GRANT ALL ON *.* TO certified@'%'"));
}

void TestMySqlTls::aConnectionWithACaIsEncrypted()
{
    const QString user = QStringLiteral("encrypted"); // the server lets it in only so
    QVERIFY(!StoreFactory::open(urlOf(*m_tls, user, {})));
    const auto store = StoreFactory::open(urlOf(*m_tls, user, {file(QStringLiteral("ca.pem")), {}, {}}));
    QVERIFY2(store, qPrintable(store ? QString() : store.failure().message));
}

void TestMySqlTls::aServerWithoutTlsIsRefusedWhereTheSettingsAskForIt()
{
    const QString root = QStringLiteral("root");
    QVERIFY(StoreFactory::open(urlOf(*m_plain, root, {})));
    const auto store = StoreFactory::open(urlOf(*m_plain, root, {file(QStringLiteral("ca.pem")), {}, {}}));
    QVERIFY(!store);
}

void TestMySqlTls::aServerThatAsksForACertificateGetsOurs()
{
    const QString user = QStringLiteral("certified");
    const QString ca = file(QStringLiteral("ca.pem"));
    QVERIFY(!StoreFactory::open(urlOf(*m_tls, user, {ca, {}, {}})));
    const TlsFiles ours{ca, file(QStringLiteral("node.pem")), file(QStringLiteral("node.key"))};
    const auto store = StoreFactory::open(urlOf(*m_tls, user, ours));
    QVERIFY2(store, qPrintable(store ? QString() : store.failure().message));
}

void TestMySqlTls::aServerOfAnotherAuthorityIsRefused()
{
    const TlsFiles strange{file(QStringLiteral("stranger.pem")), {}, {}};
    QVERIFY(!StoreFactory::open(urlOf(*m_tls, QStringLiteral("encrypted"), strange)));
}

/** Written down in docs/operations.md; when this fails, something got better there. */
void TestMySqlTls::theNameInTheServersCertificateIsNotChecked()
{
    // It is made out to CN=server, which is not what the node asked for.
    const DatabaseUrl url =
        urlOf(*m_tls, QStringLiteral("encrypted"), {file(QStringLiteral("ca.pem")), {}, {}});
    QCOMPARE(url.mysql->hosts.front().name, QStringLiteral("127.0.0.1"));
    QVERIFY(StoreFactory::open(url));
}

LINEWATCH_TEST(TestMySqlTls)
#include "tst_mysqltls.moc"
