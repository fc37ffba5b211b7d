  raw() {
    for number in $(openssl asn1parse -inform DER | sed -n 's/.*INTEGER *:\([0-9A-F]*\)$/\1/p'); do
      while [ ${#number} -lt @DIGITS@ ]; do number=0$number; done
      for octet in $(printf %s "$number" | sed 's/../& /g'); do printf "\\$(printf %o "0x$octet")"; done
    done
  }
  sign() { openssl dgst -@HASH@ -sign "$key" "$1" | raw; }
