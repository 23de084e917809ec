// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cutfinder.h"

#include "ui/textrecorder.h"
#include "ui/widgets/keyfigurecard.h"
#include "ui/widgets/statusline.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollArea>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr double tolerance = 1.5; // pixels: what rounding does

QString described(const QWidget &widget)
{
    const QRect where(widget.mapTo(widget.window(), QPoint()), widget.size());
    return QStringLiteral("%1 '%2' at %3,%4 %5x%6")
        .arg(QLatin1String(widget.metaObject()->className()), widget.accessibleName())
        .arg(where.x())
        .arg(where.y())
        .arg(where.width())
        .arg(where.height());
}

/** What is typed in may be longer than the field: it scrolls there. */
bool scrollsByItself(const QWidget &widget)
{
    return qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget);
}

class Finder
{
public:
    Finder(QWidget &window, const QStringList &names) : m_window(window), m_names(names) { }

    QStringList find()
    {
        look(m_window);
        for (QWidget *widget : m_window.findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->window() == &m_window)
                look(*widget);
        }
        return m_found;
    }

private:
    void look(QWidget &widget)
    {
        lookAtPlace(widget);
        lookAtSize(widget);
        if (!scrollsByItself(widget))
            lookAtPainted(widget);
        if (auto *bar = qobject_cast<QMenuBar *>(&widget))
            lookAtMenus(*bar);
    }

    void note(const QWidget &widget, const QString &what)
    {
        m_found << QStringLiteral("%1: %2").arg(described(widget), what);
    }

    void lookAtPlace(const QWidget &widget)
    {
        for (const QWidget *inner = &widget; !inner->isWindow(); inner = inner->parentWidget()) {
            const QWidget *outer = inner->parentWidget();
            const auto *area = qobject_cast<const QScrollArea *>(outer->parentWidget());
            const bool scrolled = area && area->widget() == inner;
            const QRect place(inner->mapTo(outer, QPoint()), inner->size());
            const bool fitsAcross = place.left() >= 0 && place.right() <= outer->width();
            const bool fitsDown = scrolled || (place.top() >= 0 && place.bottom() <= outer->height());
            if (fitsAcross && fitsDown)
                continue;
            note(widget, QStringLiteral("beyond the edge of ") + described(*outer));
            return;
        }
    }

    void lookAtSize(const QWidget &widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
            const bool fits = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height()
                                                : label->sizeHint().width() <= label->width();
            if (!fits)
                note(widget, QStringLiteral("too small for '%1'").arg(label->text()));
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
            const QSize wanted = button->sizeHint();
            if (!button->text().isEmpty()
                && (wanted.width() > button->width() || wanted.height() > button->height()))
                note(widget, QStringLiteral("too small for '%1'").arg(button->text()));
        }
    }

    void lookAtPainted(QWidget &widget)
    {
        const std::vector<PaintedText> texts = textsPaintedBy(widget);
        const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
        const bool scrolls = view && view->viewport() == &widget;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            lookAtEdges(widget, texts[i], scrolls);
            lookAtDots(widget, texts[i].text);
            for (std::size_t j = 0; j < i; ++j) {
                const QRectF both = texts[i].where & texts[j].where;
                if (both.width() > tolerance && both.height() > tolerance)
                    note(widget, QStringLiteral("'%1' over '%2'").arg(texts[i].text, texts[j].text));
            }
        }
        if (qobject_cast<const KeyFigureCard *>(&widget) || qobject_cast<const StatusLine *>(&widget))
            lookForAll(widget, texts);
    }

    /** What scrolls may be cut above and below. */
    void lookAtEdges(const QWidget &widget, const PaintedText &text, bool scrolls)
    {
        const QRectF inside = QRectF(widget.rect()).adjusted(-tolerance, -tolerance, tolerance, tolerance);
        const bool across = text.where.left() >= inside.left() && text.where.right() <= inside.right();
        const bool down = text.where.top() >= inside.top() && text.where.bottom() <= inside.bottom();
        if (!across || (!down && !scrolls))
            note(widget, QStringLiteral("'%1' is cut").arg(text.text));
    }

    /** Our own words may end with dots, but only where we wrote them. */
    void lookAtDots(const QWidget &widget, const QString &text)
    {
        const qsizetype dots = text.indexOf(QChar(0x2026));
        if (dots < 0 || ownWords(widget).contains(QString(text).remove(QLatin1Char('&'))))
            return;
        const QString start = text.left(dots);
        const QString end = text.mid(dots + 1);
        const bool isName = std::ranges::any_of(m_names, [&start, &end](const QString &name) {
            return name.contains(start) && name.contains(end);
        });
        if (!isName)
            note(widget, QStringLiteral("'%1' is shortened").arg(text));
    }

    static QString ownWords(const QWidget &widget)
    {
        QString words = widget.property("text").toString() + widget.accessibleName();
        for (const QAction *action : widget.actions())
            words += QLatin1Char('\n') + action->text();
        return words.remove(QLatin1Char('&'));
    }

    /** The tool tip says all of it; that of a button ends with a line on what a click does. */
    void lookForAll(const QWidget &widget, const std::vector<PaintedText> &texts)
    {
        QString painted;
        for (const PaintedText &text : texts)
            painted += text.text;
        QString told = widget.toolTip();
        if (qobject_cast<const QAbstractButton *>(&widget) && told.contains(QLatin1Char('\n')))
            told.truncate(told.lastIndexOf(QLatin1Char('\n')));
        told.remove(QRegularExpression(QStringLiteral("\\s")));
        painted.remove(QRegularExpression(QStringLiteral("\\s")));
        if (!painted.contains(told))
            note(widget, QStringLiteral("'%1' is not all there: '%2'").arg(widget.toolTip(), painted));
    }

    void lookAtMenus(const QMenuBar &bar)
    {
        for (QAction *action : bar.actions()) {
            const QRect place = bar.actionGeometry(action);
            if (place.isEmpty() || !bar.rect().contains(place))
                note(bar, QStringLiteral("no room for '%1'").arg(action->text()));
        }
    }

    QWidget &m_window;
    const QStringList &m_names;
    QStringList m_found;
};

} // namespace

QStringList cutTexts(QWidget &window, const QStringList &names)
{
    return Finder(window, names).find();
}

} // namespace linewatch::ui
