// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sentence.h"

#include <optional>
#include <utility>
#include <variant>

namespace linewatch {

/** Why something expected to fail at times did fail, so that the caller can decide what to do about it. */
struct Failure {
    enum class Kind {
        Unavailable,    ///< the store cannot be reached, is locked or is full: nothing was stored
        Contended,      ///< another writer was in the way: nothing was stored; the same at once may succeed
        ConnectionLost, ///< there is no connection to the store: nothing was stored; a new one may be had
        CommitUnknown,  ///< the store went away during COMMIT: stored or not is not known
        Refused,        ///< the request or the set-up is wrong; trying again does not help
        Damaged,        ///< the store's file is not as it was written, or was never a store
        Internal        ///< a fault of ours
    };

    Failure() = default;
    Failure(Kind failureKind, const Sentence &sentence)
        : kind(failureKind)
        , message(sentence.english())
        , shown(sentence.translated())
    {
    }

    Kind kind = Kind::Internal;
    QString message; ///< for people, in English: what failed and, where it can be said, what to do
    QString shown;   ///< the same in the language of the window
};

/** A value or the reason why there is none. */
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): a value is a result
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Failure failure) // NOLINT(google-explicit-constructor): so is a failure
        : m_content(std::in_place_index<1>, std::move(failure))
    {
    }

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    /** Only when ok(); anything else ends in std::bad_variant_access. */
    T &value() { return std::get<0>(m_content); }
    const T &value() const { return std::get<0>(m_content); }
    T &operator*() { return value(); }
    const T &operator*() const { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    /** Only when not ok(). */
    const Failure &failure() const { return std::get<1>(m_content); }

private:
    std::variant<T, Failure> m_content;
};

/** Success without a value, or the reason why there was none. */
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Failure failure) // NOLINT(google-explicit-constructor)
        : m_failure(std::move(failure))
    {
    }

    bool ok() const { return !m_failure; }
    explicit operator bool() const { return ok(); }
    const Failure &failure() const { return m_failure.value(); }

private:
    std::optional<Failure> m_failure;
};

} // namespace linewatch
