// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/settingkeys.h"

#include "model/retention.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace linewatch {

namespace {

using Kind = SettingKey::Kind;
using Effect = SettingKey::Effect;

constexpr double kibi = 1024;
constexpr double mebi = 1024 * kibi;
constexpr double tebi = mebi * mebi;
constexpr double day = 86'400; // seconds
constexpr double million = 1'000'000;

constexpr SettingKey key(const char *name, Kind kind, const char *standard, Effect effect,
                         const char *meaning)
{
    return {QLatin1String(name), kind, QLatin1String(standard), effect, 0, 0, {}, QLatin1String(meaning)};
}

constexpr SettingKey number(const char *name, Kind kind, const char *standard, double smallest,
                            double largest, Effect effect, const char *meaning)
{
    return {QLatin1String(name),   kind, QLatin1String(standard), effect, smallest, largest, {},
            QLatin1String(meaning)};
}

/** Smaller limits would refuse what ordinary clients send, larger ones would be none. */
constexpr SettingKey limit(const char *name, const char *standard, double smallest, double largest,
                           const char *meaning)
{
    return number(name, Kind::Whole, standard, smallest, largest, Effect::Endpoint, meaning);
}

constexpr SettingKey choice(const char *name, const char *standard, const char *words, const char *meaning)
{
    return {QLatin1String(name),  Kind::OneOf,           QLatin1String(standard), Effect::Window, 0, 0,
            QLatin1String(words), QLatin1String(meaning)};
}

constexpr std::array keys{
    key("server/listen", Kind::Listen, "127.0.0.1:8080", Effect::Endpoint,
        "Where events are taken and questions answered; port 0 picks a free one."),
    limit("limits/bodyBytes", "16777216", kibi, kibi *mebi,
          "The body of a request, and what comes out of chunks and gzip."),
    limit("limits/headerBytes", "32768", kibi, mebi, "The header block of a request."),
    limit("limits/targetBytes", "8192", kibi, mebi, "Path and query of a request."),
    limit("limits/batchEvents", "50000", 1, million, "Events in one batch."),
    limit("limits/queuedEvents", "100000", 1, 100 * million, "Events that wait to be written."),
    limit("limits/connections", "10000", 1, million, "Connections at once."),
    limit("limits/headerSeconds", "10", 1, day, "From the first byte of a request to its blank line."),
    limit("limits/bodySeconds", "60", 1, day, "From the blank line to the last byte of the body."),
    limit("limits/idleSeconds", "75", 1, day, "A connection on which nothing is asked."),
    key("store/database", Kind::Database, "", Effect::Program,
        "The store: sqlite:/path/file.db or mysql://USER@HOST:PORT[,HOST:PORT...]/NAME."),
    key("store/password", Kind::Text, "", Effect::Program, "The password of the database's user."),
    key("store/tlsCa", Kind::File, "", Effect::Program,
        "The authority of the database's certificate; with it, TLS is asked for."),
    key("store/tlsCertificate", Kind::File, "", Effect::Program,
        "Our certificate, where the database asks for one; goes with tlsKey."),
    key("store/tlsKey", Kind::File, "", Effect::Program, "The key of our certificate."),
    number("store/retentionDays", Kind::Whole, "0", 0, static_cast<double>(Retention::LongestAge.count()),
           Effect::Program, "How many days raw events are kept; 0: for ever."),
    key("spool/file", Kind::Text, "", Effect::Program,
        "Where batches wait while the database server is away."),
    // SQLite's own tables need some of it; a disk of the largest size is none.
    number("spool/maxBytes", Kind::WholeOrNone, "1073741824", mebi, tebi, Effect::Program,
           "The size of that file; 0: no spool."),
    number("thresholds/defectsPerHour", Kind::Number, "2", 0.01, million, Effect::Program,
           "The defect rate from which a machine is in Warning."),
    number("thresholds/silentMinutes", Kind::Whole, "5", 1, 1440, Effect::Program,
           "After how long without an event a machine is Silent."),
    choice("view/language", "system", "system en de", "The language of the window."),
    choice("view/theme", "system", "system light dark", "The colours of the window."),
    choice("view/textPercent", "100", "100 125 150 200", "The size of the window's text, in percent."),
    SettingKey{QLatin1String("view/timeZone"),
               Kind::Zone,
               QLatin1String("system"),
               Effect::Window,
               0,
               0,
               {},
               QLatin1String("The time zone in which times are shown, such as Europe/Berlin.")},
};

/** How many letters have to be changed, added or left out to make one of the other (Levenshtein). */
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), qsizetype{0});
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype changed = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, changed}));
        }
    }
    return row.back();
}

QString ownName(const QString &name)
{
    return name.section(QLatin1Char('/'), -1).toLower();
}

} // namespace

std::span<const SettingKey> settingKeys()
{
    return keys;
}

const SettingKey *findSettingKey(const QString &name)
{
    const auto found = std::ranges::find(keys, name, &SettingKey::name);
    return found != keys.end() ? &*found : nullptr;
}

/** By the whole name, or by that within its section, which is easily the wrong one. */
std::optional<QString> nearestSettingKey(const QString &name)
{
    constexpr qsizetype farthest = 3;
    std::optional<QString> nearest;
    qsizetype least = farthest + 1;
    for (const SettingKey &known : keys) {
        const QString other = QString(known.name);
        const qsizetype away =
            std::min(distance(name.toLower(), other.toLower()), distance(ownName(name), ownName(other)));
        if (away < least && away * 3 <= ownName(other).size()) {
            least = away;
            nearest = other;
        }
    }
    return nearest;
}

Sentence unknownSetting(const QString &name)
{
    const std::optional<QString> nearest = nearestSettingKey(name);
    return nearest
        ? Sentence(QT_TRANSLATE_NOOP("Failure", "there is no setting %1; did you mean %2?"), name, *nearest)
        : Sentence(QT_TRANSLATE_NOOP("Failure", "there is no setting %1"), name);
}

} // namespace linewatch
