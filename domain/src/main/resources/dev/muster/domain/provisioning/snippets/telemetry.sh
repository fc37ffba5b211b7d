(
@DEVICE@

  call --cert device-chain.pem --key device.key --header 'Content-Type: application/json' \
    --data '{"data":{"temperature":21.5}}' --write-out '\n%{http_code}\n' "$server/api/v1/telemetry"
)
