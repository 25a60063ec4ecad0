# What script/run and script/test share: what a fresh Debian machine lacks. Sourced, not run.

# The folder of the project, whatever folder the caller is in.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

say() { printf '%s\n' "$*" >&2; }

# Installs those Debian packages that are not there. Without apt the system is left alone.
need() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || return 0
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "Please install as root: apt-get install ${missing[*]}"; return 1; }
    sudo=(sudo)
  fi
  say "Installing ${missing[*]}"
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Node, from wherever it is, if it is new enough; or else that of Debian.
need_node() {
  local version
  version=$(node --version 2>/dev/null) || version=
  version=${version#v}
  [ "${version%%.*}" -ge 18 ] 2>/dev/null && return 0
  need nodejs
}

need_rust() {
  command -v cargo >/dev/null && return 0
  [ -x "$HOME/.cargo/bin/cargo" ] && { export PATH="$HOME/.cargo/bin:$PATH"; return 0; }
  say "Rust is not installed: see https://rustup.rs, then run this again."
  return 1
}
