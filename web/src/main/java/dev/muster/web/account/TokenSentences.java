package dev.muster.web.account;

import dev.muster.domain.account.TokenAccess;
import dev.muster.domain.account.TokenKind;
import dev.muster.domain.account.TokenRights;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What an API token may do, in words. */
@ApplicationScoped
class TokenSentences {

    @Inject
    private Texts texts;

    String rights(TokenRights rights) {
        boolean reads = rights.access() == TokenAccess.READ;
        if (rights.kinds().isEmpty()) {
            return texts.of(reads ? "account.readsAll" : "account.changesAll");
        }
        String kinds = rights.kinds().stream()
                .sorted()
                .map(this::inSentence)
                .reduce((some, next) -> texts.of("account.kindAndKind", some, next))
                .orElseThrow();
        return texts.of(reads ? "account.readsKinds" : "account.changesKinds", kinds);
    }

    /** As its word, but as it is written in the middle of a sentence. */
    private String inSentence(TokenKind kind) {
        return switch (kind) {
            case IMPORTS -> texts.of("account.ofImports");
            case DEVICES -> texts.of("account.ofDevices");
            case CERTIFICATES -> texts.of("account.ofCertificates");
            case ATTEMPTS -> texts.of("account.ofAttempts");
            case TENANTS -> texts.of("account.ofTenants");
            case USERS -> texts.of("account.ofUsers");
            case LOG -> texts.of("account.ofLog");
        };
    }
}
