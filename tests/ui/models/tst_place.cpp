// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/models/placehistory.h"

#include <QRandomGenerator>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

namespace {

/** Names with everything that means something in a URL. */
QString randomName(QRandomGenerator &random)
{
    static const QString signs = u"aZ9-._~ /?#[]@!$&'()*+,;=%:\"<>\\^`{|}äß漢😀\n"_s;
    QString name;
    for (int i = 0, length = random.bounded(1, 12); i < length; ++i)
        name += signs[random.bounded(signs.size())];
    return QString::fromUtf8(name.toUtf8()); // half a pair of surrogates is no name
}

Place randomPlace(QRandomGenerator &random)
{
    Place place;
    switch (random.bounded(8)) {
    case 0:
        place = Place::ofLine(LineId(randomName(random)));
        break;
    case 1:
        place = Place::ofMachine(MachineId(randomName(random)));
        break;
    case 2:
        place = Place::ofEvent(EventId(randomName(random)));
        break;
    case 3:
        place = Place::eventsOfMachine(MachineId(randomName(random)));
        place.line = LineId(random.bounded(2) == 0 ? QString() : randomName(random));
        break;
    case 4:
        place = Place::eventsOfLine(LineId(randomName(random)));
        break;
    case 5:
    case 6:
        place = Place::events();
        place.isRejected = random.bounded(2) == 0;
        place.defects = static_cast<EventDefects>(random.bounded(3));
        place.reason = static_cast<RejectReason>(random.bounded(int{RejectReasonCount}));
        place.sender = random.bounded(2) == 0 ? std::string() : randomName(random).toStdString();
        place.line = LineId(random.bounded(2) == 0 ? QString() : randomName(random));
        break;
    default:
        place.page = static_cast<Place::Page>(random.bounded(5));
        if (place.page == Place::Page::Settings)
            place.part = static_cast<Place::Part>(random.bounded(3));
    }
    if (random.bounded(2) == 0) {
        const Instant start{std::chrono::microseconds{random.bounded(1'000'000'000) * 1'000'000LL
                                                      + random.bounded(1'000'000)}};
        place.window = TimeWindow{start, start + std::chrono::microseconds{random.bounded(1, 1 << 30)}};
    }
    return place;
}

} // namespace

class PlaceTest : public QObject
{
    Q_OBJECT

private slots:
    void aLinkLeadsToWhereItWasTaken()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 5'000; ++i) {
            const Place place = randomPlace(random);
            const QUrl link = linkTo(place);
            QVERIFY2(link.isValid(), qPrintable(link.errorString()));
            // As it comes back from where people paste it.
            const QString text = link.toString(QUrl::FullyEncoded);
            QCOMPARE(text.count(u'\n'), 0);
            const std::optional<Place> back = placeOf(QUrl(text, QUrl::StrictMode));
            QVERIFY2(back && *back == place, qPrintable(text));
        }
    }

    void linksLookAsPeopleExpect()
    {
        const Instant start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 15}};
        Place place = Place::ofMachine(MachineId(u"M-103"_s));
        place.window = TimeWindow{start, start + std::chrono::hours{8}};
        QCOMPARE(linkTo(place).toString(QUrl::FullyEncoded),
                 u"linewatch://machine/M-103?from=2026-01-15T00:00:00Z&to=2026-01-15T08:00:00Z"_s);
        QCOMPARE(linkTo(Place::ofLine(LineId(u"Line 1"_s))).toString(QUrl::FullyEncoded),
                 u"linewatch://line/Line%201"_s);
        QCOMPARE(linkTo(Place::overview()).toString(), u"linewatch://overview"_s);
        Place rejected = Place::events();
        rejected.isRejected = true;
        rejected.reason = RejectReason::InvalidDuration;
        rejected.sender = "10.0.0.7";
        QCOMPARE(linkTo(rejected).toString(QUrl::FullyEncoded),
                 u"linewatch://events?list=rejected&reason=INVALID_DURATION&sender=10.0.0.7"_s);
        Place defective = Place::eventsOfMachine(MachineId(u"M-1"_s));
        defective.defects = EventDefects::Some;
        QCOMPARE(linkTo(defective).toString(QUrl::FullyEncoded),
                 u"linewatch://events?machine=M-1&defects=some"_s);
    }

    void whatIsNoLinkLeadsNowhere_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *link :
             {"", "linewatch:", "linewatch://", "linewatch://nowhere", "http://machine/M-1",
              "linewatch://line", "linewatch://machine/", "linewatch://machine/M?from=2026-01-15T00:00:00Z",
              "linewatch://machine/M?from=yesterday&to=today",
              "linewatch://machine/M?from=2026-01-15T00:00:00Z&to=2026-01-15T00:00:00Z",
              "linewatch://events?defects=many", "linewatch://events?list=lost",
              "linewatch://events?reason=NONE", "linewatch://settings?part=none"})
            QTest::addRow("%s", link) << QString::fromLatin1(link);
    }
    void whatIsNoLinkLeadsNowhere()
    {
        QFETCH(const QString, link);
        QVERIFY(!placeOf(QUrl(link)));
    }

    /** Against a list of all places and a number in it. */
    void historyIsThatOfABrowser()
    {
        QRandomGenerator random(11);
        PlaceHistory history;
        QList<Place> model{Place::overview()};
        qsizetype at = 0;
        for (int i = 0; i < 2'000; ++i) {
            const int what = random.bounded(4);
            if (what == 0 && history.canGoBack()) {
                history.back();
                --at;
            } else if (what == 1 && history.canGoForward()) {
                history.forward();
                ++at;
            } else {
                const Place place = random.bounded(5) == 0 ? history.current() : randomPlace(random);
                history.go(place);
                if (!(place == model[at])) {
                    model.resize(at + 1);
                    model.append(place);
                    if (model.size() > qsizetype(PlaceHistory::MaxPlaces))
                        model.removeFirst();
                    at = model.size() - 1;
                }
            }
            QVERIFY(history.current() == model[at]);
            QCOMPARE(history.canGoBack(), at > 0);
            QCOMPARE(history.canGoForward(), at + 1 < model.size());
        }
    }
};

LINEWATCH_TEST(PlaceTest)
#include "tst_place.moc"
