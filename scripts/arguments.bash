# Help, and the check of arguments before anything is built. Sourced by ./parley.
#
# docs/commands/COMMAND.txt says what a command takes: an option stands at the beginning of a line, and
# a word in capitals behind it means that it needs a value. Java checks the same again, more thoroughly.

HELP="$ROOT/docs/commands"

usage() {
  cat "$HELP/overview.txt"
}

# Explains command $1, or lists all of them.
help() {
  case ${1:-} in
    '' | help | -h | --help) usage ;;
    *[!a-z]* | overview) unknown_command "$1" ;;
    *)
      [ -f "$HELP/$1.txt" ] || unknown_command "$1"
      cat "$HELP/$1.txt"
      ;;
  esac
}

unknown_command() {
  echo "There is no command \"$1\"." >&2
  usage >&2
  exit 2
}

# Parley 0.1.0-SNAPSHOT (1a2b3c4)
version() {
  local number commit=''
  number=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$ROOT/pom.xml" | head -n 1)
  [ -e "$ROOT/.git" ] && commit=$(git -C "$ROOT" rev-parse --short HEAD 2> /dev/null)
  echo "Parley $number${commit:+ ($commit)}"
}

# Whether somebody asks for help among the arguments $@.
wants_help() {
  local argument
  for argument in "$@"; do
    case $argument in --help | -h) return 0 ;; esac
  done
  return 1
}

# The lines that describe option $2 of command $1.
option_text() {
  awk -v option="$2" '/^  --/ { inside = ($1 == option) } /^$/ { inside = 0 } inside' "$HELP/$1.txt"
}

# What option $2 of command $1 needs: PORT, N, KIND,... or nothing.
placeholder() {
  option_text "$1" "$2" | awk 'NR == 1 && $2 ~ /^[A-Z]/ { print $2 }'
}

refuse() {
  echo "$2" >&2
  echo "./parley help $1 shows what the command takes." >&2
  exit 2
}

# Checks the arguments of command $1, which follow it.
check_arguments() {
  local command=$1 option file='' files=0
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --*=*)
        option=${1%%=*}
        require_option "$command" "$option"
        [ -n "$(placeholder "$command" "$option")" ] || refuse "$command" "$option takes no value."
        check_value "$command" "$option" "${1#*=}"
        ;;
      -*)
        require_option "$command" "$1"
        if [ -n "$(placeholder "$command" "$1")" ]; then
          [ $# -ge 2 ] || refuse "$command" "$1 needs a value."
          check_value "$command" "$1" "$2"
          shift
        fi
        ;;
      *)
        file=$1
        files=$((files + 1))
        ;;
    esac
    shift
  done
  check_file "$command" "$files" "$file"
}

require_option() {
  [ -n "$(option_text "$1" "$2")" ] || refuse "$1" "./parley $1 has no option $2."
}

check_value() {
  [ -n "$3" ] || refuse "$1" "$2 needs a value."
  case $(placeholder "$1" "$2") in
    N | PORT) check_number "$1" "$2" "$3" ;;
    M) case $3 in *[!0-9.]* | . | *.*.*) not_a_number "$1" "$2" "$3" ;; esac ;;
    S | I) case ${3#-} in '' | *[!0-9]*) not_a_number "$1" "$2" "$3" ;; esac ;;
    KIND,... | ROW,...) check_words "$1" "$2" "$3" ;;
    *=*) case $3 in ?*=?*) ;; *) refuse "$1" "$2 needs $(placeholder "$1" "$2"), and got \"$3\"." ;; esac ;;
  esac
}

not_a_number() {
  refuse "$1" "$2 needs a number, and \"$3\" is not one."
}

# Its bounds are in the help: "1 to 16".
check_number() {
  local range
  case $3 in *[!0-9]* | ??????????*) not_a_number "$1" "$2" "$3" ;; esac
  range=$(option_text "$1" "$2" | sed -n 's/.* \([0-9][0-9]*\) to \([0-9][0-9]*\).*/\1 \2/p' | head -n 1)
  [ -n "$range" ] || return 0
  if [ "$3" -lt "${range% *}" ] || [ "$3" -gt "${range#* }" ]; then
    refuse "$1" "$2 must be from ${range% *} to ${range#* }; it is $3."
  fi
}

# The help of the option names every word that it knows.
check_words() {
  local word
  for word in $(echo "$3" | tr ',' ' '); do
    option_text "$1" "$2" | tr ',.()' '    ' | awk -v word="$word" '
      { for (i = (NR == 1 ? 3 : 1); i <= NF; i++) if ($i == tolower(word)) found = 1 } END { exit !found }' ||
      refuse "$1" "$2 does not know \"$word\"."
  done
}

# A command takes one file if the first line of its help ends with FILE, and any number of names if it ends
# with NAME...; $2 files or names were given, $3 is one.
check_file() {
  local wanted=0
  head -n 1 "$HELP/$1.txt" | grep -q ' NAME\.\.\.$' && return
  head -n 1 "$HELP/$1.txt" | grep -q ' FILE$' && wanted=1
  [ "$2" -le "$wanted" ] || refuse "$1" "./parley $1 does not know what to do with \"$3\"."
  [ "$2" = "$wanted" ] || refuse "$1" "./parley $1 needs a file."
  case $1 in
    restore | import) [ -e "$3" ] || fail "There is no file $3." ;;
  esac
}

# The value of option $1 among the arguments that follow; nothing if it is not there.
given() {
  local option=$1 value=''
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      "$option") value=${2:-} ;;
      "$option="*) value=${1#*=} ;;
    esac
    shift
  done
  echo "$value"
}

# Ends with a sentence if Parley cannot listen where $@ tells it to. An unbuilt Parley makes the same
# check as a built one.
check_address() {
  local host port
  host=$(given --host "$@")
  port=$(given --port "$@")
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/java" $JAVA_LANGUAGE -XX:TieredStopAtLevel=1 \
    "$ROOT/local-stack/src/main/java/dev/parley/stack/ListenAddress.java" \
    "${host:-${HOST:-127.0.0.1}}" "${port:-${PORT:-8000}}" || exit 1
}
