// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"

#include <QFileInfo>

#include <cstdio>
#include <map>

namespace linewatch::test {

namespace {

/** Entries are made before main(), in an order that nobody promises. */
std::map<QString, TestEntry::Run> &entries()
{
    static std::map<QString, TestEntry::Run> tests;
    return tests;
}

int refuse(const char *program)
{
    std::fprintf(stderr, "usage: %s TEST [options of QTestLib]\n", program);
    for (const auto &[name, run] : entries())
        std::fprintf(stderr, "  %s\n", qPrintable(name));
    return 2;
}

} // namespace

TestEntry::TestEntry(const char *file, Run run)
{
    const bool isNew = entries().emplace(QFileInfo(QString::fromUtf8(file)).completeBaseName(), run).second;
    Q_ASSERT_X(isNew, file, "two tests of one name");
}

} // namespace linewatch::test

int main(int argc, char *argv[])
{
    const auto &tests = linewatch::test::entries();
    const auto chosen = argc < 2 ? tests.end() : tests.find(QString::fromLocal8Bit(argv[1]));
    if (chosen == tests.end())
        return linewatch::test::refuse(argv[0]);
    return chosen->second(argc - 1, argv + 1); // the test is the program, as far as it can tell
}
