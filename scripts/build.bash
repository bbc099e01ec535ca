# Builds what is not built yet. Sourced by ./parley.

BUILD_LOG="$ROOT/local-stack/target/build.log"

# What every service is made of.
LIBRARIES='chat-protocol http-conventions session-auth message-tracing account-names schema-migrations web-page'

# The jars that the build of module $1 makes, below $ROOT.
jars() {
  case $1 in
    local-stack | tools | chaos | bench | fuzz) echo "$1/target/$1"-*.jar ;;
    *) echo "$1/target/quarkus-app/quarkus-run.jar" "$1/target/quarkus-app/app"/*.jar ;;
  esac
}

# The folders and files that module $1 is built from, below $ROOT.
sources() {
  local module libraries=$LIBRARIES
  case $1 in
    local-stack) libraries='chat-protocol chat-client' ;;
    tools) libraries='chat-protocol chat-client account-names local-stack' ;;
    chaos | bench | fuzz) libraries='chat-protocol chat-client local-stack' ;;
  esac
  echo pom.xml
  case $1 in local-stack | tools | chaos | bench | fuzz) echo deploy/postgres ;; esac
  for module in $1 $libraries; do
    echo "$module/pom.xml" "$module/src/main" "$module/package.json" "$module/tsconfig.json"
  done
}

# One checksum of the contents of all source files. Neither their times nor the place of the folder count.
# shellcheck disable=SC2046
sources_checksum() {
  (cd "$ROOT" && find $(sources "$1") -type f -print 2> /dev/null | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum)
}

# shellcheck disable=SC2046
jars_checksum() {
  (cd "$ROOT" && cat $(jars "$1") 2> /dev/null | cksum)
}

# shellcheck disable=SC2046
newer_source() {
  (cd "$ROOT" && set -- "$1" $(jars "$1") && find $(sources "$1") -type f -newer "$2" -print 2> /dev/null | head -n 1)
}

# shellcheck disable=SC2046
is_built() {
  (cd "$ROOT" && set -- $(jars "$1") && for jar in "$@"; do [ -f "$jar" ] || exit 1; done)
}

# What was built from what: written after each build.
mark() {
  echo "$ROOT/$1/target/parley.built"
}

# If somebody else (./mvnw) has built the jars since, the times of the files must do.
needs_build() {
  is_built "$1" || return 0
  if [ -f "$(mark "$1")" ] && [ "$(sed -n 2p "$(mark "$1")")" = "$(jars_checksum "$1")" ]; then
    [ "$(sed -n 1p "$(mark "$1")")" != "$(sources_checksum "$1")" ]
  else
    [ -n "$(newer_source "$1")" ]
  fi
}

# Those of the modules $@ that need a build, separated by commas.
unbuilt() {
  local module list=''
  for module in "$@"; do
    if needs_build "$module"; then
      list=$list${list:+,}$module
    fi
  done
  echo "$list"
}

# Builds those of the modules $@ that need it.
build() {
  local list
  list=$(unbuilt "$@")
  [ -z "$list" ] || run_build "$list"
}

# Builds the modules $1, separated by commas. All further arguments go to Maven.
run_build() {
  local status module watcher list=$1
  shift
  mkdir -p "$(dirname "$BUILD_LOG")" 2> /dev/null || fail "You may not write to $ROOT: make it yours (chown), or clone Parley elsewhere."
  announce_build "$list"
  : > "$BUILD_LOG"
  watch_build $$ &
  watcher=$!
  run_maven package -T 2 -pl "$list" -am -Dmaven.test.skip=true -Dunchecked "$@" > "$BUILD_LOG" 2>&1
  status=$?
  kill "$watcher" 2> /dev/null
  wait "$watcher" 2> /dev/null
  [ "$status" = 0 ] || explain_failure
  for module in $(echo "$list" | tr ',' ' '); do
    { sources_checksum "$module"; jars_checksum "$module"; } > "$(mark "$module")"
  done
  end_line "Built after $(in_words "$SECONDS")."
}

run_maven() {
  (cd "$ROOT" && exec ./mvnw -B "$@")
}

announce_build() {
  echo "Building $(echo "$1" | sed 's/,/, /g')."
  if [ -d "$HOME/.m2/repository/io/quarkus" ]; then
    echo "This usually takes one to five minutes."
  else
    echo "The first time, this loads about 300 MB of libraries from Maven Central. It usually takes 2 to 10 minutes, depending on your network."
  fi
}

explain_failure() {
  end_line 'The build failed:'
  grep '^\[ERROR\] .' "$BUILD_LOG" | awk '!shown[$0]++' | head -n 20 >&2
  fail "All of its output is in $BUILD_LOG."
}
