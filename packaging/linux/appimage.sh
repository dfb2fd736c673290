#!/usr/bin/env bash
# Make an AppImage of the frozen viewer: bash packaging/linux/appimage.sh build/bundles/watchword out.AppImage
# Needs appimagetool in PATH, which the release workflow gets; it is in no package index.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
bundle=$1
out=$2
id=io.github.watchword.Watchword
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

mkdir -p "$place/usr/lib" "$place/usr/share/applications" "$place/usr/share/metainfo" "$place/usr/share/mime/packages"
cp -R "$bundle" "$place/usr/lib/watchword"
cp "$here/$id.desktop" "$place/usr/share/applications/"
cp "$here/$id.desktop" "$place/"
cp "$here/$id.metainfo.xml" "$place/usr/share/metainfo/$id.appdata.xml"
cp "$here/$id.mime.xml" "$place/usr/share/mime/packages/$id.xml"
cp "$here/../../build/icons/256.png" "$place/$id.png"
ln -s "$id.png" "$place/.DirIcon"
cat > "$place/AppRun" <<'RUN'
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/usr/lib/watchword/watchword" "$@"
RUN
chmod +x "$place/AppRun"
ARCH=$(uname -m) appimagetool --no-appstream "$place" "$out"
