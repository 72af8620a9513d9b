#!/bin/sh
# Puts the French dictionary (fr.aff, fr.dic and their copyright file) into DEST. It comes from the
# Debian package hunspell-fr-comprehensive, which is unpacked and never installed.
# Usage: tools/fetch-dictionary.sh DEST
# Does nothing, and says nothing, when DEST already holds it.
set -eu

package=hunspell-fr-comprehensive
if [ $# -ne 1 ]; then
  echo "usage: $0 DEST" >&2
  exit 2
fi
mkdir -p "$1"
dest=$(cd "$1" && pwd)
if [ -s "$dest/fr.aff" ] && [ -s "$dest/fr.dic" ] && [ -s "$dest/copyright" ]; then
  exit 0
fi

fail() {
  echo "fetch-dictionary: $1" >&2
  echo "fetch-dictionary: with the network: apt-get update, then run again; without: copy fr.aff, fr.dic" >&2
  echo "fetch-dictionary: and copyright of the package $package into $dest" >&2
  exit 1
}

command -v apt-get >/dev/null || fail "apt-get is not here"
command -v dpkg-deb >/dev/null || fail "dpkg-deb is not here"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# apt refuses to write as its own user where that user may not.
chmod 755 "$work"
(cd "$work" && apt-get -q -o APT::Sandbox::User=root download "$package" >log 2>&1) ||
  { cat "$work/log" >&2; fail "the package $package could not be downloaded"; }
dpkg-deb -x "$work"/$package*.deb "$work/unpacked" || fail "the package could not be unpacked"
cp "$work/unpacked/usr/share/doc/$package/copyright" "$dest/copyright"
for file in fr.aff fr.dic; do
  cp -L "$work/unpacked/usr/share/hunspell/$file" "$dest/$file.part"
  mv "$dest/$file.part" "$dest/$file"
done
