// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/settingkeys.h"
#include "monitor/startoptions.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;
using namespace Qt::StringLiterals;

namespace {

/** A row of the table in docs/operations.md. */
QString rowOf(const SettingKey &key)
{
    const QString effect = key.effect == SettingKey::Effect::Endpoint ? u"endpoint"_s
        : key.effect == SettingKey::Effect::Program                   ? u"program"_s
                                                                      : u"window"_s;
    const QString standard = key.standard.isEmpty() ? QString() : u"`%1`"_s.arg(key.standard);
    return u"| `%1` | %2 | %3 | %4 | %5 |"_s.arg(key.name, standard, rangeText(key), effect, key.meaning);
}

/** Everything that settings can say of it. */
QStringList contentOf(const MonitorSettings &s)
{
    const auto text = [](auto number) { return QString::number(number); };
    const MySqlDatabase mysql = s.database.mysql.value_or(MySqlDatabase());
    return {s.address.toString(),
            text(s.port),
            text(s.http.bodyBytes),
            text(s.http.headerBytes),
            text(s.http.targetBytes),
            text(qint64(s.maxBatchEvents)),
            text(qint64(s.maxQueuedEvents)),
            text(s.http.connections),
            text(qint64{s.http.headerDeadline.count()}),
            text(qint64{s.http.bodyDeadline.count()}),
            text(qint64{s.http.idleTimeout.count()}),
            s.database.urlText(),
            mysql.password,
            mysql.tls.ca,
            mysql.tls.certificate,
            mysql.tls.key,
            text(qint64{s.retention.age.count()}),
            s.spool.path,
            text(qint64{s.spool.maxBytes}),
            text(s.rules.healthThreshold),
            text(qint64{s.rules.silenceLimit.count()})};
}

QString why(const Result<StartOptions> &options)
{
    return options ? QString() : options.failure().message;
}

} // namespace

class TestSettingKeys : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(u"none"_s).toUtf8());
        qputenv("XDG_CONFIG_DIRS", m_folder.filePath(u"none"_s).toUtf8());
    }

    void everyKeyIsInOperationsAndNoOther()
    {
        QFile file(QStringLiteral(LINEWATCH_SOURCES "/docs/operations.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList rows;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            static const QRegularExpression row(u"^\\| `[a-z]+/[a-zA-Z]+` \\|"_s);
            if (row.match(line).hasMatch())
                rows += line;
        }
        QStringList wanted;
        for (const SettingKey &key : settingKeys())
            wanted += rowOf(key);
        QVERIFY2(rows == wanted, qPrintable(wanted.join(u'\n')));
    }

    void standardsAreGoodAndAreWhatHoldsWithoutThem()
    {
        QByteArray text;
        for (const SettingKey &key : settingKeys()) {
            if (key.standard.isEmpty())
                continue;
            QVERIFY2(checkSetting(key, key.standard), key.name.data());
            text += QByteArray(key.name.data()).replace('/', "]\n").prepend('[') + '='
                + QByteArray(key.standard.data()) + '\n';
        }
        const auto written = read(text);
        const auto without = read("");
        QVERIFY2(written, qPrintable(why(written)));
        QCOMPARE(contentOf(written->monitor), contentOf(without->monitor));
        QCOMPARE(written->warnings, QStringList());
    }

    /** A key that nobody reads is worse than none. */
    void everyKeyIsRead()
    {
        const QString file = m_folder.filePath(u"pem"_s);
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        const QByteArray tls = "tlsCa=" + file.toUtf8() + '\n';
        const QHash<QString, QByteArray> other{
            {u"server/listen"_s, "127.0.0.2:1"},
            {u"store/password"_s, "secret"},
            {u"store/tlsCa"_s, file.toUtf8()},
            {u"store/tlsCertificate"_s, file.toUtf8() + '\n' + tls + "tlsKey=" + file.toUtf8()},
            {u"store/tlsKey"_s, file.toUtf8() + '\n' + tls + "tlsCertificate=" + file.toUtf8()},
            {u"spool/file"_s, "/tmp/other.db"}};
        const QByteArray mysql = "[store]\ndatabase=mysql://a@b/c\n";
        const QStringList before = contentOf(read(mysql)->monitor);
        for (const SettingKey &key : settingKeys()) {
            if (key.effect == SettingKey::Effect::Window || key.name == QLatin1String("store/database"))
                continue;
            const QString name(key.name);
            const QByteArray value =
                other.value(name, QByteArray::number(static_cast<qint64>(key.smallest) + 1));
            const auto after = read(mysql + '[' + name.section(u'/', 0, 0).toUtf8() + "]\n"
                                    + name.section(u'/', 1).toUtf8() + '=' + value + '\n');
            QVERIFY2(after, qPrintable(why(after)));
            QVERIFY2(contentOf(after->monitor) != before, qPrintable(name));
        }
    }

    void boundsAreInAndWhatIsBeyondIsOut()
    {
        for (const SettingKey &key : settingKeys()) {
            const bool isWhole =
                key.kind == SettingKey::Kind::Whole || key.kind == SettingKey::Kind::WholeOrNone;
            if (!isWhole)
                continue;
            const auto text = [](double bound, int more) {
                return QString::number(static_cast<qint64>(bound) + more);
            };
            QVERIFY(checkSetting(key, text(key.smallest, 0)));
            QVERIFY(checkSetting(key, text(key.largest, 0)));
            for (const QString &bad :
                 {text(key.smallest, -1), text(key.largest, 1), u"x"_s, u""_s, u"1.5"_s}) {
                if (key.kind == SettingKey::Kind::WholeOrNone && bad == u"0"_s)
                    continue;
                const Result<void> checked = checkSetting(key, bad);
                QVERIFY2(!checked, qPrintable(key.name + u' ' + bad));
                QVERIFY(checked.failure().message.contains(key.name));
            }
        }
    }

    void whatWasMeantIsFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("letter left out") << u"limits/bodyByte"_s << u"limits/bodyBytes"_s;
        QTest::newRow("case") << u"limits/bodybytes"_s << u"limits/bodyBytes"_s;
        QTest::newRow("wrong section") << u"server/retentionDays"_s << u"store/retentionDays"_s;
        QTest::newRow("no section") << u"listen"_s << u"server/listen"_s;
        QTest::newRow("letters changed places") << u"store/databsae"_s << u"store/database"_s;
        QTest::newRow("nothing like it") << u"colours/walls"_s << QString();
    }

    void whatWasMeantIsFound()
    {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        QCOMPARE(nearestSettingKey(typed).value_or(QString()), meant);
        QVERIFY(unknownSetting(typed).english().contains(typed));
        QVERIFY(unknownSetting(typed).english().contains(meant));
    }

    void everyKeyIsNearestToItself()
    {
        for (const SettingKey &key : settingKeys())
            QCOMPARE(nearestSettingKey(key.name), std::optional(QString(key.name)));
    }

    void anUnknownKeyIsNamedAndDoesNotStop()
    {
        const auto options = read("[server]\nlisten=127.0.0.1:1\n[limits]\nbodyByte=5\n[view]\ntheme=pink\n");
        QVERIFY(options);
        QCOMPARE(options->monitor.port, quint16(1));
        QCOMPARE(options->warnings.size(), 2);
        QVERIFY(options->warnings[0].contains(u"limits/bodyByte; did you mean limits/bodyBytes?"_s));
        QVERIFY(options->warnings[1].contains(u"view/theme is one of system, light, dark, not 'pink'"_s));
    }

    void whatStandsAboveTheFileIsNamed()
    {
        QProcessEnvironment environment;
        environment.insert(u"LINEWATCH_DATABASE"_s, u"sqlite:/tmp/b.db"_s);
        const auto options = readStartOptions(
            {u"linewatch"_s, u"--listen"_s, u"127.0.0.1:7"_s, u"--config"_s, written("")}, environment);
        QVERIFY(options);
        const auto &overrides = options->settings.overrides;
        QCOMPARE(overrides.keys(), (QStringList{u"server/listen"_s, u"store/database"_s}));
        QCOMPARE(overrides[u"server/listen"_s].by, u"--listen"_s);
        QCOMPARE(overrides[u"server/listen"_s].value, u"127.0.0.1:7"_s);
        QCOMPARE(overrides[u"store/database"_s].by, u"LINEWATCH_DATABASE"_s);
        QCOMPARE(options->settings.writeTo, options->settings.readFrom);
    }

private:
    QString written(const QByteArray &text)
    {
        const QString path = m_folder.filePath(u"%1.ini"_s.arg(++m_files)); // Qt remembers what it read
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return path;
    }

    Result<StartOptions> read(const QByteArray &text)
    {
        return readStartOptions({u"linewatchd"_s, u"--config"_s, written(text)}, {});
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

LINEWATCH_TEST(TestSettingKeys)
#include "tst_settingkeys.moc"
