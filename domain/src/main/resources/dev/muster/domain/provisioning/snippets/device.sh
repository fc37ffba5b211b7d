  set -eu
  server='@DEVICE_SERVER@'
  [ -r device-chain.pem ] && [ -r device.key ] ||
    { echo "There is no device-chain.pem and device.key; sign a device certificate first." >&2; exit 2; }
@TRUST@
