// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/failure.h"
#include "model/strangewords.h"
#include "model/systemreason.h"
#include "support/testprogram.h"

#include <QTest>

#include <cerrno>

using namespace linewatch;
using namespace linewatch::test;

class SentenceTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutATranslatorItIsEnglishTwice()
    {
        const Sentence sentence("cannot open %1: %2", QStringLiteral("a.db"), systemReason(EACCES));
        QCOMPARE(sentence.english(), QStringLiteral("cannot open a.db: Permission denied"));
        QCOMPARE(sentence.translated(), sentence.english());
    }

    void partsAreTranslatedAndEnglishStays()
    {
        const StrangeWords words;
        const Sentence sentence("cannot open %1: %2", QStringLiteral("a.db"), systemReason(ENOSPC));
        QCOMPARE(sentence.english(), QStringLiteral("cannot open a.db: No space left on device"));
        QCOMPARE(sentence.translated(),
                 QStringLiteral("Failure>cannot open a.db: Failure>No space left on device"));
    }

    void aNameThatLooksLikeAPlaceholderStaysAName()
    {
        const Sentence sentence("%1 and %2", QStringLiteral("100 %2"), QStringLiteral("b"));
        QCOMPARE(sentence.english(), QStringLiteral("100 %2 and b"));
    }

    void aReasonThatWeHaveNoWordsForIsTheSystems()
    {
        const StrangeWords words;
        const Sentence reason = systemReason(EXDEV);
        QVERIFY(!reason.english().isEmpty());
        QCOMPARE(reason.translated(), reason.english());
    }

    void aFailureHasBoth()
    {
        const StrangeWords words;
        const Failure failure{Failure::Kind::Refused, Sentence("no")};
        QCOMPARE(failure.message, QStringLiteral("no"));
        QCOMPARE(failure.shown, QStringLiteral("Failure>no"));
        const Failure plain{Failure::Kind::Internal, QStringLiteral("as it is")};
        QCOMPARE(plain.message, QStringLiteral("as it is"));
        QCOMPARE(plain.shown, plain.message);
    }
};

LINEWATCH_TEST(SentenceTest)
#include "tst_sentence.moc"
