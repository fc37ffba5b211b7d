(
@PREPARE@
@HASH_OF_TOKEN@
@SIGN@

  now=$(date +%s)
  header=$(printf '{"alg":"@ALGORITHM@","typ":"provision+jwt"}' | base64url)
  claims=$(printf '{"iss":"%s","sub":"%s","aud":"muster-provision","jti":"%s","iat":%d,"exp":%d,"ath":"%s"}' \
    "$access_key" "$subject" "$(openssl rand -hex 16)" "$now" "$((now + 120))" "$ath" | base64url)
  printf %s "$header.$claims" >"$work/signed"
  signature=$(sign "$work/signed" | base64url)
  printf '{"uniqueIdentifier":"%s","proof":"%s.%s.%s"}' "$subject" "$header" "$claims" "$signature" |
    call --header 'Content-Type: application/json' --data-binary @- --write-out '\n%{http_code}\n' \
      "$server/api/v1/provision/$access_key"
)
