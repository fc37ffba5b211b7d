package dev.muster.web.fleet;

import dev.muster.domain.provisioning.CredentialCsv;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.ejb.provisioning.credential.RotationOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A part of a file with new credentials. This is the only time that they are shown. */
final class RotatedLines {

    /** A line of the file. */
    record Line(
            String uniqueIdentifier,
            String name,
            RotationOutcome outcome,
            ProvisioningOutcome.Credentials credentials) {}

    private RotatedLines() {}

    /**
     * Answers with the lines, and says in headers how many they are, and where the next part begins.
     *
     * @param isFirst whether the part begins the file
     * @param next null if this is the last part
     */
    static void send(HttpServletResponse response, List<Line> part, boolean isFirst, String next) throws IOException {
        byte[] lines = lines(part, isFirst);
        response.setContentType(CredentialCsv.MEDIA_TYPE);
        response.setIntHeader("X-Entries", part.size());
        response.setHeader("X-Rotated", Long.toString(rotated(part)));
        if (next != null) {
            response.setHeader("X-Next", next);
        }
        response.setContentLength(lines.length);
        response.getOutputStream().write(lines);
    }

    private static long rotated(List<Line> part) {
        return part.stream()
                .filter(line -> line.outcome() == RotationOutcome.ROTATED)
                .count();
    }

    private static byte[] lines(List<Line> part, boolean isFirst) throws IOException {
        StringWriter text = new StringWriter();
        CredentialCsv file = isFirst ? CredentialCsv.begin(text) : CredentialCsv.goOn(text);
        for (Line line : part) {
            file.write(line.uniqueIdentifier(), line.name(), line.outcome().code(), line.credentials());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
