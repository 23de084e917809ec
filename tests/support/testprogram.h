// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif

namespace linewatch::test {

/**
 * Enters a test of a folder into the folder's program under the name of its file, 'tst_kpi'. The first
 * argument of the program chooses the test; what follows is QTestLib's.
 */
class TestEntry
{
public:
    using Run = int (*)(int argc, char **argv);

    TestEntry(const char *file, Run run);
};

template <typename Test, typename Application>
int runTest(int argc, char **argv)
{
    QCoreApplication::setAttribute(
        Qt::AA_Use96Dpi); // as QTEST_MAIN does: pictures are the same on every screen
    const Application app(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace linewatch::test

/** A test without a screen, in place of QTEST_GUILESS_MAIN. */
#define LINEWATCH_TEST(Test)                                                                                 \
    static const linewatch::test::TestEntry enter##Test(__FILE__,                                            \
                                                        linewatch::test::runTest<Test, QCoreApplication>);
/** A test of widgets, in place of QTEST_MAIN. */
#define LINEWATCH_WIDGET_TEST(Test)                                                                          \
    static const linewatch::test::TestEntry enter##Test(__FILE__,                                            \
                                                        linewatch::test::runTest<Test, QApplication>);
