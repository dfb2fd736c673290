#!/usr/bin/env bash
# Prove a package in a Debian of its own: sudo bash packaging/prove.sh dist/watchword_0.1.0_amd64.deb picture.png
# Installs it with apt into a new root, launches it by its desktop entry in a real window with demo cameras, takes a
# picture to look at, removes it, and says what is left. Needs debootstrap, xvfb, openbox and imagemagick.
set -euo pipefail

package=$(realpath "$1")
picture=$(realpath -m "$2")
root=${ROOT:-$(mktemp -d)}
suite=${SUITE:-bookworm}
id=io.github.watchword.Watchword
pids=()

# Only what was started or mounted here.
end() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for place in tmp/.X11-unix proc dev; do umount -l "$root/$place" 2>/dev/null || true; done
}
trap end EXIT

if [ ! -x "$root/usr/bin/apt-get" ]; then
  debootstrap --variant=minbase "$suite" "$root" ${MIRROR:+"$MIRROR"}
fi
mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
mountpoint -q "$root/dev" || mount --rbind /dev "$root/dev"
mountpoint -q "$root/tmp/.X11-unix" || mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
cp /etc/resolv.conf "$root/etc/resolv.conf"

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/anna LC_ALL=C.UTF-8 "$@"; }
# Files of the system, without what apt and dpkg write of every installation.
listed() { inside find / -xdev \( -path /proc -o -path /dev -o -path /tmp -o -path /var/cache -o -path /var/lib/apt \
  -o -path /var/lib/dpkg -o -path /var/log -o -path /home -o -path /run \) -prune -o -print | sort; }

inside sh -c 'id anna >/dev/null 2>&1 || useradd --create-home anna'
inside apt-get update -q
# What launches desktop entries, and finds windows: the desktop's part.
DEBIAN_FRONTEND=noninteractive inside apt-get install -y -q --no-install-recommends libglib2.0-bin x11-utils fonts-dejavu-core
listed > "$root.before"

cp "$package" "$root/tmp/package.deb"
inside apt-get install -y -q --no-install-recommends /tmp/package.deb
inside dpkg --verify watchword
inside find /usr/lib/watchword -type f \( -name '*.so*' -o -name 'watchword*' \) -exec sh -c \
  'LD_LIBRARY_PATH=/usr/lib/watchword/_internal:/usr/lib/watchword/_internal/PySide6/Qt/lib ldd "$1" 2>/dev/null | grep "not found" | sed "s|^|$1: |"' _ {} \; > "$root.lacking" || true
echo "libraries that would not be found: $(wc -l < "$root.lacking")"
inside runuser -u anna -- watchword --self-test

display=:${DISPLAY_NUMBER:-170}
Xvfb "$display" -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
pids+=($!)
for _ in $(seq 100); do [ -S "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
DISPLAY=$display openbox >/dev/null 2>&1 &
pids+=($!)
as_anna() { chroot "$root" runuser -u anna -- env -i PATH=/usr/bin:/bin HOME=/home/anna LC_ALL=C.UTF-8 DISPLAY="$display" "$@"; }
# As a menu does; the entry's own action is the demo.
as_anna gio launch "/usr/share/applications/$id.desktop" >/dev/null 2>&1 &
# Qt has a window of one pixel, too.
for _ in $(seq 300); do
  window=$(as_anna xwininfo -root -tree 2>/dev/null | grep -m1 '"Watchword.* [0-9]\{3,\}x[0-9]\{3,\}+' || true)
  [ -n "$window" ] && break
  sleep 0.1
done
echo "window: $window"
sleep "${LOOK_SECONDS:-6}"
DISPLAY=$display import -window root "${picture%.png}-first.png"
# The demo is a program of its own, beside the person's wall.
as_anna watchword --demo >/dev/null 2>&1 &
sleep "${LOOK_SECONDS:-6}"
DISPLAY=$display import -window root "$picture"
as_anna xwininfo -root -tree | grep -i "watchword" || true
anna=$(chroot "$root" id -u anna)
for pid in $(pgrep -u "$anna" -x watchword); do
  echo "memory of $(tr '\0' ' ' < "/proc/$pid/cmdline"): $(awk '/VmRSS/ {print $2 / 1000 " MB"}' "/proc/$pid/status")"
  kill "$pid"
done
for _ in $(seq 50); do pgrep -u "$anna" >/dev/null || break; sleep 0.1; done

DEBIAN_FRONTEND=noninteractive inside apt-get purge -y -q watchword
DEBIAN_FRONTEND=noninteractive inside apt-get autoremove -y -q --purge
listed > "$root.after"
echo "left in the system: $(comm -13 "$root.before" "$root.after" | wc -l) files"
comm -13 "$root.before" "$root.after" | head -40
echo "left of the person's own:"
find "$root/home/anna" -newer "$root.before" -type f | sed "s|$root||" | head -20
