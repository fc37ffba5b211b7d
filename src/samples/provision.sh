#!/usr/bin/env bash
#
# A device, or a factory's script, in one file: signs a proof for each identifier with a manufacturer's private key,
# has the device provisioned, keeps its credentials and sends one telemetry message.
# Needs bash, curl, openssl and the usual small tools (sed, tr, cut, date); with --mqtt the mosquitto clients instead of curl.
# See README.md beside it.
#
set -euo pipefail
umask 077

usage() {
  cat <<'USAGE'
Usage: provision.sh [options] ACCESS_KEY [IDENTIFIER...]

  ACCESS_KEY          the certificate's access key (or in MUSTER_ACCESS_KEY)
  IDENTIFIER          what the manufacturer calls unique, as imported: IMEI, MAC, serial number

  --csv FILE          take the identifiers from an import file instead ...
  --count N           ... the first N of its rows (default 1)
  --key FILE          the certificate's private key, PKCS#8 PEM (default muster.key)
  --url URL           the server (default https://localhost:8181)
  --cacert FILE       the server root (default data/tls/root.pem, or root.pem in this directory)
  --out DIR           where credentials are kept, one file per device, readable only by you (default ./devices)
  --tries N           how often a device tries again if it may (default 3) ...
  --patience SECONDS  ... and the longest time that it waits in between (default 30)
  --mqtt              do it over MQTT: the first proof, then telemetry as the new device ...
  --mqtt-port PORT    ... at this port of the server (default 8883)
  --body              print the body of a provision request and send nothing
  -h, --help          this text

Put the certificate's access token into the environment variable MUSTER_ACCESS_TOKEN.
Exit code 0: all devices were provisioned and the server accepted their messages; 1: a device failed; 2: the command line is
wrong, a command is missing, or the server cannot be reached, is not trusted or is not Muster.
USAGE
}

say()  { printf '%s\n' "$*" >&2; }
fail() { say "provision.sh: $*"; exit 2; }

# --- the arguments -----------------------------------------------------------------------------------------

access_key=${MUSTER_ACCESS_KEY:-}
key_file=muster.key
url=https://localhost:8181
cacert=
out=devices
csv=
count=1
tries=3
patience=30
body_only=
by_mqtt=
mqtt_port=8883
words=()
met= # whether Muster has answered

read_arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) usage; exit 0 ;;
      --body) body_only=yes; shift; continue ;;
      --mqtt) by_mqtt=yes; shift; continue ;;
      --csv | --count | --key | --url | --cacert | --out | --tries | --patience | --mqtt-port)
        [ $# -ge 2 ] || fail "$1 needs a value; see --help." ;;
      -*) fail "there is no option $1; see --help." ;;
      *) words+=("$1"); shift; continue ;;
    esac
    case $1 in
      --csv) csv=$2 ;;
      --count) count=$2 ;;
      --key) key_file=$2 ;;
      --url) url=${2%/} ;;
      --cacert) cacert=$2 ;;
      --out) out=$2 ;;
      --tries) tries=$2 ;;
      --patience) patience=$2 ;;
      --mqtt-port) mqtt_port=$2 ;;
    esac
    shift 2
  done
}

check_arguments() {
  if [ -z "$access_key" ]; then
    [ ${#words[@]} -gt 0 ] || { usage >&2; exit 2; }
    access_key=${words[0]}
    words=("${words[@]:1}")
  fi
  [[ $access_key =~ ^[A-Z2-7]{26}$ ]] || fail "'$access_key' is not an access key: 26 characters of A-Z and 2-7."
  [ -n "${MUSTER_ACCESS_TOKEN:-}" ] || fail "put the certificate's access token into MUSTER_ACCESS_TOKEN."
  [ -r "$key_file" ] || fail "there is no key file $key_file; save the certificate's private key there, or give another with --key."
  [[ $count =~ ^[1-9][0-9]*$ && $tries =~ ^[1-9][0-9]*$ && $patience =~ ^[1-9][0-9]*$ ]] ||
    fail "--count, --tries and --patience take a whole number from 1."
  [ -z "$csv" ] || [ -r "$csv" ] || fail "there is no file $csv."
  [[ $url =~ ^https://[^/?#[:space:]]+$ ]] || fail "--url takes the server's address, such as https://localhost:8181."
  server=$url
  [ -z "$by_mqtt" ] || prepare_mqtt
  local usual
  for usual in data/tls/root.pem root.pem; do
    [ -n "$cacert" ] || [ ! -r "$usual" ] || cacert=$usual
  done
  [ -z "$cacert" ] || [ -r "$cacert" ] || fail "there is no root file $cacert; take tls/root.pem from the server's data directory."
  [ -z "$cacert" ] || openssl x509 -in "$cacert" -noout 2>/dev/null || fail "the root file $cacert is not a certificate in PEM."
}

# The identifiers of an import file, from the column with that name. Cells are separated by comma, semicolon or tab.
identifiers_of_csv() {
  local header separator column=0 line cell name
  { IFS= read -r header || [ -n "$header" ]; } <"$csv"
  header=${header#$'\xef\xbb\xbf'}
  case $header in *\;*) separator=';' ;; *$'\t'*) separator=$'\t' ;; *) separator=, ;; esac
  while IFS= read -r name; do
    column=$((column + 1))
    name=$(printf %s "$name" | tr -d ' "\r' | tr '[:upper:]' '[:lower:]')
    [ "$name" != uniqueidentifier ] || break
  done < <(printf '%s\n' "$header" | tr "$separator" '\n')
  [ "$name" = uniqueidentifier ] || fail "$csv has no column uniqueIdentifier."
  while IFS= read -r line || [ -n "$line" ]; do
    cell=$(printf %s "$line" | cut -d "$separator" -f "$column" | tr -d '"\r')
    [ -z "$cell" ] || printf '%s\n' "$cell"
  done < <(tail -n +2 "$csv" | head -n "$count")
}

# --- the proof: a JWS (RFC 7515) ----------------------------------------------------------------------------

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

json_text() { printf %s "$1" | sed 's/[\\"]/\\&/g'; }

# From the kind of the key. Only openssl reads the private key.
algorithm_of_key() {
  local kind
  kind=$(openssl pkey -in "$key_file" -pubout -outform DER 2>/dev/null | openssl asn1parse -inform DER 2>/dev/null) ||
    fail "$key_file is not a private key that openssl can read."
  case $kind in
    *:prime256v1*) echo ES256 ;;
    *:secp384r1*) echo ES384 ;;
    *:rsaEncryption*) echo RS256 ;;
    *:ED25519*) echo EdDSA ;;
    *) fail "$key_file is neither EC P-256 or P-384, nor RSA, nor Ed25519." ;;
  esac
}

# openssl writes an ECDSA signature as SEQUENCE { r, s }; a JWS needs r and s, each as long as a number of the curve: 32 or
# 48 bytes (RFC 7518 section 3.4).
raw_signature() {
  local number hex='' zeros digits=$(($1 * 2))
  zeros=$(printf '%0*d' "$digits" 0)
  while IFS= read -r number; do
    number=$zeros$number
    hex+=${number: -digits}
  done < <(openssl asn1parse -inform DER | sed -n 's/.*INTEGER *:\([0-9A-Fa-f]*\)$/\1/p')
  [ ${#hex} -eq $((digits * 2)) ] || fail "openssl made a signature that does not fit this curve."
  # printf turns the hex digits into bytes
  # shellcheck disable=SC2059
  printf "$(printf %s "$hex" | sed 's/../\\x&/g')"
}

sign() {
  case $algorithm in
    ES256) openssl dgst -sha256 -sign "$key_file" | raw_signature 32 ;;
    ES384) openssl dgst -sha384 -sign "$key_file" | raw_signature 48 ;;
    RS256) openssl dgst -sha256 -sign "$key_file" ;;
    EdDSA) # signs a file alone, because it goes over the bytes twice
      cat >"$work/input"
      openssl pkeyutl -sign -rawin -inkey "$key_file" -in "$work/input" ;;
  esac
}

# A new proof: its id can succeed only once, and it lives for two minutes.
proof() {
  local now header claims ath input
  now=$(date +%s)
  ath=$(printf %s "$MUSTER_ACCESS_TOKEN" | openssl dgst -sha256 -binary | base64url)
  header=$(printf '{"alg":"%s","typ":"provision+jwt"}' "$algorithm" | base64url)
  claims=$(printf '{"iss":"%s","sub":"%s","aud":"muster-provision","jti":"%s","iat":%d,"exp":%d,"ath":"%s"}' \
    "$access_key" "$(json_text "$1")" "$(openssl rand 16 | base64url)" "$now" "$((now + 120))" "$ath" | base64url)
  input=$header.$claims
  printf '%s.%s' "$input" "$(printf %s "$input" | sign | base64url)"
}

request_body() { printf '{"uniqueIdentifier":"%s","proof":"%s"}' "$(json_text "$1")" "$(proof "$1")"; }

# --- talking to the server ----------------------------------------------------------------------------------

text_of()   { sed -n 's/.*"'"$1"'" *: *"\([^"]*\)".*/\1/p' "$work/body"; }
retry_after() { tr -d '\r' <"$work/head" | sed -n 's/^[Rr]etry-[Aa]fter: *//p' | tail -n 1; }

# Secrets reach curl on standard input or in a private file, never on its command line, which others can read.
call() {
  local options=(--silent --show-error --max-time 60 --dump-header "$work/head" --output "$work/body")
  [ -z "$cacert" ] || options+=(--cacert "$cacert")
  : >"$work/head"
  : >"$work/body"
  status=$(curl "${options[@]}" --write-out '%{http_code}' --header 'Content-Type: application/json' "$@" \
    2>"$work/error") || {
    explain_curl $?
    status=000
    return
  }
  is_musters || no_server "it answers HTTP $status, and not as Muster does; is --url right?"
  met=yes
}

# After Muster has answered once, an answer that is not Muster's comes from a proxy, so another try may help.
is_musters() { [ -n "$met" ] || grep -q '"\(code\|deviceId\)" *:' "$work/body"; }

# A failure that another try cannot change ends the run. A server that has answered may be away for a while: then a device
# tries again.
explain_curl() {
  case $1 in
    51 | 60) no_server "$(distrust)" ;;
  esac
  [ -n "$met" ] || case $1 in
    6) no_server "there is no host of this name." ;;
    7) no_server "nothing answers there; is the server running, and is --url right?" ;;
    28) no_server "no answer came in time; is --url right?" ;;
    35) no_server "no TLS connection; is it the https port?" ;;
    52 | 55 | 56) ;;
    *) no_server "curl ended with $1." ;;
  esac
  say "  The connection broke: $(tail -n 1 "$work/error")"
}

# Why curl does not trust the server, from its output.
distrust() {
  case $(cat "$work/error") in
    *expired*) echo "the server's certificate has expired, or this machine's clock is wrong." ;;
    *"not yet valid"*) echo "the server's certificate is not valid yet, or this machine's clock is wrong." ;;
    *"subject name"*) echo "the server's certificate is for another host name." ;;
    *) echo "the server's certificate is not trusted: take tls/root.pem from the server's data directory." ;;
  esac
}

no_server() {
  [ ! -s "$work/error" ] || head -n 1 "$work/error" >&2
  fail "$server cannot be used with the root file ${cacert:-(none: the authorities of this machine)}: $1"
}

explain_code() {
  case $1 in
    invalid-proof) say "  Check that key file, access key and MUSTER_ACCESS_TOKEN are of one certificate, and the clock." ;;
    approval-pending) say "  Its organization is asked whether it gets new credentials; the old ones keep working." ;;
    device-not-imported) say "  No organization has imported this identifier for the manufacturer (a draft does not count)." ;;
    already-provisioned) say "  The device has already used its credentials; it does not get them again." ;;
    certificate-revoked | certificate-expired) say "  The manufacturer has to make another certificate." ;;
    invalid-identifier) say "  The identifier breaks the manufacturer's scheme; look for a mistyped digit." ;;
  esac
}

# A broken connection (000), and what the server calls retryable. Nothing was used up, and the next proof is new.
may_try_again() { [ "$status" = 000 ] || grep -q '"retryable" *: *true' "$work/body"; }

# As long as the server asks for, or not at all.
pause() {
  local seconds
  seconds=$(retry_after)
  [[ $seconds =~ ^[0-9]{1,6}$ ]] || seconds=$1
  if [ "$seconds" -gt "$patience" ]; then
    say "  The server asks to wait $seconds s; run this again later, or give --patience $seconds."
    return 1
  fi
  say "  Trying again in $seconds s."
  sleep "$seconds"
}

show_answer() {
  printf '%s: %s ' "$1" "${2:-$status}"
  sed 's/"accessToken" *: *"[^"]*"/"accessToken":"(kept in the file)"/' "$work/body"
  echo
}

credentials_file() {
  local name
  name=$(printf %s "$1" | tr -c 'A-Za-z0-9._-' '_')
  [ "$name" = "$1" ] || name=$name-$(text_of deviceId)
  printf '%s/%s.json' "$out" "$name"
}

keep_credentials() {
  mkdir -p "$out"
  file=$(credentials_file "$1")
  rm -f "$file"
  cat "$work/body" >"$file"
  say "  Credentials: $file"
}

# The members of a JSON object can have any order.
login() {
  local credentials
  credentials=$(sed -n 's/.*"credentials" *: *{\([^}]*\)}.*/\1/p' "$work/body")
  printf '%s:%s' \
    "$(printf %s "$credentials" | sed -n 's/.*"accessKey" *: *"\([^"]*\)".*/\1/p')" \
    "$(printf %s "$credentials" | sed -n 's/.*"accessToken" *: *"\([^"]*\)".*/\1/p')"
}

send_telemetry() {
  local to device
  to=$(text_of url)
  device=$(login)
  case $to in https://*) ;; *) to=$url/api/v1/telemetry ;; esac
  call --data '{"data":{"temperature":21.5,"battery":87}}' --config - "$to" <<<"user = \"$device\""
  show_answer "$1 telemetry"
  [ "$status" = 202 ]
}

provision() {
  local try
  for ((try = 1; try <= tries; try++)); do
    call --data-binary @- "$url/api/v1/provision/$access_key" < <(request_body "$1")
    show_answer "$1"
    case $status in
      200 | 201)
        keep_credentials "$1"
        send_telemetry "$1"
        return ;;
    esac
    explain_code "$(text_of code)"
    may_try_again || return 1
    [ "$try" -lt "$tries" ] && pause "$((try * 2))" || return 1
  done
  return 1
}

# --- the same over MQTT (src/docs/mqtt.md) -------------------------------------------------------------------

# The programs and the host of the URL.
prepare_mqtt() {
  local program
  for program in mosquitto_sub mosquitto_pub timeout; do
    command -v "$program" >/dev/null ||
      fail "--mqtt needs $program: install mosquitto-clients and coreutils (Debian: apt-get install mosquitto-clients)."
  done
  [[ $mqtt_port =~ ^[1-9][0-9]{0,4}$ ]] || fail "--mqtt-port takes a port, such as 8883."
  host=${url#https://}
  [[ ! $host =~ :[0-9]+$ ]] || host=${host%:*}
  host=${host#[}
  host=${host%]}
  server=mqtts://$host:$mqtt_port
}

# Takes the program, the user name, the password and the program's other arguments. Leaves what the program wrote in "body" and
# "error", and its exit code in $status. The secrets are in a file that only this user can read, never on a command line. Of a
# line of this file the clients read 1,023 bytes.
mosquitto() {
  local program=$1
  [ ${#3} -le 1019 ] ||
    fail "the proof has ${#3} bytes, but the mosquitto clients read at most 1,019; take a certificate with an EC key, or leave out --mqtt."
  printf '%s\n' "-u $2" "-P $3" >"$work/$program"
  shift 3
  local trust=(--cafile "$cacert")
  [ -n "$cacert" ] || trust=(--tls-use-os-certs)
  status=0
  XDG_CONFIG_HOME=$work timeout 60 "$program" -h "$host" -p "$mqtt_port" "${trust[@]}" -V 5 -q 1 "$@" \
    >"$work/body" 2>"$work/error" || status=$?
  rm -f "$work/$program"
}

# The exit code is the reason code of the CONNACK, from 128, or mosquitto's own. The mosquitto clients do not print the reason
# string of a CONNACK, so this tells the problem codes that have this reason.
explain_mosquitto() {
  printf '%s: refused, reason code 0x%02X\n' "$1" "$status"
  case $status in
    134) say "  Bad user name or password: the proof, the access key or the identifier is wrong (invalid-proof, invalid-identifier)."
      explain_code invalid-proof ;;
    135) say "  Not authorized: device-not-imported, already-provisioned, certificate-revoked, certificate-expired, replayed-proof or" \
      "another code of src/docs/mqtt.md. The certificate's page in the portal shows which one." ;;
    149) say "  Packet too large: the proof is too long." ;;
    151) say "  Quota exceeded: other devices have used up the certificate's budget (budget-exhausted)." ;;
    159) say "  Connection rate exceeded: too many devices at once (rate-limited)." ;;
    *) say "  $(tail -n 1 "$work/error")" ;;
  esac
}

# Before the server has answered, a failure ends the run; later another try may help. The mosquitto clients do not say what is
# wrong with a certificate.
explain_no_session() {
  [ -n "$met" ] || case $(cat "$work/error") in
    *"TLS error"*) no_server "no TLS connection: is the root file that of this server, is the host in its certificate, is the port that of MQTT?" ;;
    *"Lookup error"*) no_server "there is no host of this name." ;;
    *refused*) no_server "nothing answers there; is the server running, and are --url and --mqtt-port right?" ;;
    *) no_server "no answer of MQTT came in time; is --mqtt-port right?" ;;
  esac
  say "  The connection broke: $(tail -n 1 "$work/error")"
}

# Each of these may be over soon; the next proof is new.
may_connect_again() {
  case $status in
    0) may_try_again ;;
    134 | 135 | 149 | 151) return 1 ;;
  esac
}

report_by_mqtt() {
  local device
  device=$(login)
  mosquitto mosquitto_pub "${device%%:*}" "${device#*:}" -t t -m '{"data":{"temperature":21.5,"battery":87}}'
  if [ "$status" -eq 0 ] && [ ! -s "$work/error" ]; then
    echo "$1 telemetry: acknowledged and committed"
  else
    echo "$1 telemetry: refused, exit code $status: $(tr '\n' ' ' <"$work/error")"
    return 1
  fi
}

provision_by_mqtt() {
  local try
  : >"$work/head"
  for ((try = 1; try <= tries; try++)); do
    mosquitto mosquitto_sub "provision/$access_key" "$(proof "$1")" -N -C 1 -W 30 -t provision/response
    if [ "$status" -ge 128 ]; then
      met=yes
      explain_mosquitto "$1"
    elif [ ! -s "$work/body" ]; then
      explain_no_session
    else
      met=yes
      show_answer "$1" answered
      if grep -q '"deviceId" *:' "$work/body"; then
        keep_credentials "$1"
        report_by_mqtt "$1"
        return
      fi
      explain_code "$(text_of code)"
    fi
    may_connect_again || return 1
    [ "$try" -lt "$tries" ] && pause "$((try * 2))" || return 1
  done
  return 1
}

# --- the run ------------------------------------------------------------------------------------------------

read_arguments "$@"
check_arguments
algorithm=$(algorithm_of_key)
if [ -n "$csv" ]; then
  while IFS= read -r identifier; do
    words+=("$identifier")
  done < <(identifiers_of_csv)
fi
[ ${#words[@]} -gt 0 ] || fail "give an identifier, or --csv FILE."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -n "$body_only" ]; then
  request_body "${words[0]}"
  echo
  exit 0
fi

failed=0
for identifier in "${words[@]}"; do
  "provision${by_mqtt:+_by_mqtt}" "$identifier" || failed=$((failed + 1))
done
say "${#words[@]} tried, $((${#words[@]} - failed)) provisioned."
[ "$failed" -eq 0 ]
