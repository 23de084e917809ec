// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/registrytools.h"

#include "monitor/registryeditor.h"
#include "ui/models/typedvalues.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/wraplayout.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace linewatch::ui {

namespace {

constexpr int filterLetters = 26;
constexpr qsizetype longestUndo = 36; ///< letters on the button

QString shortened(const QString &text)
{
    return text.size() <= longestUndo ? text : text.left(longestUndo - 1) + QChar(u'\u2026');
}

/** A name in it may have one, and it is no mnemonic. */
QString withoutMnemonic(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

RegistryTools::RegistryTools(const RegistryWords &words, const ThemeController &themes,
                             const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_formats(formats)
    , m_text(new QLineEdit(this))
    , m_kinds(new SegmentedControl(themes, this))
    , m_edit(new QAction(tr("E&dit…"), this))
    , m_confirm(new QAction(tr("&Confirm"), this))
    , m_undo(new QAction(tr("&Undo"), this))
    , m_import(new QPushButton(tr("I&mport…"), this))
    , m_export(new QPushButton(tr("Expor&t…"), this))
    , m_count(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("registryFilter"));
    m_text->setPlaceholderText(words.filter);
    m_text->setAccessibleName(tr("Show only what has this in it"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(filterLetters * m_text->fontMetrics().averageCharWidth());
    for (const auto &[kind, name] : words.kinds)
        m_kinds->addSegment(static_cast<int>(kind), name, name);
    m_kinds->choose(static_cast<int>(RegistryFilterModel::Kind::All));
    setFontRole(*m_count, "small");
    m_count->setProperty("tone", QStringLiteral("muted"));
    m_edit->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_confirm->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_undo->setShortcut(QKeySequence::Undo);
    arrange();
    connect(m_text, &QLineEdit::textChanged, this,
            [this](const QString &text) { emit textChanged(text.trimmed()); });
    connect(m_text, &QLineEdit::returnPressed, this, &RegistryTools::tableWanted);
    connect(m_kinds, &SegmentedControl::chosen, this,
            [this](int kind) { emit kindChosen(static_cast<RegistryFilterModel::Kind>(kind)); });
    connect(m_import, &QPushButton::clicked, this, &RegistryTools::importWanted);
    connect(m_export, &QPushButton::clicked, this, &RegistryTools::exportWanted);
    setFilesOffered(false);
    setSelected(0, 0);
    setUndo(nullptr);
}

void RegistryTools::arrange()
{
    m_import->setObjectName(QStringLiteral("importEntries"));
    m_export->setObjectName(QStringLiteral("exportEntries"));
    auto *layout = new WrapLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_kinds);
    layout->addWidget(addButton(m_edit, "editEntries"));
    layout->addWidget(addButton(m_confirm, "confirmEntries"));
    layout->addWidget(m_import);
    layout->addWidget(m_export);
    layout->addWidget(addButton(m_undo, "undoChange"));
    layout->addWidget(m_count);
}

/** A button that does, says and is what its action does, says and is. */
QPushButton *RegistryTools::addButton(QAction *action, const char *name)
{
    auto *button = new QPushButton(action->text(), this);
    button->setObjectName(QLatin1String(name));
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [action, button] {
        button->setText(action->text());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    });
    return button;
}

void RegistryTools::setSelected(std::int64_t selected, std::int64_t newOnes)
{
    m_edit->setEnabled(selected > 0);
    m_edit->setToolTip(tr("Change what is selected, one or many at once (Return)"));
    m_confirm->setEnabled(newOnes > 0);
    m_confirm->setText(newOnes > 0 ? tr("&Confirm %1").arg(m_formats.count(newOnes)) : tr("&Confirm"));
    m_confirm->setToolTip(tr("Those of what is selected that are new are ours from now on (Ctrl+Return)"));
}

void RegistryTools::setCount(std::int64_t shown, std::int64_t all, std::int64_t selected)
{
    const QString count = shown == all ? m_formats.count(all)
                                       : tr("%1 of %2").arg(m_formats.count(shown), m_formats.count(all));
    m_count->setText(selected > 1 ? tr("%1 · %2 selected").arg(count, m_formats.count(selected)) : count);
}

void RegistryTools::setUndo(const MadeChange *change)
{
    m_undo->setEnabled(change != nullptr);
    if (!change) {
        m_undo->setText(tr("&Undo"));
        m_undo->setToolTip(tr("There is no change that can be undone"));
        return;
    }
    m_undo->setText(tr("&Undo: %1").arg(withoutMnemonic(shortened(change->what))));
    m_undo->setToolTip(tr("%1, made %2 %3; entries that go back: %4 (Ctrl+Z)")
                           .arg(change->what, dayAndTime(change->at, m_formats),
                                m_formats.zoneName(change->at), m_formats.count(change->entries)));
}

void RegistryTools::setFilesOffered(bool areOffered)
{
    m_import->setVisible(areOffered);
    m_export->setVisible(areOffered);
}

void RegistryTools::clearFilter()
{
    m_kinds->choose(static_cast<int>(RegistryFilterModel::Kind::All));
    emit kindChosen(RegistryFilterModel::Kind::All);
    m_text->clear();
}

} // namespace linewatch::ui
