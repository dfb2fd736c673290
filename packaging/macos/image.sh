#!/usr/bin/env bash
# Make a disk image of Watchword.app: bash packaging/macos/image.sh Watchword.app watchword.dmg
# Signed with SIGNING_IDENTITY and notarised with NOTARY_PROFILE where these are set; otherwise signed for nobody, and
# who opens it is warned by macOS once.
set -euo pipefail

app=$1
out=$2
identity=${SIGNING_IDENTITY:--}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

options=(--force --deep --sign "$identity")
if [ "$identity" != - ]; then
  options+=(--options runtime --timestamp --entitlements "$(dirname "$0")/entitlements.plist")
fi
codesign "${options[@]}" "$app"
codesign --verify --deep --strict "$app"

cp -R "$app" "$place/"
ln -s /Applications "$place/Applications"
rm -f "$out"
hdiutil create -volname Watchword -srcfolder "$place" -format ULMO -ov "$out"

if [ "$identity" != - ]; then
  codesign --sign "$identity" --timestamp "$out"
fi
if [ -n "${NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$out" --keychain-profile "$NOTARY_PROFILE" --wait
  xcrun stapler staple "$out"
fi
