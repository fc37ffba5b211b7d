package dev.muster.web.account.factor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** New recovery codes. They live for one request, and only the answer to that request shows them. */
@Named
@RequestScoped
public class IssuedCodesView {

    private List<String> codes = List.of();

    void show(List<String> made) {
        this.codes = List.copyOf(made);
    }

    public boolean isPresent() {
        return !codes.isEmpty();
    }

    /** One in a line. */
    public String getText() {
        return String.join("\n", codes);
    }
}
