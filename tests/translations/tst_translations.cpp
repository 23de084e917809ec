// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString context;
    QString source;
    QString state;     ///< empty, or why the translation does not count: unfinished, vanished, obsolete
    QStringList forms; ///< one, or one for each plural form
    bool isPlural = false;
};

/** The messages of a .ts file; none when it cannot be read. */
QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (xml.readNext() != QXmlStreamReader::Invalid && !xml.atEnd()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            messages.emplace_back().context = context;
            messages.last().isPlural =
                xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (xml.name() == QLatin1String("source")) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            messages.last().state = xml.attributes().value(QLatin1String("type")).toString();
            if (!messages.last().isPlural)
                messages.last().forms.push_back(xml.readElementText());
        } else if (xml.name() == QLatin1String("numerusform")) {
            messages.last().forms.push_back(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("%(?:L?\\d+|n)"));
    QStringList found;
    for (auto match = placeholder.globalMatch(text); match.hasNext();)
        found.push_back(match.next().captured());
    found.sort();
    return found;
}

/** The singular may say "the hour before" where the plural says "the %n hours before". */
bool placeholdersFit(const Message &message, const QString &form)
{
    QStringList wanted = placeholdersOf(message.source);
    if (message.isPlural && form == message.forms.first() && !form.contains(QLatin1String("%n")))
        wanted.removeOne(QStringLiteral("%n"));
    return placeholdersOf(form) == wanted;
}

QString sources(const QString &path)
{
    return QStringLiteral(LINEWATCH_SOURCES "/") + path;
}

} // namespace

/** The translations against the words in the code, as lupdate finds them. */
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyWordIsTranslatedAndNoneVanished_data();
    void everyWordIsTranslatedAndNoneVanished();
    void placeholdersAreThoseOfTheSource_data() { everyWordIsTranslatedAndNoneVanished_data(); }
    void placeholdersAreThoseOfTheSource();
    void germanKnowsEveryWordEnglishHasAPluralFor();
    void menuEntriesKeepAMnemonic();
    void failuresThatAWindowMayShowAreTranslated();

private:
    QTemporaryDir m_fresh; ///< the files as they would be, brought up to date with the code
};

void TestTranslations::initTestCase()
{
    QProcess update;
    update.start(sources(QStringLiteral("scripts/translations")), {m_fresh.path()});
    QVERIFY(update.waitForFinished(60'000));
    QVERIFY2(update.exitCode() == 0, update.readAllStandardError().constData());
    QVERIFY(messagesOf(m_fresh.filePath(QStringLiteral("linewatch_de.ts"))).size() > 100);
}

void TestTranslations::everyWordIsTranslatedAndNoneVanished_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("German") << QStringLiteral("linewatch_de.ts");
    QTest::newRow("English plurals") << QStringLiteral("linewatch_en.ts");
}

void TestTranslations::everyWordIsTranslatedAndNoneVanished()
{
    QFETCH(const QString, file);
    const QList<Message> fresh = messagesOf(m_fresh.filePath(file));
    for (const Message &message : fresh) {
        const QString where = message.context + QStringLiteral(": ") + message.source;
        QVERIFY2(message.state.isEmpty(), qUtf8Printable(where + QStringLiteral(" is ") + message.state));
        QCOMPARE(message.forms.size(), message.isPlural ? 2 : 1);
        for (const QString &form : message.forms)
            QVERIFY2(!form.isEmpty(), qUtf8Printable(where));
    }
    QCOMPARE(messagesOf(sources(QStringLiteral("translations/") + file)).size(), fresh.size());
}

void TestTranslations::placeholdersAreThoseOfTheSource()
{
    QFETCH(const QString, file);
    for (const Message &message : messagesOf(sources(QStringLiteral("translations/") + file))) {
        for (const QString &form : message.forms)
            QVERIFY2(placeholdersFit(message, form),
                     qUtf8Printable(message.source + QStringLiteral(" -> ") + form));
    }
}

void TestTranslations::germanKnowsEveryWordEnglishHasAPluralFor()
{
    QSet<QString> german;
    for (const Message &message : messagesOf(sources(QStringLiteral("translations/linewatch_de.ts"))))
        german.insert(message.context + message.source);
    for (const Message &message : messagesOf(sources(QStringLiteral("translations/linewatch_en.ts"))))
        QVERIFY2(german.contains(message.context + message.source), qUtf8Printable(message.source));
}

void TestTranslations::menuEntriesKeepAMnemonic()
{
    static const QRegularExpression mnemonic(QStringLiteral("&\\w"));
    for (const Message &message : messagesOf(sources(QStringLiteral("translations/linewatch_de.ts")))) {
        QVERIFY2(message.source.contains(mnemonic) == message.forms.first().contains(mnemonic),
                 qUtf8Printable(message.source));
    }
}

/**
 * A failure in words of its own is English in every window. Only the options of `linewatchd export` and
 * faults of ours may be; what core/api and core/http refuse goes over the wire alone.
 */
void TestTranslations::failuresThatAWindowMayShowAreTranslated()
{
    static const QRegularExpression plain(
        QStringLiteral("(?:Failure::Kind::(?!Internal)\\w+,|\\brefused\\()\\s*QStringLiteral"));
    int files = 0;
    for (const QString &folder :
         {QStringLiteral("core/analytics"), QStringLiteral("core/monitor"), QStringLiteral("core/report"),
          QStringLiteral("core/storage"), QStringLiteral("app/desktop")}) {
        for (QDirIterator it(sources(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
             it.hasNext();) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++files;
            if (it.fileName() != QStringLiteral("exportoptions.cpp"))
                QVERIFY2(!QString::fromUtf8(file.readAll()).contains(plain), qPrintable(it.filePath()));
        }
    }
    QVERIFY(files > 40);
}

LINEWATCH_TEST(TestTranslations)
#include "tst_translations.moc"
