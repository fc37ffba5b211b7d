# Sourced by ../mvnw. Sets JAVA_HOME to a JDK that builds and runs Muster, where the default one is too old. A `release` file
# tells a JDK's version, so that none is started to be asked.

oldest=21
tested=25

# The major version of the JDK in that directory; nothing if there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

# The directory of the java on the PATH, behind all links.
jdk_on_path() {
  link=$(command -v java) || return 0
  while [ -L "$link" ]; do
    target=$(readlink "$link")
    case "$target" in
    /*) link=$target ;;
    *) link=$(dirname "$link")/$target ;;
    esac
  done
  (cd "$(dirname "$link")/.." 2>/dev/null && pwd)
}

# Where installers put JDKs, and the variables that name one: what maven-toolchains-plugin looks through, too.
jdk_candidates() {
  env | sed -n 's/^JDK_\{0,1\}[0-9][0-9]*_HOME=//p; s/^JAVA_HOME_[0-9][0-9A-Za-z_]*=//p'
  for parent in /usr/lib/jvm /usr/java /usr/jdk /usr/local/lib/jvm /opt/java /opt/jdk /opt/jdks /Library/Java/JavaVirtualMachines \
    "$HOME/Library/Java/JavaVirtualMachines" "$HOME/.sdkman/candidates/java" "$HOME/.jdks" "$HOME/.m2/jdks" "$HOME/.gradle/jdks" \
    "$HOME/.asdf/installs/java" "$HOME/.local/share/mise/installs/java" "$HOME/.jenv/versions" "$HOME/.jabba/jdk" \
    "$HOME/.jbang/cache/jdks"; do
    [ -d "$parent" ] || continue
    find "$parent" -mindepth 1 -maxdepth 1 | sort
    find "$parent" -mindepth 3 -maxdepth 3 -path '*/Contents/Home' | sort
  done
}

# "VERSION DIRECTORY" of the best: the tested version, otherwise the newest.
best_jdk() {
  jdk_candidates | while IFS= read -r home; do
    version=$(jdk_version "$home") || continue
    [ "${version:-0}" -lt "$oldest" ] || printf '%s %s\n' "$version" "$home"
  done | sort -s -n -r -k 1,1 | awk -v tested="$tested" '
    NR == 1 || ($1 == tested && !found) { best = $0 }
    $1 == tested { found = 1 }
    END { if (NR) print best }'
}

default=${JAVA_HOME:-$(jdk_on_path)}
version=$(jdk_version "$default") || version=
if [ "${version:-0}" -lt "$oldest" ]; then
  best=$(best_jdk)
  if [ -z "$best" ]; then
    echo "Muster needs a JDK $oldest or newer, and there is none in JAVA_HOME, on the PATH, in /usr/lib/jvm or where other" \
      "installers put it: install one, for example Eclipse Temurin $tested, or set JAVA_HOME to it." >&2
    exit 1
  fi
  JAVA_HOME=${best#* }
  export JAVA_HOME
  echo "Muster uses the JDK ${best%% *} in $JAVA_HOME, because ${version:+the default is a JDK }${version:-there is no default}." >&2
fi
