#!/usr/bin/env bash
#
# Attacks a server of its own with the scanners of Debian: testssl.sh, sqlmap and wapiti. It takes about an hour.
# Before: ./mvnw package, a JDK 21 or newer in JAVA_HOME, and apt-get install testssl.sh sqlmap wapiti iproute2.
# src/docs/security-scans.md judges what they say.
#
# src/scan/scan.sh DIRECTORY [tls|ports|sql|body|web ...]     the directory gets the server's data and what the scanners write
#
set -euo pipefail
project=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "${1:?usage: scan.sh DIRECTORY [tls|ports|sql|body|web ...]}"
out=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- tls ports sql body web
source "$project/src/scan/server.sh"
trap stop_server EXIT

tls() {
  start_production
  local port
  for port in "$https" "$device" "$mqtts"; do
    testssl --quiet --color 0 --warnings batch --severity LOW --jsonfile "$out/testssl-$port.json" \
      --add-ca "$out/authority.pem" "https://localhost:$port" > "$out/testssl-$port.txt" || true
    echo "testssl, port $port:"
    grep -E '"(id|severity|finding)"' "$out/testssl-$port.json" | tr -s ' ' | paste -d ' ' - - - || true
  done
}

ports() {
  start_production
  ss -ltnpH | grep -E "pid=($(servers | paste -sd '|'))," | awk '{print $4}' | sort -u | tee "$out/ports.txt"
}

sql() {
  start_demo
  local olivia admin one
  olivia=$(token olivia) admin=$(token admin)
  organization=$(first "$olivia" account organizationId) manufacturer=$(first "$admin" "manufacturers?size=1" id)
  import_sample "$olivia"
  while read -r who target; do
    one=$([ "$who" = admin ] && echo "$admin" || echo "$olivia")
    sqlmap_of "$api/$target" --header="Authorization: Bearer $one"
  done < <(targets)
  grep -h -E "is vulnerable|not injectable|do not appear|appears to be" "$out"/sqlmap-*.txt | sort | uniq -c
}

# A body of JSON. The account is its own: each name that sqlmap tries becomes a token.
body() {
  start_demo
  organization=none manufacturer=none
  sqlmap_of "$api/tokens" --method=POST --data='{"name":"scan*","expiresInDays":1}' \
    --headers="Authorization: Basic $(printf %s olivia:muster-demo-only | base64)\nContent-Type: application/json"
}

# Who calls, and what: the queries that search, filter or sort.
targets() {
  cat << END
olivia organizations/$organization/devices?search=a&size=5
olivia organizations/$organization/enrollments?identifier=35&page=0
olivia organizations/$organization/imports/$import/rows?sort=deviceName&search=a&invalid=false
olivia organizations/$organization/attempts?search=a&outcome=provisioned&from=2026-01-01T00:00:00Z
olivia organizations/$organization/log?act=login&search=a
olivia organizations/$organization/device-models?search=a
olivia manufacturers?name=Acme
admin users?search=a&page=0
admin organizations?search=a
admin log?act=login&from=2026-01-01T00:00:00Z
admin manufacturers/$manufacturer/certificates?search=a
admin manufacturers/$manufacturer/attempts?search=a
END
}

sqlmap_of() {
  local url=$1 log
  shift
  log=$out/sqlmap-$(printf %s "$url" | sed -e 's|.*/api/v1/||' -e "s|$organization|o|;s|$manufacturer|m|" | tr -c 'A-Za-z0-9\n' '-').txt
  sqlmap --batch --disable-coloring --flush-session --level=${SCAN_LEVEL:-3} --risk=2 --threads=4 --output-dir="$out/sqlmap" \
    --skip=Host,User-Agent,Referer -u "$url" "$@" > "$log" 2>&1 || true
  printf '%s: %s\n' "${log##*/}" "$(grep -E 'do not appear|identified the following|CRITICAL' "$log" | tail -1)"
}

web() {
  start_demo
  local who
  for who in olivia admin marco; do
    cookie_of "$who" > "$out/cookie.json"
    "$project/src/scan/wapiti.py" -u "https://localhost:$https/" --scope folder -c "$out/cookie.json" -H "Origin: https://localhost:$https" \
      -H "Sec-Fetch-Site: same-origin" --flush-session --store-session "$out/wapiti-$who" --max-links-per-page 60 \
      --max-files-per-dir 40 --max-scan-time 240 --max-attack-time 60 -v 1 -f json -o "$out/wapiti-$who.json" --no-bugreport \
      -m backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss,xxe \
      > "$out/wapiti-$who.txt" 2>&1 || true
    echo "wapiti as $who: $(grep -c '"method"' "$out/wapiti-$who.json" || true) findings, $(is_logged_in) at its end"
  done
}

for part in "$@"; do "$part"; done
