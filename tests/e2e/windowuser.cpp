// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QGenericPlugin>
#include <QLineEdit>
#include <QTest>
#include <QTimer>
#include <QWidget>

namespace linewatch::test {

namespace {

constexpr std::chrono::milliseconds pace{50};

template <class Object>
Object *find(const QString &name)
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = window->findChild<Object *>(name))
            return found;
    }
    return nullptr;
}

QAction *findAction(const QString &text)
{
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        for (QAction *action : window->findChildren<QAction *>()) {
            if (action->text().remove(QLatin1Char('&')) == text && action->isEnabled())
                return action;
        }
    }
    return nullptr;
}

bool isReady(const QWidget *widget)
{
    return widget && widget->isVisible() && widget->isEnabled();
}

bool type(const QString &name, const QString &text)
{
    auto *edit = find<QLineEdit>(name);
    if (!isReady(edit))
        return false;
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    return true;
}

bool click(const QString &name)
{
    auto *widget = find<QWidget>(name);
    if (!isReady(widget))
        return false;
    QTest::mouseClick(widget, Qt::LeftButton);
    return true;
}

bool trigger(const QString &text)
{
    QAction *action = findAction(text);
    if (action)
        action->trigger();
    return action != nullptr;
}

} // namespace

/**
 * Does in a window what the lines of a file say, each as soon as what it is about can be used, and removes
 * the file: 'type NAME TEXT', 'click NAME', 'trigger TEXT OF A MENU'.
 */
class WindowUser : public QObject
{
    Q_OBJECT

public:
    explicit WindowUser(QString file) : m_file(std::move(file))
    {
        connect(&m_timer, &QTimer::timeout, this, &WindowUser::go);
        m_timer.start(pace);
    }

private:
    void go()
    {
        if (m_lines.isEmpty())
            read();
        else if (doLine(m_lines.first()))
            m_lines.removeFirst();
    }

    void read()
    {
        QFile file(m_file);
        if (!file.open(QIODevice::ReadOnly))
            return;
        m_lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        file.remove();
    }

    static bool doLine(const QString &line)
    {
        const QString what = line.section(QLatin1Char(' '), 1);
        if (line.startsWith(QLatin1String("type ")))
            return type(what.section(QLatin1Char(' '), 0, 0), what.section(QLatin1Char(' '), 1));
        return line.startsWith(QLatin1String("click ")) ? click(what) : trigger(what);
    }

    const QString m_file;
    QStringList m_lines;
    QTimer m_timer;
};

/** Comes with QT_QPA_GENERIC_PLUGINS=windowuser:FILE into any program with a window. */
class WindowUserPlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "windowuser.json")

public:
    QObject *create(const QString & /*name*/, const QString &file) override { return new WindowUser(file); }
};

} // namespace linewatch::test

#include "windowuser.moc"
