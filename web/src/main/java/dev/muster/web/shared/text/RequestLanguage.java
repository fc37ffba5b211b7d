package dev.muster.web.shared.text;

import dev.muster.domain.shared.Language;

/** Which language the present request gets. */
public interface RequestLanguage {

    Language get();
}
