package dev.muster.hivemq;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.net.URI;
import java.nio.file.Path;

/**
 * Starts the broker. Its directory has {@code conf/config.xml}. The certificate that it shows to Muster, and what it
 * trusts, come from the JDK's own properties {@code javax.net.ssl.*}.
 */
public final class Broker {

    private Broker() {}

    /** @param arguments the directory, the address of Muster's hook, the user name and the password of Muster itself */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        MusterHook hook = new MusterHook(URI.create(arguments[1]), arguments[2], arguments[3]);
        EmbeddedHiveMQ.builder()
                .withConfigurationFolder(directory.resolve("conf"))
                .withDataFolder(directory.resolve("data"))
                .withExtensionsFolder(directory.resolve("extensions"))
                .withEmbeddedExtension(EmbeddedExtension.builder()
                        .withId("muster")
                        .withName("Muster")
                        .withVersion("1")
                        .withAuthor("Muster")
                        .withExtensionMain(hook)
                        .build())
                .build()
                .start()
                .join();
        System.out.println("\nready");
    }
}
