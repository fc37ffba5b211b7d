# The server that scan.sh attacks: one for production with a certificate of an authority of its own, or a demonstration.
https=${SCAN_PORT:-19181} http=$((https - 101)) device=$((https + 262)) mqtts=$((https + 702))
api=https://localhost:$https/api/v1
launcher=

start_production() {
  stop_server
  [ -f "$out/server.pem" ] || make_certificate
  MUSTER_ADMIN_PASSWORD=$(openssl rand -base64 18) start production "-Dmuster.tls.certificate=$out/server.pem" "-Dmuster.tls.key=$out/server.key" \
    "-Dmuster.tls.root=$out/authority.pem"
}

start_demo() {
  stop_server
  start demo -Dmuster.demo=true
}

start() {
  local name=$1
  shift
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" "$@" "-Dmuster.https-port=$https" "-Dmuster.http-port=$http" -Dmuster.bind-address=127.0.0.1 \
    "-Dmuster.data-dir=$out/$name/data" "-Dmuster.work-dir=$out/$name/work" \
    -cp "$project/src/launcher/target/*:$project/src/launcher/target/lib/*" dev.muster.launcher.Main \
    > "$out/$name.log" 2>&1 &
  launcher=$!
  until curl --silent --insecure --fail --output /dev/null "https://localhost:$https/health/ready"; do
    kill -0 "$launcher" || { cat "$out/$name.log" >&2; exit 1; }
    sleep 1
  done
}

stop_server() {
  [ -n "$launcher" ] || return 0
  kill "$launcher" 2> /dev/null || true
  wait "$launcher" || true
  launcher=
}

# The processes of the server: the launcher and what it has started.
servers() {
  echo "$launcher"
  pgrep -P "$launcher"
}

# An authority, and a certificate with all that testssl.sh looks for: the name, and where it would be revoked.
make_certificate() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$out/authority.key" -out "$out/authority.pem" \
    -days 300 -subj '/CN=Scan authority' -addext keyUsage=critical,keyCertSign,cRLSign 2> /dev/null
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$out/server.key" -out "$out/server.csr" \
    -subj '/CN=localhost' 2> /dev/null
  chmod 600 "$out/server.key"
  openssl x509 -req -in "$out/server.csr" -CA "$out/authority.pem" -CAkey "$out/authority.key" -days 200 -out "$out/leaf.pem" \
    -extfile <(printf '%s\n' 'subjectAltName=DNS:localhost' 'keyUsage=critical,digitalSignature' 'extendedKeyUsage=serverAuth' \
      'authorityKeyIdentifier=keyid' 'crlDistributionPoints=URI:http://crl.example/scan.crl') 2> /dev/null
  cat "$out/leaf.pem" "$out/authority.pem" > "$out/server.pem"
}

call() { curl --silent --show-error --fail-with-body --insecure "$@"; }

field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }

token() {
  call --user "$1:muster-demo-only" --json '{"name":"scan","expiresInDays":1}' "$api/tokens" | field token
}

# A field of the first item that somebody gets.
first() { call --header "Authorization: Bearer $1" "$api/$2" | field "$3"; }

import_sample() {
  import=$(call --header "Authorization: Bearer $1" --header 'Content-Type: text/csv' --output /dev/null --dump-header - \
    --data-binary "@$project/src/samples/trackers-with-faults.csv" \
    "$api/organizations/$organization/imports?manufacturer=$manufacturer" | tr -d '\r' | sed -n 's|^[Ll]ocation: .*/||p')
}

# Logs in as the page does, and writes the cookies of the session as wapiti reads them: its name for localhost has two parts.
cookie_of() {
  local site=https://localhost:$https jar=$out/jar.txt form
  rm -f "$jar"
  form=$(call --cookie-jar "$jar" "$site/login.xhtml" | grep -o 'name="jakarta.faces.ViewState"[^>]*value="[^"]*"' | head -n 1 |
    sed 's/.*value="\([^"]*\)"/\1/')
  call --cookie "$jar" --cookie-jar "$jar" --output /dev/null --header "Origin: $site" --header 'Sec-Fetch-Site: same-origin' \
    --data-urlencode "jakarta.faces.ViewState=$form" --data login=login --data "username=$1" --data password=muster-demo-only \
    --data log-in=log-in "$site/login.xhtml"
  awk 'BEGIN { printf "{\".localhost.local\": {\"/\": {" }
    /localhost/ { sub(/^#HttpOnly_/, ""); printf "%s\"%s\": {\"value\": \"%s\", \"version\": 0, \"secure\": true, \"expires\": null, \"port\": null}", n++ ? ", " : "", $6, $7 }
    END { print "}}}" }' "$jar"
}

# Whether wapiti's session has lasted: a page of the portal sends everybody else to the login.
is_logged_in() {
  if call --cookie "$out/jar.txt" --output /dev/null --write-out '%{http_code}' "https://localhost:$https/account/profile.xhtml" | grep -qx 200
  then echo "logged in"
  else echo "NOT LOGGED IN"
  fi
}
