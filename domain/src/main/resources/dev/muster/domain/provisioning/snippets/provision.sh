(
  set -eu
  identifier=${1:-${MUSTER_IDENTIFIER:-@IDENTIFIER@}}
  access_key=@ACCESS_KEY@
  server='@SERVER@'
  key=muster.key
  : "${MUSTER_ACCESS_TOKEN:?is not set; put the access token of the certificate into it}"
  [ -r "$key" ] || { echo "There is no $key; save the private key of the certificate there." >&2; exit 2; }
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  cat >"$work/root.pem" <<'ROOT'
@ROOT@
ROOT

  base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
@SIGN@

  subject=$(printf %s "$identifier" | sed 's/[\\"]/\\&/g')
  now=$(date +%s)
  ath=$(printf %s "$MUSTER_ACCESS_TOKEN" | openssl dgst -sha256 -binary | base64url)
  header=$(printf '{"alg":"@ALGORITHM@","typ":"provision+jwt"}' | base64url)
  claims=$(printf '{"iss":"%s","sub":"%s","aud":"muster-provision","jti":"%s","iat":%d,"exp":%d,"ath":"%s"}' \
    "$access_key" "$subject" "$(openssl rand -hex 16)" "$now" "$((now + 120))" "$ath" | base64url)
  printf %s "$header.$claims" >"$work/signed"
  signature=$(sign "$work/signed" | base64url)
  printf '{"uniqueIdentifier":"%s","proof":"%s.%s.%s"}' "$subject" "$header" "$claims" "$signature" |
    curl --silent --show-error --fail-with-body --cacert "${MUSTER_CACERT:-$work/root.pem}" \
      --header 'Content-Type: application/json' --data-binary @- --write-out '\n%{http_code}\n' \
      "$server/api/v1/provision/$access_key"
)
