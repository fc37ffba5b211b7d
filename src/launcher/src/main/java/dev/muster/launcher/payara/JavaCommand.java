package dev.muster.launcher.payara;

import dev.muster.launcher.settings.Addresses;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.Locations;
import dev.muster.launcher.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line of the server's JVM. Payara's {@code start-domain} prints it ({@code --dry-run}) and the launcher
 * runs it. So the server is a child process of the launcher, which knows its id, can kill it, and sees its end.
 */
public final class JavaCommand {

    private static final String MAIN_CLASS = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    /**
     * Options of Payara that do not fit here: the sizes of the heap's generations, for whatever collector; its agent
     * for probes, which nobody reads; and a protocol that JDK 8 lacked.
     */
    private static final List<String> LEFT_OUT = List.of("-XX:NewRatio=", "-javaagent:", "-Xbootclasspath/a:");

    /** A JVM that ends after a second gains nothing from the second compiler. */
    private static final List<String> SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1");

    private static final String HEADING = "Dump of JVM Invocation line";

    private final ServerSettings settings;
    private final PayaraDomain domain;

    JavaCommand(ServerSettings settings, PayaraDomain domain) {
        this.settings = settings;
        this.domain = domain;
    }

    List<String> line() {
        return withOwnOptions(parse(dryRun()), ownOptions());
    }

    /**
     * Reads the output of the dry run: a heading, one argument a line, an empty line and a verdict. The JVM may print
     * lines before the heading, for example if {@code JAVA_TOOL_OPTIONS} is set.
     */
    public static List<String> parse(List<String> output) {
        List<String> dump =
                output.stream().dropWhile(line -> !line.startsWith(HEADING)).toList();
        int end = dump.indexOf("");
        if (!dump.contains(MAIN_CLASS) || end < 0) {
            throw new LaunchFailure("Payara does not say how to start it: " + String.join(" ", output));
        }
        return List.copyOf(dump.subList(1, end));
    }

    /**
     * Our options follow those of the server: if two JVM options contradict each other, the last one wins. Payara's
     * sizes of generations are removed: if an operator chooses G1, it can keep its limit of pauses only if it sizes the
     * generations itself.
     */
    public static List<String> withOwnOptions(List<String> command, List<String> own) {
        List<String> line = new ArrayList<>(command);
        line.removeIf(option -> LEFT_OUT.stream().anyMatch(option::startsWith));
        line.addAll(line.indexOf(MAIN_CLASS), own);
        return line;
    }

    private List<String> dryRun() {
        Path cli = settings.locations().payaraHome().resolve("glassfish/lib/client/appserver-cli.jar");
        Path output = settings.locations().work().resolve("logs/command.txt");
        ProcessBuilder builder = new ProcessBuilder(java());
        builder.command().addAll(SHORT_LIFE);
        builder.command().addAll(List.of("-jar", cli.toString()));
        builder.command().addAll(startDomain());
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        try {
            builder.start().waitFor();
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted before the server was started.", e);
        }
    }

    private List<String> startDomain() {
        return List.of(
                "start-domain",
                "--dry-run",
                "--domaindir",
                domain.directory().getParent().toString(),
                "--prebootcommandfile",
                domain.preBoot().toString(),
                "--postbootcommandfile",
                domain.postBoot().toString(),
                PayaraDomain.NAME);
    }

    private List<String> ownOptions() {
        Locations locations = settings.locations();
        List<String> options = new ArrayList<>(fromFile(locations.config().resolve("jvm.options")));
        options.addAll(JvmDefaults.beside(
                Stream.of(options, settings.jvmOptions(), JvmDefaults.inherited(System.getenv()))
                        .flatMap(List::stream)
                        .toList(),
                Runtime.getRuntime().availableProcessors()));
        options.addAll(JvmDefaults.of(Runtime.version().feature()));
        options.add("-Xmx" + settings.heap());
        options.add("-Dmuster.demo=" + settings.demo());
        options.add("-Dmuster.data-dir=" + locations.data());
        options.add("-Dmuster.work-dir=" + locations.work());
        options.addAll(addresses(settings.addresses()));
        settings.limits().forEach((name, value) -> options.add("-D" + name + "=" + value));
        options.add("-Dmuster.db.class=" + settings.database().dataSourceClass());
        options.addAll(settings.jvmOptions());
        return options;
    }

    private static List<String> addresses(Addresses addresses) {
        return List.of(
                "-Dmuster.http-port=" + addresses.http(),
                "-Dmuster.https-port=" + addresses.https(),
                "-Dmuster.device-port=" + addresses.device(),
                "-Dmuster.mqtt=" + addresses.broker(),
                "-Dmuster.mqtts-port=" + addresses.mqtts(),
                "-Dmuster.mqtt-port=" + addresses.mqtt(),
                "-Dmuster.broker-hook-port=" + addresses.hook(),
                "-Dmuster.broker-hook-address=" + addresses.hookBind(),
                "-Dmuster.bind-address=" + addresses.bind(),
                "-Dmuster.public-url=" + addresses.publicUrl(),
                "-Dmuster.device-url=" + addresses.deviceUrl());
    }

    private static List<String> fromFile(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
