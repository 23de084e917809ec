// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace linewatch::ui {

/** What a piece of text wants to be seen as; the theme gives it a colour. */
enum class Tone { Muted, Plain, Warning, Silent, Critical };

/** A piece of one running text that looks the same throughout. */
struct TextPart {
    QString text;
    Tone tone = Tone::Muted;
    bool strong = false;

    friend bool operator==(const TextPart &, const TextPart &) = default;
};

using TextParts = std::vector<TextPart>;

QString plainText(const TextParts &parts);

/** The texts one after another with @p separator, muted, between them. */
TextParts joined(const TextParts &parts, const QString &separator);

} // namespace linewatch::ui
