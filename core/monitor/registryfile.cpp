// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/registryfile.h"

#include <QFile>
#include <QFileInfo>

namespace linewatch {

namespace {

constexpr qint64 mostBytes = 64 * 1024 * 1024;

Failure cannotRead(const QFile &file)
{
    return {
        Failure::Kind::Refused,
        Sentence(QT_TRANSLATE_NOOP("Failure", "cannot read %1: %2"), file.fileName(), file.errorString())};
}

} // namespace

Result<std::string> readImportFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(file);
    const QByteArray bytes = file.read(mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return cannotRead(file);
    if (bytes.size() > mostBytes) {
        return Failure{
            Failure::Kind::Refused,
            Sentence(QT_TRANSLATE_NOOP("Failure", "%1 is larger than 64 MiB; give it in parts"), path)};
    }
    return bytes.toStdString();
}

Result<RegistryImport> previewFile(RegistryKind kind, const QString &path, const Registry &registry,
                                   Instant now)
{
    const Result<std::string> file = readImportFile(path);
    if (!file)
        return file.failure();
    Result<RegistryImport> import = previewImport(kind, *file, registry, now);
    if (import)
        return import;
    const Failure &why = import.failure();
    return Failure{why.kind,
                   Sentence(QStringLiteral("%1: %2").arg(path, why.message),
                            QStringLiteral("%1: %2").arg(path, why.shown))};
}

QString importName(const QString &path)
{
    return QStringLiteral("import of ") + QFileInfo(path).fileName();
}

QString kindWord(RegistryKind kind)
{
    return kind == RegistryKind::Machines ? QStringLiteral("machines") : QStringLiteral("lines");
}

std::optional<RegistryKind> kindNamed(const QString &word)
{
    for (const RegistryKind kind : {RegistryKind::Machines, RegistryKind::Lines}) {
        if (word == kindWord(kind))
            return kind;
    }
    return std::nullopt;
}

} // namespace linewatch
