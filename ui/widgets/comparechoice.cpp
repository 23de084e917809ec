// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/comparechoice.h"

#include "ui/theme/type.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int nothing = 0;
constexpr int before = 1;
constexpr int aWindow = 2;
constexpr int firstLine = 4;     // behind a separator
constexpr int shortestName = 18; // letters

} // namespace

CompareChoice::CompareChoice(QWidget *parent)
    : QWidget(parent)
    , m_combo(new QComboBox(this))
    , m_end(new QPushButton(tr("E&nd comparison"), this))
    , m_before(tr("The window before"))
{
    auto *label = new QLabel(tr("&Compare with"), this);
    label->setBuddy(m_combo);
    label->setProperty("tone", QStringLiteral("muted"));
    setFontRole(*label, "small");
    setFontRole(*m_combo, "small");
    setFontRole(*m_end, "small");
    m_combo->setAccessibleName(tr("Compare with"));
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(shortestName);
    m_end->setProperty("kind", QStringLiteral("small"));
    m_end->setToolTip(tr("Esc"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_combo);
    layout->addWidget(m_end);
    connect(m_combo, &QComboBox::activated, this, &CompareChoice::hear);
    connect(m_end, &QPushButton::clicked, this, [this] {
        m_combo->setFocus(); // the button goes
        emit chosen({});
    });
    rebuild();
}

void CompareChoice::setLines(const std::vector<LineId> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    rebuild();
}

void CompareChoice::setBefore(const QString &words)
{
    QString sentence = words;
    sentence[0] = sentence.at(0).toUpper();
    if (sentence == m_before)
        return;
    m_before = sentence;
    m_combo->setItemText(before, m_before);
}

void CompareChoice::setChoice(const CompareWith &choice)
{
    m_choice = choice;
    const auto line = std::ranges::find(m_lines, choice.line);
    const QSignalBlocker blocker(m_combo);
    switch (choice.kind) {
    case CompareWith::Kind::Before:
        m_combo->setCurrentIndex(before);
        break;
    case CompareWith::Kind::Window:
        m_combo->setCurrentIndex(aWindow);
        break;
    case CompareWith::Kind::Line:
        m_combo->setCurrentIndex(
            line == m_lines.end() ? -1 : firstLine + static_cast<int>(line - m_lines.begin()));
        break;
    case CompareWith::Kind::Nothing:
        m_combo->setCurrentIndex(nothing);
        break;
    }
    m_end->setVisible(choice.kind != CompareWith::Kind::Nothing);
}

void CompareChoice::rebuild()
{
    const QSignalBlocker blocker(m_combo);
    m_combo->clear();
    m_combo->addItems({tr("Nothing"), m_before, tr("Another window\u2026")});
    m_combo->insertSeparator(m_combo->count());
    for (const LineId &line : m_lines)
        m_combo->addItem(line.toString());
    setChoice(m_choice);
}

void CompareChoice::hear(int index)
{
    if (index == aWindow) {
        setChoice(m_choice); // until a window is chosen
        emit windowWanted();
    } else if (index == before) {
        emit chosen({.kind = CompareWith::Kind::Before});
    } else if (index >= firstLine) {
        const LineId &line = m_lines.at(static_cast<std::size_t>(index - firstLine));
        emit chosen({.kind = CompareWith::Kind::Line, .line = line});
    } else {
        emit chosen({});
    }
}

} // namespace linewatch::ui
