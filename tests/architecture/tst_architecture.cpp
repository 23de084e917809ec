// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/checks.h"
#include "support/testprogram.h"

#include <QLibraryInfo>
#include <QTest>

using namespace linewatch::architecture;

/** Holds the sources against docs/architecture.md. */
class ArchitectureTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_tree = readSourceTree(QStringLiteral(LINEWATCH_SOURCE_FOLDER),
                                {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")});
        QVERIFY2(m_tree.contains(QStringLiteral("core/model/event.h")), "the sources were not found");
    }

    void includesFollowTheArrows() { expectNone(checkArrows(m_tree)); }
    void nothingInTheCoreDraws() { expectNone(checkQtHeaders(m_tree)); }
    void filesDoNotIncludeEachOtherInCircles() { expectNone(checkFileCycles(m_tree)); }
    void foldersDoNotIncludeEachOtherInCircles() { expectNone(checkFolderCycles(m_tree)); }
    void thereAreNoSingletons() { expectNone(checkSingletons(m_tree)); }
    void linkLinesFollowTheArrows() { expectNone(checkLinkLines(m_tree)); }
    void whatAFileNamesOfQtItIncludes()
    {
        expectNone(checkQtNames(m_tree, QLibraryInfo::path(QLibraryInfo::HeadersPath)));
    }

private:
    static void expectNone(const QList<Violation> &violations)
    {
        QVERIFY2(violations.isEmpty(), qPrintable(u'\n' + violations.join(u'\n')));
    }

    SourceTree m_tree;
};

LINEWATCH_TEST(ArchitectureTest)
#include "tst_architecture.moc"
