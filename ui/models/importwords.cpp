// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importwords.h"

#include "model/rfc3339.h"
#include "ui/models/eventtext.h"

#include <QCoreApplication>

#include <array>

namespace linewatch::ui {

namespace {

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

struct FieldName {
    std::string_view field;
    const char *words;
};

constexpr std::array fieldNames{
    FieldName{"name", QT_TRANSLATE_NOOP("ImportWords", "Name")},
    FieldName{"line", QT_TRANSLATE_NOOP("ImportWords", "Line")},
    FieldName{"lineFrom", QT_TRANSLATE_NOOP("ImportWords", "Line counts from")},
    FieldName{"formerLines", QT_TRANSLATE_NOOP("ImportWords", "Former lines")},
    FieldName{"factoryId", QT_TRANSLATE_NOOP("ImportWords", "Factory")},
    FieldName{"idealCycle", QT_TRANSLATE_NOOP("ImportWords", "Ideal cycle (ms)")},
    FieldName{"unitsPerCycle", QT_TRANSLATE_NOOP("ImportWords", "Units a cycle")},
    FieldName{"silenceLimit", QT_TRANSLATE_NOOP("ImportWords", "Silent after (s)")},
    FieldName{"threshold", QT_TRANSLATE_NOOP("ImportWords", "Warning from (defects/h)")},
    FieldName{"notes", QT_TRANSLATE_NOOP("ImportWords", "Notes")},
    FieldName{"retiredSince", QT_TRANSLATE_NOOP("ImportWords", "Retired since")},
    FieldName{"confirmed", QT_TRANSLATE_NOOP("ImportWords", "Confirmed")},
};

/** Whole seconds where it is one, with the zone. */
QString whenText(const Formats &formats, Instant moment)
{
    QString text = momentText(formats, moment);
    if (text.endsWith(QLatin1String(".000")))
        text.chop(4);
    return text + QLatin1Char(' ') + formats.zoneName(moment);
}

/** A time as files have it, or 'always'. */
QString startText(const std::string &text, const Formats &formats)
{
    if (text == "always")
        return ImportWords::tr("always");
    const std::optional<Instant> moment = parseRfc3339(text);
    return moment ? whenText(formats, *moment) : QString::fromStdString(text);
}

/** 'always LINE-A, 15 Jan 2026 06:00:00 CET LINE-B' */
QString formerText(const std::string &text, const Formats &formats)
{
    QStringList lines;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string entry(rest.substr(0, rest.find('\n')));
        rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
        const std::size_t start = std::min(entry.find(' '), entry.size());
        lines += startText(entry.substr(0, start), formats) + QString::fromStdString(entry.substr(start));
    }
    return lines.join(QStringLiteral(", "));
}

QString wordText(std::string_view field, const std::string &text, const Formats &formats)
{
    if (field == "confirmed")
        return text == "yes" ? ImportWords::tr("yes") : ImportWords::tr("no");
    if (field == "lineFrom")
        return startText(text, formats);
    if (field == "formerLines")
        return formerText(text, formats);
    return QString::fromStdString(text);
}

QString cellText(std::string_view field, const RegistryCell &cell, const Formats &formats)
{
    if (const auto *text = std::get_if<std::string>(&cell))
        return wordText(field, *text, formats);
    if (const auto *number = std::get_if<std::int64_t>(&cell))
        return formats.count(*number);
    if (const auto *decimal = std::get_if<Decimal>(&cell))
        return formats.decimal(*decimal);
    if (const auto *moment = std::get_if<Instant>(&cell))
        return whenText(formats, *moment);
    return ImportWords::tr("nothing");
}

QString newText(RegistryKind kind)
{
    return kind == RegistryKind::Machines ? ImportWords::tr("New machine") : ImportWords::tr("New line");
}

} // namespace

QString fieldWords(std::string_view field)
{
    for (const FieldName &name : fieldNames) {
        if (name.field == field)
            return ImportWords::tr(name.words);
    }
    return QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
}

QStringList rowWords(const ImportRow &row, RegistryKind kind, const Formats &formats)
{
    QStringList words;
    for (const Sentence &fault : row.faults)
        words += ImportWords::tr("Refused: %1").arg(fault.translated());
    if (!row.isGood())
        return words;
    if (row.isNew)
        words += newText(kind);
    for (const FieldChange &change : row.changes) {
        words += QStringLiteral("%1: %2 → %3")
                     .arg(fieldWords(change.field), cellText(change.field, change.before, formats),
                          cellText(change.field, change.after, formats));
    }
    return words.isEmpty() ? QStringList{ImportWords::tr("Nothing changes")} : words;
}

} // namespace linewatch::ui
