  sign() { openssl dgst -@HASH@ -sign "$key" "$1"; }
