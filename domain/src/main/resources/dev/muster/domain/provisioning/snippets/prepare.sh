  set -eu
  identifier=${1:-${MUSTER_IDENTIFIER:-@IDENTIFIER@}}
  access_key=@ACCESS_KEY@
  server='@SERVER@'
  key=muster.key
  [ -r "$key" ] || { echo "There is no $key; save the private key of the certificate there." >&2; exit 2; }
  token=${MUSTER_ACCESS_TOKEN:-$(cat access-token.txt 2>/dev/null || :)}
  [ -n "$token" ] || { echo "There is no access-token.txt; save the access token of the certificate there, or in MUSTER_ACCESS_TOKEN." >&2; exit 2; }
@TRUST@

  subject=$(printf %s "$identifier" | sed 's/[\\"]/\\&/g')
