#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian packages of a build, installs them into a clean Debian 12 root and starts what they bring.
#   tst_package.sh BUILD_FOLDER
# Downloaded packages are kept in the build folder. Needs root, for the root to install into.
set -euo pipefail

if [ "$(id -u)" -ne 0 ]; then
    sudo --non-interactive true || { echo "FAIL: needs root, or a sudo that asks no password now" >&2; exit 1; }
    exec sudo --non-interactive "$0" "$@"
fi

build=$(realpath "$1")
cache=$build/installer/packages
work=$(mktemp -d)
started=()
finish() {
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" || true; done
    rm -rf --one-file-system "$work"
}
trap finish EXIT

say() { echo "== $*"; }
fail() { echo "FAIL: $*" >&2; exit 1; }

# Runs a command until it succeeds, for 30 s.
eventually() {
    for _ in $(seq 150); do "$@" && return 0; sleep 0.2; done
    fail "in vain for 30 s: $*"
}

say "packages"
cpack --config "$build/CPackConfig.cmake" -G DEB -B "$work/debs" >"$work/cpack.log" 2>&1 || fail "$(cat "$work/cpack.log")"
mapfile -t packages < <(find "$work/debs" -maxdepth 1 -name '*.deb')
[ "${#packages[@]}" -eq 3 ] || fail "not three packages: ${packages[*]}"

say "into a clean root"
mkdir -p "$cache"
mapfile -t sources < <(find /etc/apt/sources.list /etc/apt/sources.list.d -type f -size +0 2>/dev/null) # this machine's
root=$work/root
mmdebstrap --quiet --variant=apt --skip=essential/unlink --dpkgopt=force-unsafe-io \
    --setup-hook='mkdir -p "$1/var/cache/apt/archives"' \
    --setup-hook="sync-in '$cache' /var/cache/apt/archives" \
    --customize-hook="copy-in ${packages[*]} /tmp" \
    --customize-hook='chroot "$1" sh -c "DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends /tmp/*.deb"' \
    --customize-hook="sync-out /var/cache/apt/archives '$cache'" \
    bookworm "$root" "${sources[@]}" >"$work/root.log" 2>&1 || fail "$(tail -40 "$work/root.log")"

say "the desktop's entry, metadata and icons"
desktop-file-validate "$root/usr/share/applications/org.linewatch.linewatch.desktop"
for line in 'MimeType=x-scheme-handler/linewatch;' 'Exec=linewatch %u'; do
    grep -qxF "$line" "$root/usr/share/applications/org.linewatch.linewatch.desktop" \
        || fail "links are not registered: there is no $line"
done
appstreamcli validate --no-net "$root/usr/share/metainfo/org.linewatch.linewatch.metainfo.xml"
for size in 16 22 24 32 48 64 128 256 512; do
    file "$root/usr/share/icons/hicolor/${size}x$size/apps/linewatch.png" | grep -q "PNG image data, $size x $size" \
        || fail "no icon of $size pixels"
done

say "the service"
unit=$root/lib/systemd/system/linewatchd.service
sed "s:^ExecStart=:&$root:" "$unit" >"$work/linewatchd.service" # the root has the program, this machine the targets
systemd-analyze verify --man=no "$work/linewatchd.service"
systemd-analyze security --offline=true --threshold=20 "$unit" >"$work/security.log" || fail "$(cat "$work/security.log")"
[ -L "$root/etc/systemd/system/multi-user.target.wants/linewatchd.service" ] || fail "the service is not enabled"
grep -q '^linewatch:' "$root/etc/passwd" || fail "the service has no user"

say "the server starts as its user, with the settings of the package, and takes an event"
sed -i 's/^listen=.*/listen=127.0.0.1:0/' "$root/etc/linewatch/linewatchd.ini"
chroot --userspec=linewatch "$root" linewatchd --config /etc/linewatch/linewatchd.ini \
    >"$work/server.out" 2>"$work/server.err" &
started+=($!)
eventually grep -q '^listening on ' "$work/server.out"
url=$(sed -n 's/^listening on //p' "$work/server.out")
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
curl -sSf "$url/events/batch" -H 'Content-Type: application/json' \
    -d "[{\"eventId\":\"E-1\",\"machineId\":\"M-1\",\"eventTime\":\"$now\",\"durationMs\":1000,\"defectCount\":0}]" \
    | grep -q '"status": *"ACCEPTED"' || fail "the event was not accepted"
chroot "$root" linewatch-sim --url "$url" --machines 20 --lines 2 --events 2000 --connections 2 --seed 1 --verify
[ "$(stat -c %U:%a "$root/var/lib/linewatch")" = "$(stat -c %U "$root/var/lib/linewatch/linewatch.db"):750" ] \
    || fail "the store does not belong to the server"
kill "${started[0]}"
wait "${started[0]}" || fail "the server ended with $?"
started=()

say "the desktop starts"
chroot "$root" env QT_QPA_PLATFORM=offscreen HOME=/tmp linewatch --demo --listen 127.0.0.1:0 \
    >"$work/desktop.out" 2>"$work/desktop.err" &
started+=($!)
eventually grep -q '^listening on ' "$work/desktop.out"
url=$(sed -n 's/^listening on //p' "$work/desktop.out")
curl -sSf "$url/readyz" >/dev/null
kill "${started[0]}"
wait "${started[0]}" || fail "the desktop ended with $?"
started=()

say "removed and purged, the plant's history is still there"
chroot "$root" sh -c "DEBIAN_FRONTEND=noninteractive dpkg --purge linewatchd" >"$work/purge.log" 2>&1 || fail "$(cat "$work/purge.log")"
[ -s "$root/var/lib/linewatch/linewatch.db" ] || fail "the store went with the package"
[ ! -e "$root/etc/linewatch/linewatchd.ini" ] || fail "the settings were left behind"
say "done"
