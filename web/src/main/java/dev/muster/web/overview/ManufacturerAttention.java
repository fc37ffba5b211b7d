package dev.muster.web.overview;

import dev.muster.ejb.overview.CertificateEnding;
import dev.muster.ejb.overview.ManufacturerOverview;
import dev.muster.web.overview.AttentionItem.Level;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What a manufacturer should look at: certificates that end, and refused proofs. */
@ApplicationScoped
class ManufacturerAttention {

    @Inject
    private RefusalAttention refusals;

    @Inject
    private Display display;

    @Inject
    private Texts texts;

    List<AttentionItem> of(ManufacturerOverview overview) {
        List<AttentionItem> items = new ArrayList<>();
        overview.endings().stream().map(this::ending).forEach(items::add);
        items.addAll(refusals.of(overview.refusals(), overview.refusedSince(), "/manufacturer/attempts.xhtml", false));
        return items;
    }

    private AttentionItem ending(CertificateEnding ending) {
        boolean isPlanned = ending.kind() == CertificateEnding.Kind.PLANNED;
        return new AttentionItem(
                isPlanned ? "planned" : "certificate-expires",
                Level.WARN,
                texts.of(isPlanned ? "overview.certificateDeletedSoon" : "overview.ownExpires", ending.certificate()),
                isPlanned
                        ? texts.of("overview.certificateDeletedSoonText", display.moment(ending.at()), ending.devices())
                        : texts.of("overview.ownExpiresText", display.moment(ending.at())),
                "/manufacturer/certificate.xhtml?id=" + ending.certificateId(),
                texts.of("overview.seeCertificate"));
    }
}
