#!/bin/sh
# Installs Treaty Timeline from the folder in which this file lies: for this user in ~/.local, or with --prefix elsewhere.
#   ./install.sh                          ~/.local
#   sudo ./install.sh --prefix /usr/local for everybody
#   ./install.sh --uninstall [--prefix …] takes away what it has laid down, and nothing else
# Nothing is downloaded. Datasets and settings are never touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${HOME:-}/.local
uninstall=no
while [ $# -gt 0 ]; do
  case $1 in
    --prefix) [ $# -gt 1 ] || { echo "--prefix needs a folder" >&2; exit 2; }; prefix=$2; shift ;;
    --prefix=*) prefix=${1#--prefix=} ;;
    --uninstall) uninstall=yes ;;
    -h|--help) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "install.sh: unknown argument $1; see install.sh --help" >&2; exit 2 ;;
  esac
  shift
done
case $prefix in
  /*) ;;
  *) echo "install.sh: --prefix must be an absolute path, not '$prefix'" >&2; exit 2 ;;
esac

# So that menus and file managers know of it; a system without these tools finds out by itself or needs none of it.
refresh() {
  for command in "update-desktop-database -q $prefix/share/applications" "update-mime-database $prefix/share/mime" \
    "gtk-update-icon-cache -q -f -t $prefix/share/icons/hicolor"; do
    folder=${command##* }
    if command -v "${command%% *}" >/dev/null 2>&1 && [ -d "$folder" ]; then $command >/dev/null 2>&1 || true; fi
  done
}

list=$prefix/share/treaty-timeline/installed-files
if [ "$uninstall" = yes ]; then
  [ -f "$list" ] || { echo "install.sh: nothing is installed in $prefix" >&2; exit 1; }
  sort -r "$list" | while IFS= read -r file; do
    # A list that names something outside of the prefix was not written by this script.
    case $file in */../*|../*|/*) continue ;; esac
    rm -f "$prefix/$file"
    folder=$(dirname "$file")
    while [ "$folder" != . ] && rmdir "$prefix/$folder" 2>/dev/null; do folder=$(dirname "$folder"); done
  done
  rm -f "$list"
  rmdir "$prefix/share/treaty-timeline" 2>/dev/null || true
  refresh
  echo "Treaty Timeline is removed from $prefix. What you saved is where it was."
  exit 0
fi

[ -d "$here/usr" ] || { echo "install.sh: the folder usr is not beside this file" >&2; exit 1; }
# An older version may have laid down files that this one has not.
if [ -f "$list" ]; then "$0" --uninstall --prefix "$prefix" >/dev/null; fi
mkdir -p "$prefix/share/treaty-timeline" || exit 1
cd "$here/usr"
find . -type f -o -type l | sed 's|^\./||' | sort >"$list"
while IFS= read -r file; do
  mkdir -p "$prefix/$(dirname "$file")"
  # Into its place at once, so that a program that runs keeps its file.
  cp -P "$file" "$prefix/$file.new"
  mv -f "$prefix/$file.new" "$prefix/$file"
done <"$list"
refresh
echo "Treaty Timeline is installed in $prefix."
case :$PATH: in
  *:"$prefix/bin":*) echo "Start it with: treaty-timeline" ;;
  *) echo "Start it with: $prefix/bin/treaty-timeline ($prefix/bin is not in PATH)" ;;
esac
