/* Posts one event to Linewatch over a plain socket (POSIX): cc client.c -o client && ./client */
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const char *host = "@HOST@";
static const char *port = "@PORT@";
static const char *path = "@PATH@";
static const char *machine = "@MACHINE@"; /* as it stands in JSON */

static int connect_to_server(void)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found = NULL;
    struct timeval patience = {.tv_sec = 10, .tv_usec = 0};
    int server = -1;
    if (getaddrinfo(host, port, &hints, &found) != 0)
        return -1;
    for (struct addrinfo *each = found; each && server < 0; each = each->ai_next) {
        server = socket(each->ai_family, each->ai_socktype, each->ai_protocol);
        if (server < 0)
            continue;
        setsockopt(server, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(server, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (connect(server, each->ai_addr, each->ai_addrlen) != 0) {
            close(server);
            server = -1;
        }
    }
    freeaddrinfo(found);
    return server;
}

/* The status of the answer, which is left in answer; 0 when there is none. */
static int post(const char *batch, char *answer, size_t size)
{
    char request[4096];
    size_t received = 0;
    int status = 0, server = connect_to_server();
    int length = snprintf(request, sizeof request,
                          "POST %s HTTP/1.1\r\nHost: %s:%s\r\nContent-Type: application/json\r\n"
                          "Content-Length: %zu\r\nConnection: close\r\n\r\n%s",
                          path, host, port, strlen(batch), batch);
    answer[0] = '\0';
    if (server < 0)
        return 0;
    if (send(server, request, (size_t)length, MSG_NOSIGNAL) == length) {
        ssize_t count;
        while (received + 1 < size && (count = recv(server, answer + received, size - received - 1, 0)) > 0)
            received += (size_t)count;
        answer[received] = '\0';
        if (sscanf(answer, "HTTP/1.%*d %d", &status) != 1)
            status = 0;
    }
    close(server);
    return status;
}

/* A random UUID, version 4. */
static int make_id(char id[37])
{
    unsigned char b[16];
    FILE *random = fopen("/dev/urandom", "rb");
    if (!random || fread(b, 1, sizeof b, random) != sizeof b)
        return -1;
    fclose(random);
    b[6] = (unsigned char)((b[6] & 0x0f) | 0x40);
    b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
    return snprintf(id, 37, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1],
                    b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

int main(void)
{
    static const unsigned pauses[] = {1, 2, 4, 8, 0};
    static char answer[65536];
    char id[37], moment[32], batch[2048];
    time_t now = time(NULL);
    if (make_id(id) < 0)
        return 2;
    strftime(moment, sizeof moment, "%Y-%m-%dT%H:%M:%SZ", gmtime(&now));
    snprintf(batch, sizeof batch,
             "[{\"eventId\": \"%s\", \"machineId\": \"%s\", \"lineId\": \"Line 1\","
             " \"eventTime\": \"%s\", \"durationMs\": 4000, \"defectCount\": 0}]",
             id, machine, moment);
    /* The event keeps its id over all tries: sending it again is safe, it counts once. */
    for (size_t i = 0; i < sizeof pauses / sizeof *pauses; ++i) {
        int status = post(batch, answer, sizeof answer);
        const char *body = strstr(answer, "\r\n\r\n");
        if (status == 200 || status == 202) {
            puts(body ? body + 4 : "");
            return 0;
        }
        if (status >= 400 && status < 500) { /* the batch is wrong: sending it again does not help */
            fprintf(stderr, "refused: %s\n", answer);
            return 1;
        }
        fprintf(stderr, "try again\n");
        sleep(pauses[i]);
    }
    fprintf(stderr, "not sent: keep the event and try again later\n");
    return 2;
}
