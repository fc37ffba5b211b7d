package dev.muster.web.overview;

import dev.muster.ejb.overview.CertificateEnding;
import dev.muster.ejb.overview.ManufacturerOverview;
import dev.muster.web.overview.AttentionItem.Level;
import dev.muster.web.shared.Display;
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
                "Certificate “" + ending.certificate() + "” " + (isPlanned ? "will be deleted" : "expires soon"),
                display.time(ending.at()) + ": "
                        + (isPlanned
                                ? "the server refuses its " + display.count(ending.devices(), "device")
                                        + " from then on."
                                : "no further device can join with it from then on. Create a new one, and build it into your"
                                        + " devices. Devices that have joined keep working."),
                "/manufacturer/certificate.xhtml?id=" + ending.certificateId(),
                "See the certificate");
    }
}
