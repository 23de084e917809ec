// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/textpart.h"

namespace linewatch::ui {

QString plainText(const TextParts &parts)
{
    QString text;
    for (const TextPart &part : parts)
        text += part.text;
    return text;
}

TextParts joined(const TextParts &parts, const QString &separator)
{
    TextParts result;
    for (const TextPart &part : parts) {
        if (!result.empty())
            result.push_back({separator, Tone::Muted, false});
        result.push_back(part);
    }
    return result;
}

} // namespace linewatch::ui
