# Builds container images. Sourced by ./parley.

SERVICES='auth-service history-service chat-gateway'

require_docker() {
  command -v docker > /dev/null 2>&1 || fail "Images need Docker, and there is no docker program on the PATH."
  docker info > /dev/null 2>&1 || fail "Docker does not answer. Start it, or set DOCKER_HOST to where it is."
}

# Builds the services, each with the list of its libraries that its image holds. ./parley up leaves these lists out.
build_services() {
  local service list=''
  for service in $SERVICES; do
    if needs_build "$service" || ! has_sbom "$service"; then
      list=$list${list:+,}$service
    fi
  done
  [ -z "$list" ] || run_build "$list" -Dsbom.phase=package
}

# Whether the list of the libraries of the service $1 is there, and no dependency changed after it was made.
has_sbom() {
  local sbom=$ROOT/$1/target/sbom.cdx.json
  [ -e "$sbom" ] && [ -z "$(find "$ROOT"/pom.xml "$ROOT"/*/pom.xml -newer "$sbom" -print)" ]
}

# Compiles all services to native executables. Each takes some minutes and 4 GB.
build_native() {
  local in_container=true
  [ -z "${GRAALVM_HOME:-}" ] || in_container=false
  run_maven package -pl "$(echo "$SERVICES" | tr ' ' ',')" -am -Dmaven.test.skip=true -Dunchecked \
    -Dsbom.phase=package -Dnative "-Dquarkus.native.container-build=$in_container" || fail "The build failed."
}

# Builds the image of each service, for the runtime $1 with the tag $2. All further arguments go to Docker.
build_each() {
  local service runtime=$1 tag=$2
  shift 2
  for service in $SERVICES; do
    docker build --file "$ROOT/deploy/$service.Dockerfile.$runtime" --tag "parley/$service:$tag" "$@" "$ROOT" ||
      fail "The image of $service was not built."
  done
}

build_images() {
  local runtime=jvm
  [ $# = 0 ] || runtime=native
  require_docker
  choose_java
  if [ "$runtime" = native ]; then
    build_native
  else
    build local-stack
    build_services
    keep_loaded_classes
  fi
  build_each "$runtime" "$runtime"
}

# --- What a JVM has loaded -----------------------------------------------------------------------
# A service starts in half the time if its image holds the classes as a JVM has loaded them before (an AOT
# cache, JEP 483). The cache fits one JVM and the very files of one image, so the services of that image run once,
# and people are played for them.

# Writes target/image.aot of each service, unless it is there and fits.
keep_loaded_classes() {
  local service
  [ "${PARLEY_AOT:-use}" = use ] || { forget_loaded_classes; return 0; }
  if ! docker compose version > /dev/null 2>&1; then
    forget_loaded_classes
    echo "There is no Docker Compose, so the services cannot be tried out. Their images start slower."
    return 0
  fi
  build_each jvm training --target service
  if ! loaded_classes_fit; then
    forget_loaded_classes
    echo "The services try themselves out, so that their images start quickly. This takes two to three minutes."
    # The subshell's trap takes everything down again.
    (train_images) || echo "That failed. The images start slower." >&2
  fi
  for service in $SERVICES; do
    docker rmi "parley/$service:training" > /dev/null
  done
}

forget_loaded_classes() {
  local service
  for service in $SERVICES; do
    rm -f "$ROOT/$service/target/image.aot" "$ROOT/$service/target/image.trained"
  done
}

# What the cache of service $1 has to fit.
layers() {
  docker image inspect --format '{{range .RootFS.Layers}}{{println .}}{{end}}' "parley/$1:training"
}

loaded_classes_fit() {
  local service
  for service in $SERVICES; do
    [ -e "$ROOT/$service/target/image.aot" ] && [ "$(layers "$service")" = "$(cat "$ROOT/$service/target/image.trained" 2> /dev/null)" ] ||
      return 1
  done
}

train_images() {
  TRAINING=$(mktemp -d "${TMPDIR:-/tmp}/parley-training.XXXXXX") || exit 1
  trap end_training EXIT
  trap 'exit 1' INT TERM
  # The containers' users write here; nobody else comes through the folder around it.
  mkdir -m 777 "$TRAINING/recordings" && chmod 777 "$TRAINING/recordings" || exit 1
  "$ROOT/deploy/make-env" "$TRAINING/env" > /dev/null || exit 1
  training up --detach --wait --wait-timeout 300 --scale chat-gateway=1 > "$TRAINING/log" 2>&1 || { cat "$TRAINING/log" >&2; exit 1; }
  local port service
  port=$(training port edge 8000 | sed 's/.*://')
  (run_java local-stack '-Xmx256m -XX:TieredStopAtLevel=1' dev.parley.stack.command.ParleyCommand train --address "http://localhost:$port") || exit 1
  # shellcheck disable=SC2086
  training stop --timeout 60 $SERVICES > "$TRAINING/log" 2>&1 || { cat "$TRAINING/log" >&2; exit 1; }
  for service in $SERVICES; do
    keep_recording "$service" > "$TRAINING/log" 2>&1 || { cat "$TRAINING/log" >&2; exit 1; }
  done
}

training() {
  PORT=0 PARLEY_RUNTIME=training TLS_FOLDER='' LOGIN_RATE=1000r/s REGISTER_RATE=1000r/s RECORDINGS=$TRAINING/recordings \
    docker compose --project-name "$(basename "$TRAINING" | tr '[:upper:].' '[:lower:]-')" --project-directory "$ROOT" \
    --env-file "$TRAINING/env" --file "$ROOT/docker-compose.yml" --file "$ROOT/deploy/training.compose.yml" "$@"
}

# Makes the cache of service $1 from its recording, in a container of the same image.
keep_recording() {
  docker run --rm --network none --read-only --tmpfs /tmp:exec --cap-drop ALL --volume "$TRAINING/recordings:/recordings" \
    --entrypoint java "parley/$1:training" @jvm.options -XX:AOTMode=create "-XX:AOTConfiguration=/recordings/$1.recording" \
    "-XX:AOTCache=/recordings/$1.aot" -jar quarkus-run.jar &&
    cp "$TRAINING/recordings/$1.aot" "$ROOT/$1/target/image.aot" && layers "$1" > "$ROOT/$1/target/image.trained"
}

end_training() {
  training down --volumes --timeout 5 > /dev/null 2>&1
  rm -rf "$TRAINING"
}
