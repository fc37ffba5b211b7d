package dev.muster.web.overview;

import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.device.SilentAfter;
import dev.muster.ejb.overview.CertificateEnding;
import dev.muster.ejb.overview.OpenDraft;
import dev.muster.ejb.overview.OrganizationOverview;
import dev.muster.web.overview.AttentionItem.Level;
import dev.muster.web.shared.Display;
import dev.muster.web.trust.CertificateSentences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What an organization should look at, the most urgent first, each with the page where something can be done. */
@ApplicationScoped
class FleetAttention {

    private static final String DEVICE = "device";

    private static final String DEVICES = "/organization/devices.xhtml?";

    private static final String SEE_DEVICES = "See the devices";

    @Inject
    private RefusalAttention refusals;

    @Inject
    private CertificateSentences certificates;

    @Inject
    private SilentAfter silence;

    @Inject
    private Display display;

    List<AttentionItem> of(OrganizationOverview overview) {
        List<AttentionItem> items = new ArrayList<>();
        overview.tasks().endings().stream().map(this::ending).forEach(items::add);
        addApprovals(items, overview.tasks().approvals());
        items.addAll(refusals.of(overview.refusals(), overview.refusedSince(), "/organization/attempts.xhtml", true));
        addNotices(items, overview.tasks().notices());
        addSilent(items, overview.totals().silent());
        addExpiring(items, overview.tasks().expiring());
        overview.tasks().drafts().stream().map(this::draft).forEach(items::add);
        addMoreDrafts(items, overview.tasks().moreDrafts());
        return items;
    }

    private AttentionItem ending(CertificateEnding ending) {
        String of = DEVICES + "certificate=" + ending.certificateId();
        return switch (ending.kind()) {
            case REVOKED ->
                new AttentionItem(
                        "revoked",
                        Level.BAD,
                        display.count(ending.devices(), DEVICE) + " invalidated",
                        display.time(ending.at()) + ": " + ending.manufacturer() + " deleted certificate “"
                                + ending.certificate() + "”" + reason(ending.reason())
                                + " The server refuses these devices until they prove themselves with another certificate.",
                        of + "&state=invalidated",
                        SEE_DEVICES);
            case PLANNED ->
                new AttentionItem(
                        "planned",
                        Level.WARN,
                        display.count(ending.devices(), DEVICE) + " will be invalidated",
                        display.time(ending.at()) + ": " + ending.manufacturer() + " will delete certificate “"
                                + ending.certificate() + "”" + reason(ending.reason())
                                + " Let these devices prove themselves with another certificate before that.",
                        of,
                        SEE_DEVICES);
            case EXPIRING ->
                new AttentionItem(
                        "certificate-expires",
                        Level.WARN,
                        "Certificate “" + ending.certificate() + "” of " + ending.manufacturer() + " expires soon",
                        display.time(ending.at())
                                + ": no further device can join with it from then on. Devices that have"
                                + " joined keep working. Ask the manufacturer if the expected devices have another one.",
                        "/organization/expected.xhtml",
                        "See expected devices");
        };
    }

    private String reason(RevocationReason reason) {
        return reason == null || reason == RevocationReason.UNSPECIFIED
                ? "."
                : ". " + certificates.revocation(reason) + ".";
    }

    private void addApprovals(List<AttentionItem> items, long waiting) {
        if (waiting > 0) {
            items.add(new AttentionItem(
                    "approvals",
                    Level.WARN,
                    display.count(waiting, DEVICE) + (waiting == 1 ? " waits" : " wait") + " for approval",
                    "Proved again, and wants new credentials. The old credentials keep working until you decide.",
                    "/organization/approvals.xhtml",
                    "Decide"));
        }
    }

    private void addNotices(List<AttentionItem> items, long unread) {
        if (unread > 0) {
            items.add(new AttentionItem(
                    "notices",
                    Level.WARN,
                    display.count(unread, "notice") + (unread == 1 ? " is" : " are") + " not read",
                    "A notice says what others did to your identifiers, to certificates of your devices or to their"
                            + " manufacturers, why, and what to do.",
                    "/organization/notices.xhtml",
                    "Read the notices"));
        }
    }

    private void addSilent(List<AttentionItem> items, long silent) {
        if (silent > 0) {
            items.add(new AttentionItem(
                    "silent",
                    Level.WARN,
                    display.count(silent, DEVICE) + (silent == 1 ? " is" : " are") + " silent",
                    "Joined, but not heard from for " + display.count(silence.hours(), "hour")
                            + ". Check power, network and firmware.",
                    DEVICES + "state=silent",
                    SEE_DEVICES));
        }
    }

    private void addExpiring(List<AttentionItem> items, long expiring) {
        if (expiring > 0) {
            items.add(new AttentionItem(
                    "expiring",
                    Level.WARN,
                    display.count(expiring, DEVICE) + (expiring == 1 ? " has" : " have")
                            + " a certificate that expires within 30 days",
                    "A device renews its own certificate. If it does not, it cannot connect after that day.",
                    DEVICES + "state=expiring",
                    SEE_DEVICES));
        }
    }

    private AttentionItem draft(OpenDraft draft) {
        String faults =
                draft.invalidCells() == 0 ? "no invalid cells" : display.count(draft.invalidCells(), "invalid cell");
        return new AttentionItem(
                "draft",
                Level.INFO,
                "Draft " + display.isolated(draft.fileName()) + " is not finished",
                display.count(draft.rows(), "row") + ", " + faults + ". Its devices cannot join until it is committed.",
                "/organization/import.xhtml?id=" + draft.id(),
                "Finish it");
    }

    private void addMoreDrafts(List<AttentionItem> items, long more) {
        if (more > 0) {
            items.add(new AttentionItem(
                    "more-drafts",
                    Level.INFO,
                    display.count(more, "more draft") + (more == 1 ? " is" : " are") + " not finished",
                    "Commit or discard what you no longer need.",
                    "/organization/imports.xhtml",
                    "See all imports"));
        }
    }
}
