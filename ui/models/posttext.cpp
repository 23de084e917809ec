// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/posttext.h"

#include "ui/models/rejecttext.h"

#include <QCoreApplication>
#include <QStringList>

namespace linewatch::ui {

namespace {

constexpr std::size_t mostElements = 50; // in one document

struct PostTexts {
    Q_DECLARE_TR_FUNCTIONS(PostText)
};

QString textOf(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

/** What a flaw says by itself; the reason's advice follows. */
QString flawText(FieldFlaw flaw)
{
    switch (flaw) {
    case FieldFlaw::Null:
        return PostTexts::tr("null is no value here.");
    case FieldFlaw::NoText:
        return PostTexts::tr("This is no text: put it in quotation marks.");
    case FieldFlaw::NoWholeNumber:
        return PostTexts::tr("This is no whole number: write it without quotation marks, fraction and unit.");
    case FieldFlaw::Empty:
        return PostTexts::tr("This is empty.");
    case FieldFlaw::TooLong:
        return PostTexts::tr("This is too long.");
    case FieldFlaw::ControlCharacter:
        return PostTexts::tr("There is a control character in it, such as a tab or the end of a line.");
    case FieldFlaw::NoTime:
        return PostTexts::tr("This is no time with an offset from UTC.");
    case FieldFlaw::TooSmall:
        return PostTexts::tr("This is too small.");
    case FieldFlaw::TooLarge:
        return PostTexts::tr("This is too large.");
    default:
        return {};
    }
}

QString joined(const QStringList &sentences)
{
    QStringList said = sentences;
    said.removeAll(QString());
    return said.join(u' ');
}

bool isJson(const std::string &contentType)
{
    return textOf(contentType)
               .section(u';', 0, 0)
               .trimmed()
               .compare(QLatin1String("application/json"), Qt::CaseInsensitive)
        == 0;
}

QString contentTypeAdvice(const SeenPost &post)
{
    if (isJson(post.contentType))
        return {};
    if (post.contentType.empty())
        return PostTexts::tr(
            "The request does not say what it holds; Content-Type: application/json is right. "
            "It is read all the same.");
    return PostTexts::tr("The request says that it holds %1; Content-Type: application/json is right. It is "
                         "read all the same.")
        .arg(textOf(post.contentType));
}

QString row(const QStringList &cells)
{
    QString html = QStringLiteral("<tr>");
    for (const QString &cell : cells)
        html += QStringLiteral("<td style='padding-right:12px'>") + cell + QStringLiteral("</td>");
    return html + QStringLiteral("</tr>");
}

QString bold(const QString &text)
{
    return QStringLiteral("<b>") + text.toHtmlEscaped() + QStringLiteral("</b>");
}

QString code(const std::string &text)
{
    return QStringLiteral("<code>") + textOf(text).toHtmlEscaped() + QStringLiteral("</code>");
}

QString verdictCell(FieldVerdict verdict)
{
    switch (verdict) {
    case FieldVerdict::Right:
        return QStringLiteral("✓ ") + verdictWord(verdict);
    case FieldVerdict::Ignored:
        return QStringLiteral("– ") + verdictWord(verdict);
    default:
        return bold(QStringLiteral("✗ ") + verdictWord(verdict));
    }
}

QString elementHtml(const ElementReport &element, std::size_t index)
{
    QString html = QStringLiteral("<p>")
        + bold(PostTexts::tr("Event %1: %2").arg(index + 1).arg(elementResult(element)))
        + QStringLiteral("</p>");
    if (!element.isObject)
        return html + QStringLiteral("<p>") + code(element.raw) + QStringLiteral("<br>")
            + rejectAdvice(element.reason).toHtmlEscaped() + QStringLiteral("</p>");
    html += QStringLiteral("<table>");
    for (const FieldReport &field : element.fields)
        html += row({code(field.name), code(field.value), verdictCell(field.verdict),
                     fieldAdvice(field).toHtmlEscaped()});
    return html + QStringLiteral("</table>");
}

QString bodyHtml(const SeenPost &post)
{
    if (post.body.empty())
        return QStringLiteral("<p>") + PostTexts::tr("It had no body.").toHtmlEscaped()
            + QStringLiteral("</p>");
    constexpr std::size_t shown = 2'000;
    return QStringLiteral("<pre style='white-space:pre-wrap'>")
        + textOf(post.body.substr(0, shown)).toHtmlEscaped() + QStringLiteral("</pre>");
}

} // namespace

QString postResult(const SeenPost &post, const Formats &formats)
{
    if (post.status != 200 && post.status != 202)
        return PostTexts::tr("Refused: %1").arg(post.status);
    QStringList parts;
    const auto add = [&](std::int64_t count, const QString &words) {
        if (count > 0)
            parts << words.arg(formats.count(count));
    };
    add(post.counts.accepted, PostTexts::tr("%1 accepted"));
    add(post.counts.updated, PostTexts::tr("%1 corrected"));
    add(post.counts.deduped, PostTexts::tr("%1 known already"));
    add(post.counts.queued, PostTexts::tr("%1 waiting on disk"));
    add(post.counts.rejected, PostTexts::tr("%1 rejected"));
    return parts.isEmpty() ? PostTexts::tr("No event in it") : parts.join(QStringLiteral(", "));
}

QString postAdvice(const SeenPost &post, const QUrl &address)
{
    switch (post.status) {
    case 200:
    case 202:
        return contentTypeAdvice(post);
    case 404:
        return PostTexts::tr("There is nothing at %1. Events are posted to %2.")
            .arg(textOf(post.path), address.toString());
    case 405:
        return PostTexts::tr("%1 does not send events. They are sent with POST to %2.")
            .arg(textOf(post.method), address.toString());
    case 400:
        return joined({PostTexts::tr("The body is no list of events, so nothing of it was taken: send a JSON "
                                     "array, also for a single event. Where it broke: %1")
                           .arg(textOf(post.problem)),
                       contentTypeAdvice(post)});
    case 413:
        return PostTexts::tr("The batch is too large: send fewer events at once. %1")
            .arg(textOf(post.problem));
    default:
        return PostTexts::tr(
                   "The server could not take it now; nothing is wrong with the request. Sending it "
                   "again is right. %1")
            .arg(textOf(post.problem));
    }
}

QString elementResult(const ElementReport &element)
{
    if (element.reason != RejectReason::None)
        return PostTexts::tr("rejected: %1").arg(rejectWords(element.reason));
    if (!element.outcome)
        return PostTexts::tr("good");
    switch (element.outcome->status) {
    case OutcomeStatus::Accepted:
        return PostTexts::tr("accepted");
    case OutcomeStatus::Updated:
        return PostTexts::tr("corrects what was sent before");
    case OutcomeStatus::Queued:
        return PostTexts::tr("waits on disk for the database");
    case OutcomeStatus::Rejected:
        return PostTexts::tr("rejected: %1").arg(rejectWords(element.outcome->reason));
    case OutcomeStatus::Deduped:
        break;
    }
    return element.outcome->detail == DedupDetail::Stale
        ? PostTexts::tr("older than what is known, so nothing was changed")
        : PostTexts::tr("known already, and counted once; sending it again is safe");
}

QString verdictWord(FieldVerdict verdict)
{
    switch (verdict) {
    case FieldVerdict::Right:
        return PostTexts::tr("Right");
    case FieldVerdict::Wrong:
        return PostTexts::tr("Wrong");
    case FieldVerdict::Missing:
        return PostTexts::tr("Missing");
    case FieldVerdict::Ignored:
        break;
    }
    return PostTexts::tr("Ignored");
}

QString fieldAdvice(const FieldReport &field)
{
    if (field.verdict != FieldVerdict::Ignored)
        return joined({flawText(field.flaw), rejectAdvice(field.reason)});
    if (field.flaw == FieldFlaw::Repeated)
        return PostTexts::tr("It is there twice: the last one counts.");
    if (field.meant.empty())
        return PostTexts::tr("Nobody reads it; it does no harm.");
    return PostTexts::tr("There is no member of this name. Is %1 meant? Every letter counts.")
        .arg(textOf(field.meant));
}

QString postDocument(const SeenPost &post, const PostReport &report, const QUrl &address,
                     const Formats &formats)
{
    QString html = QStringLiteral("<p>")
        + bold(QStringLiteral("%1 %2 · %3")
                   .arg(textOf(post.method), textOf(post.path), postResult(post, formats)))
        + QStringLiteral("</p>");
    if (const QString advice = postAdvice(post, address); !advice.isEmpty())
        html += QStringLiteral("<p>") + advice.toHtmlEscaped() + QStringLiteral("</p>");
    const std::size_t shown = std::min(report.elements.size(), mostElements);
    for (std::size_t i = 0; i < shown; ++i)
        html += elementHtml(report.elements[i], i);
    if (report.elements.size() > shown || post.isCut())
        html += QStringLiteral("<p>") + PostTexts::tr("The events after these are not shown.").toHtmlEscaped()
            + QStringLiteral("</p>");
    if (report.elements.empty())
        html += bodyHtml(post);
    return html;
}

} // namespace linewatch::ui
