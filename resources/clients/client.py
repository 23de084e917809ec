#!/usr/bin/env python3
"""Posts one event to Linewatch with the standard library alone."""
import datetime
import json
import sys
import time
import urllib.error
import urllib.request
import uuid

URL = "@URL@"


def post(batch):
    request = urllib.request.Request(
        URL, json.dumps(batch).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def send(batch):
    """Events keep their ids over all tries: sending them again is safe, each counts once."""
    for pause in (1, 2, 4, 8, 0):
        try:
            return post(batch)
        except urllib.error.HTTPError as error:
            if error.code < 500:  # the batch is wrong: sending it again does not help
                sys.exit(f"refused: {error.code} {error.read().decode()}")
        except (OSError, ValueError) as error:
            print(f"try again: {error}", file=sys.stderr)
        time.sleep(pause)
    sys.exit("not sent: keep the events and try again later")


event = {
    "eventId": str(uuid.uuid4()),
    "machineId": "@MACHINE@",
    "lineId": "Line 1",
    "eventTime": datetime.datetime.now(datetime.timezone.utc).isoformat(),
    "durationMs": 4000,
    "defectCount": 0,
}
result = send([event])
print(json.dumps(result))
sys.exit(1 if result["rejected"] else 0)
