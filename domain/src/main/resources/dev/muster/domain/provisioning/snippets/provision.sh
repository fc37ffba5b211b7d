(
@PREPARE@
@HASH_OF_TOKEN@
@SIGN@

@JWS@
  printf '{"uniqueIdentifier":"%s","proof":"%s"}' "$subject" "$proof" |
    call --header 'Content-Type: application/json' --data-binary @- --write-out '\n%{http_code}\n' \
      "$server/api/v1/provision/$access_key"
)
