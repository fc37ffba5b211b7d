package dev.muster.rest.fleet;

import dev.muster.domain.provisioning.Snippets;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * Programs that prove a device.
 *
 * @param shell for a POSIX shell with openssl and curl
 * @param python for Python 3 with openssl
 */
@JsonbPropertyOrder({"shell", "python"})
public record SnippetsJson(String shell, String python) {

    static SnippetsJson of(Snippets snippets) {
        return new SnippetsJson(snippets.shell(), snippets.python());
    }
}
