(
  set -eu
  umask 077
  identifier=${1:-${MUSTER_IDENTIFIER:-@IDENTIFIER@}}
  key=muster.key
  [ -r "$key" ] || { echo "There is no $key; save the private key of the certificate there." >&2; exit 2; }
  cat >ca.pem <<'CERTIFICATE'
@CERTIFICATE@
CERTIFICATE

  printf 'keyUsage=critical,digitalSignature\nextendedKeyUsage=clientAuth\n' >device.ext
  name=$(printf %s "$identifier" | sed 's/[\\/+=]/\\&/g')
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out device.key
  openssl req -new -key device.key -subj "/CN=Device/serialNumber=$name" -out device.csr
  openssl x509 -req -in device.csr -CA ca.pem -CAkey "$key" -set_serial "0x$(openssl rand -hex 16)" \
    -days 3650 -extfile device.ext -out device.pem
  cat device.pem ca.pem >device-chain.pem
)
