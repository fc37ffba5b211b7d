  now=$(date +%s)
  header=$(printf '{"alg":"@ALGORITHM@","typ":"provision+jwt"}' | base64url)
  claims=$(printf '{"iss":"%s","sub":"%s","aud":"muster-provision","jti":"%s","iat":%d,"exp":%d,"ath":"%s"}' \
    "$access_key" "$subject" "$(openssl rand 16 | base64url)" "$now" "$((now + 120))" "$ath" | base64url)
  printf %s "$header.$claims" >"$work/signed"
  proof=$header.$claims.$(sign "$work/signed" | base64url)
