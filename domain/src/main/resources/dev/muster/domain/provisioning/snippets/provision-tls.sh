(
@DEVICE@

  call --cert device-chain.pem --key device.key --request POST --write-out '\n%{http_code}\n' "$server/api/v1/provision"
)
