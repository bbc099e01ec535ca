# Finds a JDK. Sourced by ./parley.

LEAST_JAVA=21

# The major version of the JDK in folder $1; nothing where there is no JDK.
java_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  local version=''
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  fi
  echo "$version"
}

# Folders where JDKs are usually installed, one a line.
java_candidates() {
  local folder java
  for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/*; do
    [ -d "$folder" ] && echo "$folder"
  done
  java=$(command -v java 2>/dev/null) && [ -n "$java" ] && real_home "$java"
  [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v "$LEAST_JAVA+" 2>/dev/null
  return 0
}

# The JDK folder of the java program $1, through symbolic links.
real_home() {
  local file=$1 link
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  (cd "$(dirname "$file")/.." 2>/dev/null && pwd -P)
}

choose_java() {
  local given=${JAVA_HOME:-} version best='' best_version=0 folder
  if [ -n "$given" ]; then
    version=$(java_major "$given")
    if [ "${version:-0}" -ge "$LEAST_JAVA" ] 2>/dev/null; then
      return
    fi
  fi
  while IFS= read -r folder; do
    version=$(java_major "$folder")
    if [ "${version:-0}" -gt "$best_version" ] 2>/dev/null; then
      best=$folder
      best_version=$version
    fi
  done <<CANDIDATES
$(java_candidates)
CANDIDATES
  if [ "$best_version" -lt "$LEAST_JAVA" ]; then
    if [ "$best_version" -gt 0 ]; then
      fail "Parley needs a JDK $LEAST_JAVA or newer; the newest found here is $best_version ($best). Install one (for example from adoptium.net), or set JAVA_HOME to one."
    fi
    fail "Parley needs a JDK $LEAST_JAVA or newer, and none was found. Install one (for example from adoptium.net), or set JAVA_HOME to one."
  fi
  JAVA_HOME=$best
  export JAVA_HOME
}
