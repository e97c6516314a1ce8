# shellcheck shell=sh
# Sourced by mvnw and assay: leaves JAVA_HOME at a JDK 25 or newer, or says what is missing and fails.
# Looks at JAVA_HOME, the java on the PATH, and the places where JDKs are usually installed.

assay_jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

assay_find_jdk() {
  required=25
  path_java=$(command -v java 2>/dev/null) && path_java=$(readlink -f "$path_java" 2>/dev/null || echo "$path_java")
  for candidate in "${ASSAY_JAVA_HOME:-}" "${JAVA_HOME:-}" "${path_java%/bin/java}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$candidate" ] || continue
    version=$(assay_jdk_version "$candidate")
    if [ -n "$version" ] && [ "$version" -ge "$required" ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "error: no JDK $required found (looked at JAVA_HOME, the PATH and the usual install folders)." >&2
  echo "remedy: install a JDK $required (for instance Eclipse Temurin) or set JAVA_HOME to one." >&2
  return 1
}

assay_find_jdk || exit 11
