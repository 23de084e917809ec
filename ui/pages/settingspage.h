// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSettings;
class QVBoxLayout;

namespace linewatch::ui {

class AppearanceSection;
class SettingsDraft;
class ThemeController;

/**
 * Everything that can be set, a card for each matter. What is typed is checked as it is typed and counts once
 * it is applied; what the window is like counts at once. GUI thread only.
 */
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    SettingsPage(const ThemeController &themes, QWidget *parent = nullptr);

    /** What is set, and where the window keeps its choices; both must outlive this. @p draft may be null. */
    void setSettings(SettingsDraft *draft, const QSettings &window);
    /** Gives the focus to the field of a key, where there is one. */
    void focusOn(const QString &key);

signals:
    /** The user wants the window to be like that, and to see it at once. */
    void appearanceChosen(const QString &key, const QString &value);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeFoot();
    void addCard(const QString &title, QWidget *content);
    void refresh();
    void showMessage(const QString &text, const char *tone);

    const ThemeController &m_themes;
    QPointer<SettingsDraft> m_draft;
    AppearanceSection *m_appearance = nullptr;
    QVBoxLayout *m_cards;
    QLabel *m_message;
    QPushButton *m_restart;
    QPushButton *m_revert;
    QPushButton *m_apply;
};

} // namespace linewatch::ui
