// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/grammar.h"

#include <llhttp.h>

namespace linewatch::http {

/** What llhttp calls while it reads. */
struct Grammar::Callbacks {
    static Grammar &grammarOf(llhttp_t *parser) { return *static_cast<Grammar *>(parser->data); }

    static int headerName(llhttp_t *parser, const char *at, size_t length)
    {
        grammarOf(parser).m_name.append(at, static_cast<qsizetype>(length));
        return HPE_OK;
    }

    static int headerValue(llhttp_t *parser, const char *at, size_t length)
    {
        grammarOf(parser).m_value.append(at, static_cast<qsizetype>(length));
        return HPE_OK;
    }

    static int headerComplete(llhttp_t *parser)
    {
        grammarOf(parser).commitHeader();
        return HPE_OK;
    }

    static int headComplete(llhttp_t *parser)
    {
        grammarOf(parser).m_headComplete = true;
        grammarOf(parser).m_contentLength = parser->content_length;
        parser->upgrade = 0; // an offer to upgrade is declined by answering the request as it stands
        return HPE_OK;
    }

    static int chunkHeader(llhttp_t *parser)
    {
        grammarOf(parser).m_chunkSize = parser->content_length;
        return HPE_OK;
    }

    static int messageComplete(llhttp_t *parser)
    {
        grammarOf(parser).m_messageComplete = true;
        return HPE_PAUSED;
    }

    static const llhttp_settings_t *settings()
    {
        static const llhttp_settings_t settings = [] {
            llhttp_settings_t made;
            llhttp_settings_init(&made);
            made.on_header_field = headerName;
            made.on_header_value = headerValue;
            made.on_header_value_complete = headerComplete;
            made.on_headers_complete = headComplete;
            made.on_chunk_header = chunkHeader;
            made.on_message_complete = messageComplete;
            return made;
        }();
        return &settings;
    }
};

Grammar::Grammar() : m_parser(std::make_unique<llhttp_t>())
{
    restart();
}

Grammar::~Grammar() = default;

void Grammar::restart()
{
    llhttp_init(m_parser.get(), HTTP_REQUEST, Callbacks::settings());
    m_parser->data = this;
    m_headComplete = false;
    m_messageComplete = false;
    m_contentLength = 0;
    m_chunkSize = 0;
    m_name.clear();
    m_value.clear();
    m_headers = {};
}

bool Grammar::accept(QByteArrayView piece)
{
    const llhttp_errno_t result =
        llhttp_execute(m_parser.get(), piece.data(), static_cast<size_t>(piece.size()));
    return result == HPE_OK || (result == HPE_PAUSED && m_messageComplete);
}

/** Trailers are judged like headers but not kept: nothing here is defined to be sent that late. */
void Grammar::commitHeader()
{
    if (!m_headComplete)
        m_headers.append(m_name, m_value.trimmed());
    m_name.clear();
    m_value.clear();
}

} // namespace linewatch::http
