package dev.muster.ejb.account.email;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.mail.MailKind;
import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.mail.QueuedMail;
import dev.muster.ejb.mail.MailContent;
import dev.muster.ejb.mail.MailTexts;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The mail to an address that its user has changed or removed. It has no link and does not name the new address. */
@ApplicationScoped
public class FormerAddressMail implements MailContent {

    @Inject
    private Store store;

    @Override
    public MailKind kind() {
        return MailKind.FORMER_ADDRESS;
    }

    @Override
    public Optional<OutgoingMail> write(QueuedMail mail) {
        return Optional.ofNullable(mail.userId())
                .flatMap(id -> store.find(PortalUser.class, id))
                .flatMap(user -> mail.address().map(address -> mail(user, address)));
    }

    static OutgoingMail mail(PortalUser user, MailAddress address) {
        return new MailTexts(user.preferences().mailLanguage()).mail(address, "formerAddress", user.username());
    }
}
