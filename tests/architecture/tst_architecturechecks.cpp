// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/arrows.h"
#include "architecture/checks.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch::architecture;

namespace {

SourceTree tree(std::initializer_list<std::pair<const char *, const char *>> files)
{
    SourceTree made;
    for (const auto &[path, text] : files)
        made.insert(QString::fromUtf8(path), QString::fromUtf8(text));
    return made;
}

} // namespace

/** Proves on made trees that each check finds what it is for, and nothing else. */
class ArchitectureChecksTest : public QObject
{
    Q_OBJECT

private slots:
    void arrowsOfTheArchitecture_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("allowed");
        const auto row = [](const char *from, const char *allowed) {
            QTest::newRow(from) << QString::fromUtf8(from)
                                << QString::fromUtf8(allowed).split(u' ', Qt::SkipEmptyParts);
        };
        row("model", "");
        row("http", "");
        row("simulation", "model");
        row("live", "model");
        row("storage", "model");
        row("ingest", "storage model");
        row("analytics", "storage model");
        row("alerts", "storage model");
        row("report", "analytics storage model");
        row("api", "ingest analytics alerts report storage model http");
        row("monitor", "api ingest analytics alerts report storage model http live");
        row("ui", "monitor live analytics model");
        row("app", "ui monitor api ingest analytics alerts report storage model http live simulation");
    }
    void arrowsOfTheArchitecture()
    {
        QFETCH(QString, from);
        QFETCH(QStringList, allowed);
        const QStringList all =
            QStringLiteral(
                "app ui monitor api ingest analytics alerts report storage model http live simulation")
                .split(u' ');
        for (const QString &to : all)
            QCOMPARE(mayUse(from, to), from == to || allowed.contains(to));
    }

    void anIncludeAgainstTheArrowsIsFound()
    {
        const QList<Violation> found = checkArrows(tree({
            {"core/model/event.h", "#include <chrono>\n"},
            {"core/storage/store.h", "#include \"model/event.h\"\n"},
            {"core/model/bad.cpp", "\n#include \"storage/store.h\"\n"},
            {"core/model/worse.cpp", "#include <storage/store.h>\n"},
            {"core/model/sly.cpp", "  #  include \"../storage/store.h\"\n"},
            {"ui/page.cpp", "#include \"storage/store.h\"\n#include \"model/event.h\"\n"},
            {"app/server/main.cpp", "#include \"storage/store.h\"\n"},
        }));
        QCOMPARE(
            found,
            (QList<Violation>{
                QStringLiteral("core/model/bad.cpp:2: model must not include storage (storage/store.h)"),
                QStringLiteral("core/model/sly.cpp:1: model must not include storage (../storage/store.h)"),
                QStringLiteral("core/model/worse.cpp:1: model must not include storage (storage/store.h)"),
                QStringLiteral("ui/page.cpp:1: ui must not include storage (storage/store.h)"),
            }));
    }

    void membersOfOnePairOfBracesDoNotKnowEachOther()
    {
        QCOMPARE(
            checkArrows(tree({{"core/ingest/a.h", ""}, {"core/analytics/b.h", "#include \"ingest/a.h\"\n"}}))
                .size(),
            1);
    }

    void failuresAreEverybodysAndOtherwiseHttpKnowsNothingOfOurs()
    {
        const QList<Violation> found = checkArrows(tree({
            {"core/model/failure.h", ""},
            {"core/model/event.h", ""},
            {"core/http/a.h", "#include \"model/failure.h\"\n#include \"model/event.h\"\n"},
        }));
        QCOMPARE(
            found,
            QList<Violation>{QStringLiteral("core/http/a.h:2: http must not include model (model/event.h)")});
    }

    void aFolderThatTheArchitectureDoesNotKnowIsFound()
    {
        QCOMPARE(checkArrows(tree({{"core/utils/helper.h", ""}})).size(), 1);
    }

    void anIncludeThatLeadsNowhereIsFound()
    {
        QCOMPARE(checkArrows(tree({{"core/storage/a.h", "#include \"model/gone.h\"\n#include \"a.moc\"\n"}}))
                     .size(),
                 1);
    }

    void includesInCommentsAndTextsDoNotCount()
    {
        QCOMPARE(checkArrows(tree({
                     {"core/storage/store.h", ""},
                     {"core/model/a.cpp",
                      "// #include \"storage/store.h\"\n/*\n#include \"storage/store.h\"\n*/\n"
                      "const char *t = R\"(\n#include \"storage/store.h\"\n)\";\n"},
                 })),
                 QList<Violation>());
    }

    void drawingHeadersInTheCoreAreFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("header");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *path, const char *header, bool allowed) {
            QTest::addRow("%s in %s", header, path)
                << QString::fromUtf8(path) << QString::fromUtf8(header) << allowed;
        };
        for (const char *header :
             {"QWidget", "QPainter", "QColor", "QGuiApplication", "QtGui/QImage", "QtWidgets", "qpixmap.h",
              "QChart", "QtCharts/QLineSeries", "QSvgRenderer"}) {
            row("core/live/a.h", header, false);
            row("app/server/main.cpp", header, false);
            row("ui/a.h", header, true);
            row("app/desktop/main.cpp", header, true);
        }
        row("core/http/a.h", "QTcpSocket", true);
        row("core/storage/a.h", "QSqlQuery", true);
        row("core/model/a.h", "QString", true);
        row("core/model/a.h", "QSqlQuery", false);
        row("core/model/a.h", "QTcpSocket", false);
        row("core/model/a.h", "queue", true);
    }
    void drawingHeadersInTheCoreAreFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, header);
        QFETCH(bool, allowed);
        const SourceTree made{{path, QStringLiteral("#include <%1>\n").arg(header)}};
        QCOMPARE(checkQtHeaders(made).isEmpty(), allowed);
    }

    void filesInACircleAreFound()
    {
        const QList<Violation> found = checkFileCycles(tree({
            {"core/model/a.h", "#include \"model/b.h\"\n"},
            {"core/model/b.h", "#include \"c.h\"\n"},
            {"core/model/c.h", "#include \"model/a.h\"\n"},
            {"core/model/d.cpp", "#include \"model/a.h\"\n"},
        }));
        QCOMPARE(found,
                 QList<Violation>{QStringLiteral(
                     "circle: core/model/a.h -> core/model/b.h -> core/model/c.h -> core/model/a.h")});
        QCOMPARE(checkFileCycles(tree({{"ui/a.h", "#include \"ui/a.h\"\n"}})).size(), 1);
    }

    void aDiamondIsNoCircle()
    {
        const SourceTree diamond = tree({
            {"ui/pages/a.h", "#include \"ui/charts/b.h\"\n#include \"ui/models/c.h\"\n"},
            {"ui/charts/b.h", "#include \"ui/theme/d.h\"\n"},
            {"ui/models/c.h", "#include \"ui/theme/d.h\"\n"},
            {"ui/theme/d.h", ""},
        });
        QCOMPARE(checkFileCycles(diamond), QList<Violation>());
        QCOMPARE(checkFolderCycles(diamond), QList<Violation>());
    }

    void foldersInACircleAreFoundThoughNoFileIs()
    {
        const SourceTree made = tree({
            {"ui/charts/a.h", ""},
            {"ui/charts/b.cpp", "#include \"ui/models/c.h\"\n"},
            {"ui/models/c.h", ""},
            {"ui/models/d.cpp", "#include \"ui/charts/a.h\"\n"},
        });
        QCOMPARE(checkFileCycles(made), QList<Violation>());
        QCOMPARE(checkFolderCycles(made),
                 QList<Violation>{QStringLiteral("circle: ui/charts -> ui/models -> ui/charts")});
    }

    void singletonsAreFound_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("declaration") << QStringLiteral("class A {\n static A &instance();\n};");
        QTest::newRow("definition") << QStringLiteral("A *A::instance()\n{\n return nullptr;\n}");
        QTest::newRow("getInstance") << QStringLiteral("class A {\n static A* getInstance ( );\n};");
        QTest::newRow("reference to a local")
            << QStringLiteral("Pool &pool()\n{\n static Pool thePool;\n return thePool;\n}");
        QTest::newRow("with arguments") << QStringLiteral(
            "Pool &pool()\n{\n static std::vector<Pool> p{1, {2}};\n if (a) { b(); }\n return p;\n}");
        QTest::newRow("pointer to a local") << QStringLiteral("Pool *pool() { static Pool p; return &p; }");
        QTest::newRow("local pointer")
            << QStringLiteral("Pool *pool() { static Pool *p = new Pool; return p; }");
        QTest::newRow("its target") << QStringLiteral("Pool &pool() { static auto p = make(); return *p; }");
        QTest::newRow("thread_local")
            << QStringLiteral("Pool &pool() { static thread_local Pool p; return p; }");
        QTest::newRow("Q_GLOBAL_STATIC") << QStringLiteral("Q_GLOBAL_STATIC(Pool, pool)");
        QTest::newRow("default settings") << QStringLiteral("void f() { QSettings settings; }");
        QTest::newRow("temporary settings")
            << QStringLiteral("int f() { return QSettings().value(x).toInt(); }");
        QTest::newRow("static settings") << QStringLiteral("static QSettings s(file, QSettings::IniFormat);");
    }
    void singletonsAreFound()
    {
        QFETCH(QString, code);
        const SourceTree made{{QStringLiteral("core/model/a.cpp"), code}};
        QCOMPARE(checkSingletons(made).isEmpty(), false);
    }

    void whatOnlyLooksLikeASingletonPasses_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("constant table")
            << QStringLiteral("const Map &m() { static const Map map = make(); return map; }");
        QTest::newRow("constexpr table") << QStringLiteral(
            "int f(int i) { static constexpr std::array<int, 2> names{1, 2}; return names[i]; }");
        QTest::newRow("static function")
            << QStringLiteral("class A { static A make(); A twin() { A a; return a; } };");
        QTest::newRow("use of Qt's own")
            << QStringLiteral("void f() { auto *app = QCoreApplication::instance(); }");
        QTest::newRow("settings with a file")
            << QStringLiteral("void f() { QSettings settings(file, QSettings::IniFormat); }");
        QTest::newRow("settings given")
            << QStringLiteral("class A { explicit A(QSettings &settings); QSettings &m_settings; };");
        QTest::newRow("in a comment")
            << QStringLiteral("// static A &instance();\n/* QSettings settings; */\n");
        QTest::newRow("in a text") << QStringLiteral("const char *t = \"QSettings settings;\";");
        QTest::newRow("thousands") << QStringLiteral("int a = 1'000; int b = 2'000;");
    }
    void whatOnlyLooksLikeASingletonPasses()
    {
        QFETCH(QString, code);
        const SourceTree made{{QStringLiteral("core/model/a.cpp"), code}};
        QCOMPARE(checkSingletons(made), QList<Violation>());
    }

    void linkLinesAgainstTheArrowsAreFound()
    {
        const QList<Violation> found = checkLinkLines(tree({
            {"core/http/CMakeLists.txt",
             "linewatch_add_library(http\n SOURCES a.cpp\n PUBLIC Qt6::Network linewatch_model\n)\n"},
            {"core/live/CMakeLists.txt",
             "linewatch_add_library(live SOURCES a.cpp PUBLIC linewatch_model PRIVATE Qt6::Gui)"},
            {"core/model/CMakeLists.txt",
             "linewatch_add_library(model SOURCES a.cpp PUBLIC Qt6::Core Qt6::Sql)"},
            {"core/storage/CMakeLists.txt",
             "linewatch_add_library(storage SOURCES a.cpp PUBLIC linewatch_model Qt6::Sql) # linewatch_http\n"
             "\ntarget_link_libraries(linewatch_storage PRIVATE \"linewatch_ingest\" linewatch_common)\n"},
            {"app/server/CMakeLists.txt",
             "target_link_libraries(linewatchd PRIVATE linewatch_monitor Qt6::Widgets linewatch_tools)"},
            {"app/desktop/CMakeLists.txt",
             "target_link_libraries(linewatch PRIVATE linewatch_ui Qt6::Widgets)"},
            {"tests/http/CMakeLists.txt", "target_link_libraries(x PRIVATE linewatch_storage Qt6::Widgets)"},
        }));
        QCOMPARE(found,
                 (QList<Violation>{
                     QStringLiteral("app/server/CMakeLists.txt:1: must not link Qt6::Widgets"),
                     QStringLiteral("app/server/CMakeLists.txt:1: links linewatch_tools, which the "
                                    "architecture does not know"),
                     QStringLiteral("core/http/CMakeLists.txt:1: http must not link model"),
                     QStringLiteral("core/live/CMakeLists.txt:1: must not link Qt6::Gui"),
                     QStringLiteral("core/model/CMakeLists.txt:1: must not link Qt6::Sql"),
                     QStringLiteral("core/storage/CMakeLists.txt:3: storage must not link ingest"),
                 }));
    }

    void aClassOfQtThatNobodyIncludesIsFound()
    {
        const QList<Violation> found = checkQtNames(
            tree({
                {"ui/a.h", "#include <QWidget>\n"},
                {"ui/well.cpp", "#include \"ui/a.h\"\nQWidget *a; QObject *b; QtOrNot c; // QPen\n"},
                {"ui/known.cpp", "#include <QVariant>\nQVariantList a;\n"},
                {"ui/layout.cpp", "#include <QLayout>\nQLayout *a;\nint x(QWidget *a, QWidget *b);\n"},
                {"ui/old.cpp",
                 "#include <QObject>\nbool x(QEvent *event);\n"}, // only QT_INCLUDE_COMPAT has it
            }),
            QLibraryInfo::path(QLibraryInfo::HeadersPath));
        QCOMPARE(found,
                 (QList<Violation>{QStringLiteral("ui/layout.cpp:3: QWidget without <QWidget>"),
                                   QStringLiteral("ui/old.cpp:2: QEvent without <QEvent>")}));
    }

    void treesAreReadFromDisk()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("core/model")));
        for (const char *name : {"core/model/a.h", "core/model/CMakeLists.txt", "core/model/notes.md"}) {
            QFile file(folder.filePath(QString::fromUtf8(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("text");
        }
        const SourceTree read = readSourceTree(folder.path(), {QStringLiteral("core"), QStringLiteral("ui")});
        QCOMPARE(read, tree({{"core/model/a.h", "text"}, {"core/model/CMakeLists.txt", "text"}}));
    }
};

LINEWATCH_TEST(ArchitectureChecksTest)
#include "tst_architecturechecks.moc"
