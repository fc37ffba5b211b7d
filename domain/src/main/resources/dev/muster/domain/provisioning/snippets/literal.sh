(
@PREPARE@

  result=$(printf %s "$token" | openssl pkeyutl -sign -inkey "$key" | openssl base64 -A)
  printf '{"uniqueIdentifier":"%s","encryptionResult":"%s"}' "$subject" "$result" |
    call --header 'Content-Type: application/json' --data-binary @- --write-out '\n%{http_code}\n' \
      "$server/api/v1/provision/$access_key"
)
