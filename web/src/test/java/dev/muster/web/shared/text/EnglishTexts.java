package dev.muster.web.shared.text;

import dev.muster.domain.shared.Language;

/** The texts in English without a container, for tests. */
public final class EnglishTexts {

    private EnglishTexts() {}

    public static Texts get() {
        return new Texts(() -> Language.ENGLISH);
    }
}
