package dev.muster.web.overview;

import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.device.SilentAfter;
import dev.muster.ejb.overview.CertificateEnding;
import dev.muster.ejb.overview.OpenDraft;
import dev.muster.ejb.overview.OrganizationOverview;
import dev.muster.web.overview.AttentionItem.Level;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.text.Texts;
import dev.muster.web.trust.CertificateSentences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What an organization should look at, the most urgent first, each with the page where something can be done. */
@ApplicationScoped
class FleetAttention {

    private static final String DEVICES = "/organization/devices.xhtml?";

    @Inject
    private RefusalAttention refusals;

    @Inject
    private CertificateSentences certificates;

    @Inject
    private SilentAfter silence;

    @Inject
    private Display display;

    @Inject
    private Texts texts;

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
                        texts.of("overview.devicesInvalidated", ending.devices()),
                        texts.of(
                                "overview.certificateDeleted",
                                display.moment(ending.at()),
                                ending.manufacturer(),
                                ending.certificate(),
                                reason(ending.reason())),
                        of + "&state=invalidated",
                        texts.of("overview.seeDevices"));
            case PLANNED ->
                new AttentionItem(
                        "planned",
                        Level.WARN,
                        texts.of("overview.devicesPlanned", ending.devices()),
                        texts.of(
                                "overview.certificatePlanned",
                                display.moment(ending.at()),
                                ending.manufacturer(),
                                ending.certificate(),
                                reason(ending.reason())),
                        of,
                        texts.of("overview.seeDevices"));
            case EXPIRING ->
                new AttentionItem(
                        "certificate-expires",
                        Level.WARN,
                        texts.of("overview.certificateExpires", ending.certificate(), ending.manufacturer()),
                        texts.of("overview.certificateExpiresText", display.moment(ending.at())),
                        "/organization/expected.xhtml",
                        texts.of("overview.seeExpected"));
        };
    }

    /** A further sentence, if there is something to say. */
    private String reason(RevocationReason reason) {
        return reason == null || reason == RevocationReason.UNSPECIFIED
                ? ""
                : " " + certificates.revocation(reason) + ".";
    }

    private void addApprovals(List<AttentionItem> items, long waiting) {
        if (waiting > 0) {
            items.add(new AttentionItem(
                    "approvals",
                    Level.WARN,
                    texts.of("overview.approvals", waiting),
                    texts.of("overview.approvalsText"),
                    "/organization/approvals.xhtml",
                    texts.of("overview.decide")));
        }
    }

    private void addNotices(List<AttentionItem> items, long unread) {
        if (unread > 0) {
            items.add(new AttentionItem(
                    "notices",
                    Level.WARN,
                    texts.of("overview.unreadNotices", unread),
                    texts.of("overview.noticesText"),
                    "/organization/notices.xhtml",
                    texts.of("overview.readNotices")));
        }
    }

    private void addSilent(List<AttentionItem> items, long silent) {
        if (silent > 0) {
            items.add(new AttentionItem(
                    "silent",
                    Level.WARN,
                    texts.of("overview.silentDevices", silent),
                    texts.of("overview.silentText", silence.hours()),
                    DEVICES + "state=silent",
                    texts.of("overview.seeDevices")));
        }
    }

    private void addExpiring(List<AttentionItem> items, long expiring) {
        if (expiring > 0) {
            items.add(new AttentionItem(
                    "expiring",
                    Level.WARN,
                    texts.of("overview.expiringDevices", expiring),
                    texts.of("overview.expiringText"),
                    DEVICES + "state=expiring",
                    texts.of("overview.seeDevices")));
        }
    }

    private AttentionItem draft(OpenDraft draft) {
        return new AttentionItem(
                "draft",
                Level.INFO,
                texts.of("overview.draft", display.isolated(draft.fileName())),
                texts.of("overview.draftText", draft.rows(), draft.invalidCells()),
                "/organization/import.xhtml?id=" + draft.id(),
                texts.of("overview.finishDraft"));
    }

    private void addMoreDrafts(List<AttentionItem> items, long more) {
        if (more > 0) {
            items.add(new AttentionItem(
                    "more-drafts",
                    Level.INFO,
                    texts.of("overview.moreDrafts", more),
                    texts.of("overview.moreDraftsText"),
                    "/organization/imports.xhtml",
                    texts.of("overview.seeImports")));
        }
    }
}
