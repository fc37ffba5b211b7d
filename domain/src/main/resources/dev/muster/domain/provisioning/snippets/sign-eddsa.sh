  sign() { openssl pkeyutl -sign -rawin -inkey "$key" -in "$1"; }
