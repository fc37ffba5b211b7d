def sign(octets):
    command = ["openssl", "dgst", "-@HASH@", "-sign", KEY]
    return subprocess.run(command, input=octets, stdout=subprocess.PIPE, check=True).stdout
