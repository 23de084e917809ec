// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialogtest.h"

#include "storage/sqlregistrystore.h"
#include "storage/storefactory.h"
#include "ui/madeplant.h"

#include <QFile>
#include <QLabel>
#include <QTest>

using namespace linewatch::ui;

namespace linewatch::test {

namespace {

DatabaseUrl storeIn(const QTemporaryDir &folder)
{
    return DatabaseUrl{folder.filePath(QStringLiteral("a.db"))};
}

} // namespace

void ImportDialogTest::makeStore()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(StoreFactory::open(storeIn(*m_folder)));
    m_editor = std::make_unique<RegistryEditor>(storeIn(*m_folder), m_clock);
    m_window = std::make_unique<QWidget>();
    m_window->show();
}

void ImportDialogTest::dropStore()
{
    m_window.reset();
    m_editor.reset();
    m_folder.reset();
}

QString ImportDialogTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

void ImportDialogTest::open(const QString &path, RegistryKind kind)
{
    delete m_dialog;
    m_dialog = new ImportDialog(*m_editor, kind, path, m_themes, madeFormats(), m_window.get());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QVERIFY(!m_dialog->isModal());
}

void ImportDialogTest::preview(const QString &path, RegistryKind kind)
{
    open(path, kind);
    QTRY_VERIFY2(table()->isVisible(), qPrintable(words()));
}

void ImportDialogTest::press(const char *name)
{
    QVERIFY2(button(name)->isVisible() && button(name)->isEnabled(), name);
    button(name)->setFocus();
    QTest::keyClick(button(name), Qt::Key_Return);
}

/** The segments are radio buttons: Tab leads to the chosen one, arrows go on from there. */
void ImportDialogTest::choose(const QString &segment) const
{
    for (int i = 0; i < 10; ++i) {
        const QAbstractButton *wanted = nullptr;
        QAbstractButton *chosen = nullptr;
        for (QAbstractButton *candidate : m_dialog->findChildren<QAbstractButton *>()) {
            if (candidate->isCheckable() && candidate->text().startsWith(segment))
                wanted = candidate;
            if (candidate->isCheckable() && candidate->isChecked())
                chosen = candidate;
        }
        QVERIFY2(wanted && chosen, qPrintable(segment));
        if (wanted == chosen)
            return;
        chosen->setFocus();
        QTest::keyClick(chosen, wanted->x() < chosen->x() ? Qt::Key_Left : Qt::Key_Right);
    }
    QFAIL(qPrintable(segment));
}

Registry ImportDialogTest::registry() const
{
    const auto store = SqlRegistryStore::open(storeIn(*m_folder));
    const Result<Registry> read = store ? (*store)->read() : Result<Registry>(store.failure());
    if (!read)
        qFatal("%s", qPrintable(read.failure().message));
    return *read;
}

QPushButton *ImportDialogTest::button(const char *name) const
{
    return m_dialog->findChild<QPushButton *>(QLatin1String(name));
}

QString ImportDialogTest::words() const
{
    return m_dialog->findChild<QLabel *>(QStringLiteral("importWords"))->text();
}

} // namespace linewatch::test
