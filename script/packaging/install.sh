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
has() { command -v "$1" >/dev/null 2>&1; }
refresh() {
  share=$prefix/share
  if has update-desktop-database && [ -d "$share/applications" ]; then update-desktop-database -q "$share/applications" || true; fi
  if has update-mime-database && [ -d "$share/mime/packages" ]; then update-mime-database "$share/mime" >/dev/null 2>&1 || true; fi
  # Without a cache the folders themselves are read.
  if has gtk-update-icon-cache && [ -f "$share/icons/hicolor/icon-theme.cache" ]; then
    gtk-update-icon-cache -q -f -t "$share/icons/hicolor" || true
  fi
}
# Removes the folders of a path that are empty, from the last to the first below the prefix.
prune() {
  folder=$1
  while [ "$folder" != . ] && rmdir "$prefix/$folder" 2>/dev/null; do folder=$(dirname "$folder"); done
}

list=$prefix/share/treaty-timeline/installed-files
if [ "$uninstall" = yes ]; then
  [ -f "$list" ] || { echo "install.sh: nothing is installed in $prefix" >&2; exit 1; }
  sort -r "$list" | while IFS= read -r file; do
    # A list that names something outside of the prefix was not written by this script.
    case $file in */../*|../*|/*) continue ;; esac
    rm -f "$prefix/$file"
    # The folder of kinds of files is needed once more, to take those of this program out of the caches.
    case $file in share/mime/*) ;; *) prune "$(dirname "$file")" ;; esac
  done
  rm -f "$list"
  refresh
  # What those tools have made there and nobody else uses.
  share=$prefix/share
  if [ "$(ls -A "$share/applications" 2>/dev/null)" = mimeinfo.cache ]; then rm "$share/applications/mimeinfo.cache"; fi
  if [ -d "$share/mime/packages" ] && [ -z "$(ls -A "$share/mime/packages")" ]; then
    (cd "$share/mime" && rm -f XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version
      rmdir ./*/ 2>/dev/null || true)
  fi
  for folder in share/treaty-timeline share/applications share/mime/packages share/mime; do prune "$folder"; done
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
# The menu must find the program though its folder may not be in PATH.
entry=share/applications/treaty-timeline.desktop
program=$(printf '%s' "$prefix/bin/treaty-timeline" | sed 's/[\\&|]/\\&/g')
sed "s|^TryExec=.*|TryExec=$program|; s|^Exec=treaty-timeline|Exec=\"$program\"|" "$here/usr/$entry" >"$prefix/$entry"
refresh
echo "Treaty Timeline is installed in $prefix."
case :$PATH: in
  *:"$prefix/bin":*) echo "Start it with: treaty-timeline" ;;
  *) echo "Start it with: $prefix/bin/treaty-timeline ($prefix/bin is not in PATH)" ;;
esac
