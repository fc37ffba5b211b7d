package dev.muster.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command line of the server's JVM. Payara's own {@code start-domain} tells it ({@code --dry-run}) and the launcher
 * runs it, so that the server is one child process of ours: its id is known, it can be killed, and its end is seen.
 */
final class JavaCommand {

    private static final String MAIN_CLASS = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    private static final String HEADING = "Dump of JVM Invocation line";

    /** From so many on the JVM itself takes as many threads for its compilers as we give it on fewer. */
    private static final int MANY_PROCESSORS = 8;

    private static final int COMPILERS = 4;

    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC");

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
     * The dry run prints a heading, one argument a line, an empty line and a verdict. Before them the JVM may have words of
     * its own: it says so where {@code JAVA_TOOL_OPTIONS} is set.
     */
    static List<String> parse(List<String> output) {
        List<String> dump =
                output.stream().dropWhile(line -> !line.startsWith(HEADING)).toList();
        int end = dump.indexOf("");
        if (!dump.contains(MAIN_CLASS) || end < 0) {
            throw new LaunchFailure("Payara does not tell how to start it: " + String.join(" ", output));
        }
        return List.copyOf(dump.subList(1, end));
    }

    /** Of two JVM options that contradict each other the last wins, so ours follow the server's. */
    static List<String> withOwnOptions(List<String> command, List<String> own) {
        List<String> line = new ArrayList<>(command);
        line.addAll(line.indexOf(MAIN_CLASS), own);
        return line;
    }

    private List<String> dryRun() {
        Path cli = settings.locations().payaraHome().resolve("glassfish/lib/client/appserver-cli.jar");
        Path output = settings.locations().work().resolve("logs/command.txt");
        ProcessBuilder builder = new ProcessBuilder(java(), "-jar", cli.toString());
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
        options.addAll(collector(Stream.of(options, settings.jvmOptions(), inherited(System.getenv()))
                .flatMap(List::stream)
                .toList()));
        options.addAll(compilers(Runtime.getRuntime().availableProcessors()));
        options.add("-Xmx" + settings.heap());
        options.add("-Dmuster.demo=" + settings.demo());
        options.add("-Dmuster.data-dir=" + locations.data());
        options.add("-Dmuster.http-port=" + settings.addresses().http());
        options.add("-Dmuster.https-port=" + settings.addresses().https());
        options.add("-Dmuster.device-port=" + settings.addresses().device());
        options.add("-Dmuster.public-url=" + settings.addresses().publicUrl());
        settings.limits().forEach((name, value) -> options.add("-D" + name + "=" + value));
        options.add("-Dmuster.db.class=" + settings.database().dataSourceClass());
        options.addAll(settings.jvmOptions());
        return options;
    }

    /**
     * On two processors the JVM has one thread for each of its two compilers. Beside the threads of many requests these get
     * so little of the processors that a server under load runs badly compiled code for minutes.
     */
    static List<String> compilers(int processors) {
        return processors < MANY_PROCESSORS ? List.of("-XX:CICompilerCount=" + COMPILERS) : List.of();
    }

    /**
     * What lives long in the server is little, so that a full collection is short, and the parallel collector costs a request
     * less than G1, the JVM's own choice. A JVM takes one collector alone: what is chosen elsewhere comes in place of it.
     */
    static List<String> collector(List<String> others) {
        return others.stream().anyMatch(COLLECTOR.asMatchPredicate()) ? List.of() : List.of("-XX:+UseParallelGC");
    }

    /** Options that every JVM takes from its environment (JDK 17, the java command). */
    static List<String> inherited(Map<String, String> environment) {
        return Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                .flatMap(name ->
                        Stream.of(environment.getOrDefault(name, "").strip().split("\\s+")))
                .filter(option -> !option.isEmpty())
                .toList();
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
