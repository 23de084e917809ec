// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/listenaddress.h"
#include "monitor/optionsources.h"
#include "monitor/settingkeys.h"

#include <QFileInfo>
#include <QTimeZone>

#include <cmath>

namespace linewatch {

namespace {

using Kind = SettingKey::Kind;

QString written(double bound)
{
    return QString::number(bound, 'g', 15);
}

std::optional<qint64> wholeFrom(const SettingKey &key, const QString &text)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    const auto exact = static_cast<double>(value); // bounds are far below 2^53
    const bool isNone = key.kind == Kind::WholeOrNone && value == 0;
    if (!isNumber || (!isNone && (exact < key.smallest || exact > key.largest)))
        return std::nullopt;
    return value;
}

std::optional<double> numberFrom(const SettingKey &key, const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value) || value < key.smallest || value > key.largest)
        return std::nullopt;
    return value;
}

Failure notWithin(const SettingKey &key, const QString &text)
{
    const QString name(key.name);
    switch (key.kind) {
    case Kind::WholeOrNone:
        return refused(Sentence(
            QT_TRANSLATE_NOOP("Failure",
                              "the setting %1 is 0, for no spool, or a whole number from %2 to %3, not '%4'"),
            name, written(key.smallest), written(key.largest), text));
    case Kind::Number:
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "the setting %1 is a number from %2 to %3, not '%4'"), name,
                     written(key.smallest), written(key.largest), text));
    case Kind::OneOf:
        return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "the setting %1 is one of %2, not '%3'"), name,
                                rangeText(key), text));
    case Kind::Zone:
        return refused(Sentence(
            QT_TRANSLATE_NOOP("Failure",
                              "the setting %1 is 'system' or a time zone such as Europe/Berlin, not '%2'"),
            name, text));
    default:
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "the setting %1 is a whole number from %2 to %3, not '%4'"),
                     name, written(key.smallest), written(key.largest), text));
    }
}

template <class T>
Result<void> found(const Result<T> &read)
{
    return read ? Result<void>{} : read.failure();
}

} // namespace

QString rangeText(const SettingKey &key)
{
    const QString bounds = QStringLiteral("%1 to %2").arg(written(key.smallest), written(key.largest));
    switch (key.kind) {
    case Kind::Listen:
        return QStringLiteral("a loopback address and a port");
    case Kind::Database:
        return QStringLiteral("a URL");
    case Kind::File:
        return QStringLiteral("a file that can be read");
    case Kind::Zone:
        return QStringLiteral("system, or a name of the tz database");
    case Kind::OneOf:
        return QString(key.words).split(QLatin1Char(' ')).join(QStringLiteral(", "));
    case Kind::WholeOrNone:
        return QStringLiteral("0, ") + bounds;
    case Kind::Whole:
    case Kind::Number:
        return bounds;
    case Kind::Text:
        break;
    }
    return {};
}

Result<void> checkSetting(const SettingKey &key, const QString &text)
{
    bool isGood = true;
    switch (key.kind) {
    case Kind::Listen:
        return found(ListenAddress::parse(text));
    case Kind::Database:
        return found(DatabaseUrl::parse(text));
    case Kind::File:
        return checkFile(text);
    case Kind::Whole:
    case Kind::WholeOrNone:
        isGood = wholeFrom(key, text).has_value();
        break;
    case Kind::Number:
        isGood = numberFrom(key, text).has_value();
        break;
    case Kind::OneOf:
        isGood = QString(key.words).split(QLatin1Char(' ')).contains(text);
        break;
    case Kind::Zone:
        isGood = text == QLatin1String("system") || QTimeZone::isTimeZoneIdAvailable(text.toUtf8());
        break;
    case Kind::Text:
        break;
    }
    return isGood ? Result<void>{} : notWithin(key, text);
}

Result<std::optional<qint64>> wholeSetting(const SettingValues &values, const QString &name)
{
    const std::optional<QString> text = values(name);
    if (!text)
        return std::optional<qint64>{};
    const std::optional<qint64> value = wholeFrom(*findSettingKey(name), *text);
    return value ? Result<std::optional<qint64>>(value) : notWithin(*findSettingKey(name), *text);
}

Result<std::optional<double>> numberSetting(const SettingValues &values, const QString &name)
{
    const std::optional<QString> text = values(name);
    if (!text)
        return std::optional<double>{};
    const std::optional<double> value = numberFrom(*findSettingKey(name), *text);
    return value ? Result<std::optional<double>>(value) : notWithin(*findSettingKey(name), *text);
}

} // namespace linewatch
