# Makes UTF-8 the encoding of arguments and file names. Sourced by ./parley.

is_utf8() {
  [ "$(LC_ALL=$1 locale charmap 2> /dev/null)" = UTF-8 ]
}

is_ascii() {
  [ -z "$(printf '%s' "$1" | LC_ALL=C tr -d '\001-\177')" ]
}

# Java reads arguments and file names in the encoding of the locale. Ours are UTF-8, whatever locale the
# shell has set. Where there is no locale program (Alpine), UTF-8 is all there is.
use_utf8() {
  local name
  for name in C.UTF-8 en_US.UTF-8 "${LC_ALL:-}" "${LC_CTYPE:-}" "${LANG:-}"; do
    if [ -n "$name" ] && { ! command -v locale > /dev/null 2>&1 || is_utf8 "$name"; }; then
      export LC_ALL=$name
      return
    fi
  done
  is_ascii "$ROOT$*" || fail "This system has no UTF-8 locale, so Parley cannot read names with letters other than a to z. Add one (localedef -i en_US -f UTF-8 en_US.UTF-8), or use plain names."
}
