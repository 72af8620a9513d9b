#!/bin/sh
# Compares our reading of every docx and odt of some folders with LibreOffice's own conversion to
# text, tracked changes accepted on both sides.
# usage: compare_libreoffice.sh FOLDER_OF_PROGRAMS FOLDER_OF_DOCUMENTS...
# Status: 0 all above the bar, 1 a bar is missed, 77 LibreOffice or the documents are absent.
# LIMPIDE_WORDS=1 prints the words that differ.
set -eu
programs=$1
shift
here=$(dirname "$(readlink -f "$0")")

if ! command -v soffice > /dev/null; then
  echo "skipped: soffice is not installed (apt-get install --no-install-recommends libreoffice-writer)"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

for folder in "$@"; do
  if [ -d "$folder" ]; then
    find "$folder" -type f \( -name '*.docx' -o -name '*.odt' -o -name '*.docm' -o -name '*.ott' \)
  fi
done | LC_ALL=C sort > "$work/list"
if [ ! -s "$work/list" ]; then
  echo "skipped: no docx or odt in $*"
  exit 77
fi

# A profile of our own: no other soffice takes over. The first start makes it, then our macro
# takes the place of its empty module.
mkdir -p "$work/text"
run_office() {
  timeout 300 soffice "-env:UserInstallation=file://$work/profile" --headless --norestore --nologo \
    "$@" > "$work/log" 2>&1 || cat "$work/log"
}
run_office --terminate_after_init
modules=$work/profile/user/basic/Standard
cp "$here/convert.xba" "$modules/Convert.xba"
sed -i 's/Module1/Convert/' "$modules/script.xlb"
export LIMPIDE_LIST="$work/list" LIMPIDE_FOLDER="$work/text"
run_office 'macro:///Standard.Convert.Run'

option=
if [ "${LIMPIDE_WORDS:-}" = 1 ]; then option=--words; fi
# One path a line; names with spaces are kept whole.
tr '\n' '\0' < "$work/list" | xargs -0 -n 100000 "$programs/limpide-compare-text" $option "$work/text"
