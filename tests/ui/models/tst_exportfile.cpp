// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/samples.h"
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/exportfile.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;

class TestExportFile : public QObject
{
    Q_OBJECT

private slots:
    void namesSayWhatAndWhen();
    void windowsNameTheirDayAndZone();
};

void TestExportFile::namesSayWhatAndWhen()
{
    ReportRequest request;
    request.window = {at("2026-01-15T12:12:00Z"), at("2026-01-15T13:12:07Z")};
    QCOMPARE(exportFileName(request, madeFormats()),
             QStringLiteral("linewatch-events-2026-01-15-1312-1412.csv"));
    request.kind = ReportKind::MachineHealth;
    request.window.end = at("2026-01-15T23:30:00Z");
    QCOMPARE(exportFileName(request, madeFormats()),
             QStringLiteral("linewatch-health-2026-01-15-1312-2026-01-16-0030.csv"));
    request.kind = ReportKind::DefectLines;
    QVERIFY(exportFileName(request, madeFormats()).startsWith(QStringLiteral("linewatch-lines-")));
}

void TestExportFile::windowsNameTheirDayAndZone()
{
    QCOMPARE(windowText({at("2026-01-15T12:12:00Z"), at("2026-01-15T13:12:07Z")}, madeFormats()),
             QStringLiteral("15/01/2026 13:12:00 – 14:12:07 CET"));
    QCOMPARE(windowText({at("2026-01-15T12:12:00Z"), at("2026-01-15T23:30:00Z")}, madeFormats()),
             QStringLiteral("15/01/2026 13:12:00 – 16/01/2026 00:30:00 CET"));
}

LINEWATCH_WIDGET_TEST(TestExportFile)
#include "tst_exportfile.moc"
