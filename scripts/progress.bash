# Shows how the build goes on. Sourced by ./parley.

# How often a line comes where there is no terminal, in seconds.
LINE_EVERY=15

# Until it is killed, or process $1 is gone: a bar on a terminal; elsewhere a line for each module, and
# one whenever nothing was said for a while.
watch_build() {
  local state said='' at=0
  while kill -0 "$1" 2> /dev/null; do
    sleep 1 > /dev/null 2>&1
    state=$(build_state)
    if is_terminal; then
      printf '\r\033[K%s' "$(bar "$state")"
    elif [ "${state%% *}" != "$said" ] || [ $((SECONDS - at)) -ge $LINE_EVERY ]; then
      echo "  $(in_figures "$state")"
      said=${state%% *}
      at=$SECONDS
    fi
  done
}

is_terminal() {
  [ -t 1 ] && [ "${TERM:-dumb}" != dumb ]
}

# "3 9 120 31 chat-gateway": the module that is being built, of how many, how many files were loaded, how
# many megabytes, and the module's name. All zeros while Maven itself is being loaded.
build_state() {
  awk '
    /Building Parley.*\[[0-9]+\/[0-9]+\]$/ {
      numbers = $NF
      gsub(/[^0-9\/]/, "", numbers)
      split(numbers, place, "/")
      name = $0
      sub(/ [^ ]+ +\[[0-9]+\/[0-9]+\]$/, "", name)
      sub(/.*Building (Parley: )?/, "", name)
    }
    /Downloaded from/ && match($0, /\([0-9.]+ [kMG]?B/) {
      files++
      size = substr($0, RSTART + 1, RLENGTH - 1)
      bytes += size * (size ~ /GB/ ? 1e9 : size ~ /MB/ ? 1e6 : size ~ /kB/ ? 1e3 : 1)
    }
    END { printf "%d %d %d %d %s\n", place[1], place[2], files, bytes / 1e6, name }' "$BUILD_LOG"
}

# [======>             ] 3 of 9, chat-gateway. 31 MB loaded in 120 files; 1 min 5 s so far
bar() {
  local width=20 done=0 number
  number=${1%% *}
  set -- $1
  [ "$2" -eq 0 ] || done=$(((number - 1) * width / $2))
  printf '[%s>%s] %s' "$(repeat '=' "$done")" "$(repeat ' ' $((width - 1 - done)))" "$(in_figures "$*")"
}

repeat() {
  printf "%$2s" '' | tr ' ' "$1"
}

in_figures() {
  local loaded=''
  set -- $1
  if [ "$2" -eq 0 ]; then
    echo "Maven starts; $(in_words "$SECONDS") so far"
    return
  fi
  local place="$1 of $2" files=$3 megabytes=$4
  shift 4
  [ "$files" -eq 0 ] || loaded=" $megabytes MB loaded in $files files;"
  echo "$place, $*.$loaded $(in_words "$SECONDS") so far"
}

# 65 is 1 min 5 s.
in_words() {
  if [ "$1" -lt 60 ]; then
    echo "$1 s"
  else
    echo "$(($1 / 60)) min $(($1 % 60)) s"
  fi
}

# Replaces the bar, if there is one.
end_line() {
  is_terminal && printf '\r\033[K'
  echo "$1"
}
