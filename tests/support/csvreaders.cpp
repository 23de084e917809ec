// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/csvreaders.h"

#include "support/programrun.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

namespace linewatch::test {

namespace {

constexpr int officeSeconds = 180;

QJsonArray jsonOf(const ProgramRun &run)
{
    if (!run.finished || run.exitCode != 0) {
        qWarning("%s", run.error.constData());
        return {};
    }
    return QJsonDocument::fromJson(run.output).array();
}

/** One <table:table-cell>; the reader stands at its start. */
SheetCell readCell(QXmlStreamReader &xml)
{
    SheetCell cell;
    const QXmlStreamAttributes attributes = xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.qualifiedName() == QLatin1String("office:value"))
            cell.number = attribute.value().toDouble();
    }
    QStringList lines;
    while (xml.readNextStartElement())
        lines += xml.readElementText(QXmlStreamReader::IncludeChildElements);
    cell.text = lines.join(u'\n');
    return cell;
}

QList<SheetCell> readRow(QXmlStreamReader &xml)
{
    QList<SheetCell> row;
    while (xml.readNextStartElement()) {
        const QString repeated =
            xml.attributes().value(QStringLiteral("table:number-columns-repeated")).toString();
        const SheetCell cell = readCell(xml);
        row.insert(row.size(), std::max(1, repeated.toInt()), cell);
    }
    return row;
}

} // namespace

QList<QStringList> readWithPython(const QString &file, char separator)
{
    const QString program =
        QStringLiteral("import csv, json, sys\n"
                       "with open(sys.argv[1], newline='', encoding='utf-8-sig') as file:\n"
                       "    print(json.dumps(list(csv.reader(file, delimiter=sys.argv[2], strict=True))))");
    const ProgramRun run = runProgram(QStringLiteral("python3"),
                                      {QStringLiteral("-c"), program, file, QString(QLatin1Char(separator))},
                                      QProcessEnvironment::systemEnvironment());
    QList<QStringList> rows;
    for (const QJsonValue &row : jsonOf(run))
        rows += row.toVariant().toStringList();
    return rows;
}

QList<QStringList> readWithSqlite(const QString &file)
{
    // Values alone: what JSON makes of the names of columns has an order of its own.
    const auto ask = [&file](const QString &question) {
        return jsonOf(runProgram(QStringLiteral("sqlite3"),
                                 {QStringLiteral(":memory:"), QStringLiteral("-cmd"),
                                  QStringLiteral(".import --csv '%1' rows").arg(file),
                                  QStringLiteral("-json"), question},
                                 QProcessEnvironment::systemEnvironment()));
    };
    QStringList names;
    for (const QJsonValue &column :
         ask(QStringLiteral("SELECT name FROM pragma_table_info('rows') ORDER BY cid")))
        names += column[QLatin1String("name")].toString();
    if (names.isEmpty())
        return {};
    QList<QStringList> rows{names};
    for (const QJsonValue &row : ask(QStringLiteral("SELECT * FROM rows"))) {
        QStringList values;
        for (const QString &name : names)
            values += row[name].toVariant().toString();
        rows += values;
    }
    return rows;
}

QList<QList<SheetCell>> readWithLibreOffice(const QString &file, char separator, int language,
                                            const QString &folder)
{
    constexpr int utf8 = 76; // the numbers that LibreOffice gives encodings
    const QString filter = QStringLiteral("--infilter=Text - txt - csv (StarCalc):%1,34,%2,1,,%3,false,true")
                               .arg(static_cast<int>(separator))
                               .arg(utf8)
                               .arg(language);
    const ProgramRun run = runProgram(QStringLiteral("soffice"),
                                      {QStringLiteral("-env:UserInstallation=file://%1/office").arg(folder),
                                       QStringLiteral("--headless"), filter, QStringLiteral("--convert-to"),
                                       QStringLiteral("fods"), QStringLiteral("--outdir"), folder, file},
                                      isolatedEnvironment(folder), {}, officeSeconds);
    QFile sheet(folder + u'/' + QFileInfo(file).completeBaseName() + QStringLiteral(".fods"));
    if (!run.finished || !sheet.open(QIODevice::ReadOnly)) {
        qWarning("%s", (run.output + run.error).constData());
        return {};
    }
    QXmlStreamReader xml(&sheet);
    xml.setNamespaceProcessing(false);
    QList<QList<SheetCell>> rows;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement
            && xml.qualifiedName() == QLatin1String("table:table-row"))
            rows += readRow(xml);
    }
    return rows;
}

} // namespace linewatch::test
