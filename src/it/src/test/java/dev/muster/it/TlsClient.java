package dev.muster.it;

import dev.muster.testkit.Command;
import dev.muster.testkit.Trust;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What devices and scripts speak TLS with, as it comes, with the root file that it was given. */
enum TlsClient {
    CURL {
        @Override
        boolean accepts(String host, int port, Path roots) throws Exception {
            String url = "https://" + host + ":" + port + "/";
            return run("curl", "--silent", "--show-error", "--max-time", "20", "--cacert", roots.toString(), url);
        }
    },

    OPENSSL {
        @Override
        boolean accepts(String host, int port, Path roots) throws Exception {
            boolean isName = Character.isLetter(host.charAt(0));
            return run(
                    "openssl",
                    "s_client",
                    "-connect",
                    host + ":" + port,
                    "-CAfile",
                    roots.toString(),
                    "-verify_return_error",
                    isName ? "-verify_hostname" : "-verify_ip",
                    host);
        }
    },

    PYTHON {
        @Override
        boolean accepts(String host, int port, Path roots) throws Exception {
            String program = """
                    import socket, ssl, sys
                    host, port, roots = sys.argv[1], int(sys.argv[2]), sys.argv[3]
                    context = ssl.create_default_context(cafile=roots)
                    with socket.create_connection((host, port), 20) as plain:
                        with context.wrap_socket(plain, server_hostname=host):
                            pass
                    """;
            return run("python3", "-c", program, host, Integer.toString(port), roots.toString());
        }
    },

    JAVA {
        @Override
        boolean accepts(String host, int port, Path roots) throws Exception {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(Trust.in(roots))
                    .build();
            URI uri = URI.create("https://" + host + ":" + port + "/");
            try {
                client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
                return true;
            } catch (javax.net.ssl.SSLException refused) {
                return false;
            }
        }
    };

    /**
     * Whether it takes what answers there for the server of this name.
     *
     * @param roots PEM, one or more
     */
    abstract boolean accepts(String host, int port, Path roots) throws Exception;

    /** Those of this machine; of a missing one a line says so. */
    static List<TlsClient> present() {
        return Stream.of(values()).filter(TlsClient::isPresent).toList();
    }

    private boolean isPresent() {
        String command = this == PYTHON ? "python3" : name().toLowerCase(java.util.Locale.ROOT);
        boolean present = this == JAVA || exists(command);
        if (!present) {
            System.out.println("Not tried, because there is no " + command + ": apt-get install " + command);
        }
        return present;
    }

    private static boolean exists(String command) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }

    private static boolean run(String... command) {
        return Command.of(Path.of("."), command).run().isSuccess();
    }
}
