  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  cat >"$work/root.pem" <<'ROOT'
@ROOT@
ROOT
  call() { curl --silent --show-error --fail-with-body --cacert "${MUSTER_CACERT:-$work/root.pem}" "$@"; }
