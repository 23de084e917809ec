#!/bin/sh
# Posts one event to Linewatch. The event keeps its id over all tries: sending it again is safe, it counts once.
id=$(cat /proc/sys/kernel/random/uuid)
machine='@MACHINE@'
time=$(date -u +%Y-%m-%dT%H:%M:%SZ)
batch='[{"eventId": "'$id'", "machineId": "'$machine'", "lineId": "Line 1",
  "eventTime": "'$time'", "durationMs": 4000, "defectCount": 0}]'

for pause in 1 2 4 8 0; do
    answer=$(printf '%s' "$batch" | curl --silent --show-error --max-time 10 --write-out '\n%{http_code}' \
        --header 'Content-Type: application/json' --data-binary @- '@URL@')
    status=$(printf '%s\n' "$answer" | tail -n 1)
    case $status in
    200 | 202) printf '%s\n' "$answer"; exit 0 ;;
    4??) printf '%s\n' "$answer" >&2; exit 1 ;; # the batch is wrong: sending it again does not help
    esac
    sleep $pause
done
echo "not sent: keep the event and try again later" >&2
exit 2
