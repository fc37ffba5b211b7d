(
@PREPARE@
@HASH_OF_TOKEN@
@SIGN@

  nonce=$(call "$server/api/v1/provision/$access_key/nonce" | sed 's/.*"nonce":"\([^"]*\)".*/\1/')
  printf '%s\n%s\n0\n%s' "$ath" "$identifier" "$nonce" >"$work/signed"
  signature=$(sign "$work/signed" | openssl base64 -A)
  printf '{"uniqueIdentifier":"%s","timestamp":0,"nonce":"%s","signature":"%s"}' "$subject" "$nonce" "$signature" |
    call --header 'Content-Type: application/json' --data-binary @- --write-out '\n%{http_code}\n' \
      "$server/api/v1/provision/$access_key"
)
