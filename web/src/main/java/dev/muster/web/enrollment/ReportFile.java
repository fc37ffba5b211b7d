package dev.muster.web.enrollment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The file name of the report of an import: the name of the imported file, without characters that could do harm. */
final class ReportFile {

    private static final int MAX_LENGTH = 100;

    private final String name;

    ReportFile(String imported) {
        String base = imported.replaceFirst("(?i)\\.(csv|txt|tsv)$", "");
        String plain = base.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || "-_.() ".indexOf(c) >= 0 ? c : '_')
                .limit(MAX_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceFirst("^[. ]+", "");
        this.name = (plain.isBlank() ? "import" : plain.strip()) + "-report.csv";
    }

    String name() {
        return name;
    }

    /** The value of Content-Disposition (RFC 6266): the name in ASCII for old clients, and the full name (RFC 8187). */
    String disposition() {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + name.replaceAll("[^\\x20-\\x7e]", "_") + "\"; filename*=UTF-8''" + encoded;
    }
}
