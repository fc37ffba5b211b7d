(
@DEVICE@

  command -v mosquitto_pub >/dev/null || { echo "There is no mosquitto_pub; install mosquitto-clients." >&2; exit 2; }
  XDG_CONFIG_HOME=$work mosquitto_pub -h '@MQTT_HOST@' -p @MQTT_PORT@ --cafile "${MUSTER_CACERT:-$work/root.pem}" \
    --cert device-chain.pem --key device.key -V 5 -q 1 -t t -m '{"data":{"temperature":21.5}}' -d
)
