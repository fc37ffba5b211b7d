(
@PREPARE@
@HASH_OF_TOKEN@
@SIGN@

  command -v mosquitto_sub >/dev/null || { echo "There is no mosquitto_sub; install mosquitto-clients." >&2; exit 2; }
@JWS@
  [ ${#proof} -le 1019 ] || { echo "The proof is too long for mosquitto_sub; take a certificate with an EC key." >&2; exit 2; }

  umask 077
  printf '%s\n' "-u provision/$access_key" "-P $proof" >"$work/mosquitto_sub"
  XDG_CONFIG_HOME=$work mosquitto_sub -h '@MQTT_HOST@' -p @MQTT_PORT@ --cafile "${MUSTER_CACERT:-$work/root.pem}" \
    -V 5 -q 1 -C 1 -W 30 -t provision/response
)
