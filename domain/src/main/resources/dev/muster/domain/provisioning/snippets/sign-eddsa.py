def sign(octets):
    with tempfile.NamedTemporaryFile() as signed:
        signed.write(octets)
        signed.flush()
        command = ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", KEY, "-in", signed.name]
        return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
