// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/postreports.h"

#include "ingest/postinspection.h"

namespace linewatch {

PostReport reportOn(const SeenPost &post)
{
    return inspectPost(post);
}

} // namespace linewatch
