def sign(octets):
    command = ["openssl", "dgst", "-@HASH@", "-sign", KEY]
    der = subprocess.run(command, input=octets, stdout=subprocess.PIPE, check=True).stdout
    raw, position = b"", 2
    for _ in "rs":
        end = position + 2 + der[position + 1]
        raw += int.from_bytes(der[position + 2:end], "big").to_bytes(@DIGITS@ // 2, "big")
        position = end
    return raw
