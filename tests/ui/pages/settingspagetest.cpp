// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspagetest.h"

#include "ui/pages/settingspage.h"

#include <QComboBox>
#include <QFile>
#include <QPointer>
#include <QTest>

namespace linewatch::ui {

using namespace Qt::StringLiterals;

void SettingsPageTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_path = m_home->filePath(u"linewatch.ini"_s);
    m_kept = std::make_unique<QSettings>(m_home->filePath(u"window.ini"_s), QSettings::IniFormat);
    start();
}

void SettingsPageTest::cleanup()
{
    m_window.reset();
    m_draft.reset();
    m_kept.reset();
}

/** As the program does it, with an owner of the settings who applies all. */
void SettingsPageTest::start(const SettingsPlace &place)
{
    m_window.reset();
    m_draft.reset();
    m_file = std::make_unique<SettingsFile>(place);
    m_draft = std::make_unique<SettingsDraft>(*m_file);
    m_draft->setServed(true);
    connect(m_draft.get(), &SettingsDraft::applyWanted, this, [this](const QMap<QString, QString> &changes) {
        QVERIFY(m_file->write(changes));
        m_draft->accept();
    });
    m_window = std::make_unique<MainWindow>(*m_kept, madeFormats());
    m_window->setSettings(*m_draft);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
}

void SettingsPageTest::type(QLineEdit *edit, const QString &text) const
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

QStringList SettingsPageTest::faults() const
{
    QStringList faults;
    for (const QLabel *label : m_window->findChild<SettingsPage *>()->findChildren<QLabel *>()) {
        if (label->isVisible() && label->property("tone") == u"critical"_s && !label->text().isEmpty()
            && label->objectName() != u"settingsMessage"_s)
            faults += label->text();
    }
    return faults;
}

void SettingsPageTest::choose(const QString &key, const QString &value) const
{
    const QPointer<QComboBox> box = find<QComboBox>(key);
    box->setCurrentIndex(box->findData(value));
    emit box->activated(box->currentIndex());
    QTRY_VERIFY(!box); // the window is made anew
}

void SettingsPageTest::answer(const QString &text) const
{
    for (QAbstractButton *candidate : question()->buttons()) {
        if (candidate->text().remove(u'&') == text)
            QTest::mouseClick(candidate, Qt::LeftButton);
    }
}

QByteArray SettingsPageTest::content() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace linewatch::ui
