import base64, hashlib, json, os, ssl, subprocess, sys, tempfile, time, urllib.error, urllib.request, uuid

ACCESS_KEY = "@ACCESS_KEY@"
SERVER = "@SERVER@"
KEY = "muster.key"
TOKEN = "access-token.txt"
ROOT = """@ROOT@"""


def base64url(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


@SIGN@


def proof(identifier, access_token):
    now = int(time.time())
    header = {"alg": "@ALGORITHM@", "typ": "provision+jwt"}
    claims = {
        "iss": ACCESS_KEY,
        "sub": identifier,
        "aud": "muster-provision",
        "jti": str(uuid.uuid4()),
        "iat": now,
        "exp": now + 120,
        "ath": base64url(hashlib.sha256(access_token.encode()).digest()),
    }
    signed = ".".join(base64url(json.dumps(part).encode()) for part in (header, claims))
    return signed + "." + base64url(sign(signed.encode()))


def access_token():
    if "MUSTER_ACCESS_TOKEN" in os.environ:
        return os.environ["MUSTER_ACCESS_TOKEN"]
    if not os.access(TOKEN, os.R_OK):
        sys.exit("There is no " + TOKEN + "; save the access token of the certificate there, or in MUSTER_ACCESS_TOKEN.")
    with open(TOKEN) as file:
        return file.read().strip()


if not os.access(KEY, os.R_OK):
    sys.exit("There is no " + KEY + "; save the private key of the certificate there.")
identifier = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("MUSTER_IDENTIFIER", "@IDENTIFIER@")
body = {"uniqueIdentifier": identifier, "proof": proof(identifier, access_token())}
request = urllib.request.Request(
    SERVER + "/api/v1/provision/" + ACCESS_KEY, json.dumps(body).encode(), {"Content-Type": "application/json"})
roots = os.environ.get("MUSTER_CACERT")
trust = ssl.create_default_context(cafile=roots) if roots else ssl.create_default_context(cadata=ROOT)
try:
    with urllib.request.urlopen(request, context=trust) as answer:
        print(answer.read().decode())
        print(answer.status)
except urllib.error.HTTPError as refusal:
    print(refusal.read().decode())
    sys.exit(str(refusal.code))
