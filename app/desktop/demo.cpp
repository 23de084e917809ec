// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/demo.h"

#include <QDir>

namespace linewatch {

Result<std::unique_ptr<Demo>> Demo::start(MonitorSettings settings, std::optional<quint64> seed)
{
    std::unique_ptr<Demo> demo(new Demo(std::move(settings)));
    if (!demo->m_folder.isValid())
        return Failure{
            Failure::Kind::Refused,
            Sentence(QT_TRANSLATE_NOOP("Failure", "cannot make a folder in %1"), QDir::tempPath())};
    demo->m_settings.live = true;
    demo->m_settings.database.sqlitePath = demo->m_folder.filePath(QStringLiteral("demo.db"));
    demo->m_monitor = std::make_unique<Monitor>(demo->m_settings);
    if (const Result<void> started = demo->m_monitor->start(); !started)
        return started.failure();
    demo->m_plant = std::make_unique<simulation::DemoPlant>(demo->m_monitor->endpoint(), seed);
    demo->m_plant->start();
    return demo;
}

Demo::~Demo() = default;

Result<void> Demo::standAside()
{
    m_plant->stop();
    MonitorSettings elsewhere = m_settings;
    elsewhere.port = 0;
    return m_monitor->changeEndpoint(elsewhere);
}

void Demo::goOn()
{
    static_cast<void>(m_monitor->changeEndpoint(m_settings));
    m_plant->setEndpoint(m_monitor->endpoint());
    m_plant->start();
}

} // namespace linewatch
