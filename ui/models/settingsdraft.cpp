// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/settingsdraft.h"

#include "monitor/optionsources.h"

#include <algorithm>

namespace linewatch::ui {

namespace {

/** A number cannot be taken for none. */
bool mayBeEmpty(const SettingKey &key)
{
    return key.standard.isEmpty();
}

bool isOfTls(const QString &key)
{
    return key == QLatin1String("store/tlsCertificate") || key == QLatin1String("store/tlsKey");
}

} // namespace

QString shownReason(const QString &reason)
{
    if (reason.isEmpty())
        return reason;
    const QString begun = reason.front().toUpper() + reason.mid(1);
    return begun.endsWith(QLatin1Char('.')) ? begun : begun + QLatin1Char('.');
}

SettingsDraft::SettingsDraft(SettingsFile &file, QObject *parent) : QObject(parent), m_file(file)
{
    for (const SettingKey &key : settingKeys())
        m_atStart.insert(key.name, m_file.value(key.name));
}

QString SettingsDraft::text(const QString &key) const
{
    return m_changes.value(key, m_file.value(key));
}

void SettingsDraft::setText(const QString &key, const QString &text)
{
    if (text == this->text(key) || !setBy(key).isEmpty())
        return;
    if (text == m_file.value(key))
        m_changes.remove(key);
    else
        m_changes.insert(key, text);
    emit changed();
}

std::optional<QString> SettingsDraft::given(const QString &key) const
{
    const auto typed = m_changes.find(key);
    if (typed == m_changes.end())
        return m_file.given(key);
    return typed->isEmpty() ? std::nullopt : std::optional(*typed);
}

QString SettingsDraft::fault(const QString &key) const
{
    const SettingKey *known = findSettingKey(key);
    if (!known || !setBy(key).isEmpty())
        return {};
    const QString text = this->text(key);
    if (!text.isEmpty() || !mayBeEmpty(*known)) {
        if (const Result<void> good = checkSetting(*known, text); !good)
            return shownReason(good.failure().shown);
    }
    if (isOfTls(key)) {
        const Result<void> whole = checkTlsFiles({this->text(QStringLiteral("store/tlsCa")),
                                                  this->text(QStringLiteral("store/tlsCertificate")),
                                                  this->text(QStringLiteral("store/tlsKey"))});
        if (!whole)
            return shownReason(whole.failure().shown);
    }
    return {};
}

QString SettingsDraft::problem() const
{
    if (!hasChanges())
        return {};
    for (const SettingKey &key : settingKeys()) {
        const QString fault = this->fault(key.name);
        if (!fault.isEmpty() && (m_changes.contains(key.name) || isOfTls(key.name)))
            return fault;
    }
    return {};
}

void SettingsDraft::revert()
{
    if (!hasChanges())
        return;
    m_changes.clear();
    emit changed();
}

void SettingsDraft::apply()
{
    if (hasChanges() && problem().isEmpty())
        emit applyWanted(m_changes);
}

void SettingsDraft::accept()
{
    m_changes.clear();
    emit changed();
}

void SettingsDraft::refuse(const QString &reason)
{
    emit refused(shownReason(reason));
}

bool SettingsDraft::needsRestart() const
{
    const auto waits = [this](const SettingKey &key) {
        const bool isReadOnce = key.effect == SettingKey::Effect::Program
            || (key.effect == SettingKey::Effect::Endpoint && !m_isServed);
        return isReadOnce && m_file.value(key.name) != m_atStart.value(key.name);
    };
    return std::ranges::any_of(settingKeys(), waits);
}

} // namespace linewatch::ui
