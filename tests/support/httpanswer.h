// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace linewatch::test {

/** What a request asked for; empty for bytes that were never meant to be understood. */
struct RequestLine {
    QByteArray method;
    QByteArray target;

    bool isHead() const { return method == "HEAD"; }
    /** The target up to its question mark, still percent-encoded. */
    QByteArray path() const { return target.split('?').first(); }
};

/** An answer as it came over the wire, its chunks put together. */
struct HttpAnswer {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /** The first header of that name, which is compared without regard to case. */
    std::optional<QByteArray> header(QByteArrayView name) const;
    /** Content-Type in lower case without its parameters; empty when there is none. */
    QByteArray mediaType() const;
    /** Whether a further answer to the same request follows (1xx). */
    bool isInterim() const { return status >= 100 && status < 200; }
    /** Whether the peer will close after it. */
    bool closes() const;
};

/** What stands at the front of received bytes. */
struct AnswerParse {
    enum class State { Complete, Incomplete, Broken };

    State state = State::Incomplete;
    HttpAnswer answer;  ///< when Complete
    qsizetype used = 0; ///< when Complete: the bytes it took
    QString fault;      ///< when Broken: why
};

/**
 * Reads the first answer in @p bytes, strictly: anything that a careless client might forgive is Broken.
 * @p toHead tells that it answers a HEAD request; @p ended that nothing more will come. Pure.
 */
AnswerParse parseAnswer(const QByteArray &bytes, bool toHead, bool ended);

} // namespace linewatch::test
