  base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
  ath=$(printf %s "$token" | openssl dgst -sha256 -binary | base64url)
