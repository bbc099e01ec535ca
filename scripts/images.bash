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

build_images() {
  local runtime=jvm service
  [ $# = 0 ] || runtime=native
  require_docker
  choose_java
  if [ "$runtime" = native ]; then
    build_native
  else
    build_services
  fi
  for service in $SERVICES; do
    docker build --file "$ROOT/deploy/$service.Dockerfile.$runtime" --tag "parley/$service:$runtime" "$ROOT" ||
      fail "The image of $service was not built."
  done
}
