// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/arrows.h"
#include "architecture/checks.h"

#include <QRegularExpression>

namespace linewatch::architecture {

namespace {

int lineOf(const QString &code, qsizetype position)
{
    return static_cast<int>(code.left(position).count(u'\n')) + 1;
}

/** What follows @p from up to the end of the block it stands in. */
QString restOfBlock(const QString &code, qsizetype from)
{
    int depth = 0;
    for (qsizetype at = from; at < code.size(); ++at) {
        if (code[at] == u'{')
            ++depth;
        else if (code[at] == u'}' && --depth < 0)
            return code.mid(from, at - from);
    }
    return code.mid(from);
}

QList<Violation> matches(const QString &path, const QString &code, const QRegularExpression &pattern,
                         const QString &what)
{
    QList<Violation> violations;
    for (auto found = pattern.globalMatch(code); found.hasNext();)
        violations.append(violation(path, lineOf(code, found.next().capturedStart()), what));
    return violations;
}

/** A static that can change and that a `return` further down in its block hands out. */
QList<Violation> handedOutStatics(const QString &path, const QString &code)
{
    static const QRegularExpression declaration(QStringLiteral(
        R"(\bstatic\s+(?!const\b|constexpr\b)[\w:<>,\s]*?[\w>]\s*[\s*]\s*(\w+)\s*(?=[;={(]))"));
    QList<Violation> violations;
    for (auto found = declaration.globalMatch(code); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QRegularExpression handedOut(
            QStringLiteral(R"(\breturn\s+[&*]?\s*%1\s*;)").arg(match.captured(1)));
        if (restOfBlock(code, match.capturedEnd()).contains(handedOut)) {
            violations.append(violation(
                path, lineOf(code, match.capturedStart()),
                QStringLiteral("the static '%1' is handed out: a singleton").arg(match.captured(1))));
        }
    }
    return violations;
}

} // namespace

QList<Violation> checkSingletons(const SourceTree &tree)
{
    static const QRegularExpression instance(
        QStringLiteral(R"([\w>]\s*[&*]\s*(?:\w+::)*(?:instance|getInstance|theInstance|self)\s*\(\s*\))"));
    static const QRegularExpression globalStatic(QStringLiteral(R"(\bQ_(?:GLOBAL|APPLICATION)_STATIC\b)"));
    static const QRegularExpression settings(QStringLiteral(
        R"(\bQSettings\s*(?:\(\s*\)|\{\s*\}|\s(?!m_)\w+\s*(?:;|\{\s*\}))|\bstatic\s+QSettings\b)"));
    QList<Violation> violations;
    for (const QString &path : tree.keys()) {
        if (!isCppFile(path) || stationOf(path).isEmpty())
            continue;
        const QString code = withoutCommentsAndStrings(tree.value(path));
        violations += matches(path, code, instance, QStringLiteral("an instance() function: a singleton"));
        violations += matches(path, code, globalStatic, QStringLiteral("a global object: a singleton"));
        violations += matches(path, code, settings,
                              QStringLiteral("global settings: settings come through constructors"));
        violations += handedOutStatics(path, code);
    }
    return violations;
}

} // namespace linewatch::architecture
