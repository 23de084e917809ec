// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/postreport.h"
#include "model/seenpost.h"
#include "ui/models/formats.h"

#include <QUrl>

namespace linewatch::ui {

/** What came of a post, in a few words: 3 accepted, 1 rejected. Pure. */
QString postResult(const SeenPost &post, const Formats &formats);

/** What is wrong with the request as a whole and what to change, in sentences; empty: nothing. @p address is
 * where events are to be posted. Pure. */
QString postAdvice(const SeenPost &post, const QUrl &address);

/** What became of an element. Pure. */
QString elementResult(const ElementReport &element);

/** Right, Wrong, Missing, Ignored. Pure. */
QString verdictWord(FieldVerdict verdict);

/** What to change about a member, or why nothing has to be; empty for what is right. Pure. */
QString fieldAdvice(const FieldReport &field);

/** All of it as a document to read: HTML in which everything that was sent is escaped. Pure. */
QString postDocument(const SeenPost &post, const PostReport &report, const QUrl &address,
                     const Formats &formats);

} // namespace linewatch::ui
