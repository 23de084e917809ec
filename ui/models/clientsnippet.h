// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <array>

namespace linewatch::ui {

/** In what a machine may speak to us. */
enum class Client { Curl, Python, NodeJs, Java, C };

inline constexpr std::array AllClients{Client::Curl, Client::Python, Client::NodeJs, Client::Java, Client::C};

/** The name of the tool or language, which is the same in every language. */
QString clientName(Client client);

/** The name under which the text is saved and run. */
QString clientFile(Client client);

/** @p endpoint as other computers reach it: where it listens on every address, one for each that this
 * computer has on a network; itself when there is none, and else. */
QList<QUrl> reachableAt(const QUrl &endpoint);

/** Where events are posted on a server. */
QUrl postAddress(const QUrl &endpoint);

/**
 * A whole program that posts one event of @p machine to the server at @p endpoint, and sends the same event
 * again where that failed. The name is escaped as the language wants it. Pure but for reading a resource.
 */
QString clientText(Client client, const QUrl &endpoint, const QString &machine);

} // namespace linewatch::ui
