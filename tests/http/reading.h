// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/requestparser.h"

#include <QList>

#include <random>

namespace linewatch::test {

/** What a parser made of some bytes: every request it found and how it ended. Equal readings compare equal.
 */
struct Reading {
    QList<http::ParsedRequest> requests;
    http::RequestParser::Stage end = http::RequestParser::Stage::Idle;
    int refusedWith = 0; ///< status; 0 when nothing was refused
    QString refusal;

    /** All of it as text, to compare and to show. */
    QByteArray described() const;
};

/** Reads the bytes cut into pieces of the lengths that @p nextLength returns, each at least 1. */
Reading readInPieces(const QByteArray &wire, const http::Limits &limits,
                     const std::function<qsizetype()> &nextLength);

Reading readWhole(const QByteArray &wire, const http::Limits &limits = {});
Reading readByteByByte(const QByteArray &wire, const http::Limits &limits = {});
Reading readAtRandom(const QByteArray &wire, std::mt19937 &random, const http::Limits &limits = {});
/** Read whole, byte by byte and in random pieces; fails the test when not the same comes out. */
Reading readEveryWay(const QByteArray &wire, const http::Limits &limits);

/** The bytes as a gzip stream of one member. */
QByteArray gzipped(const QByteArray &bytes);

} // namespace linewatch::test
