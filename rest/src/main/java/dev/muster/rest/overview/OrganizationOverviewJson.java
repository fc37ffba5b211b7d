package dev.muster.rest.overview;

import dev.muster.ejb.overview.OpenDraft;
import dev.muster.ejb.overview.OpenTasks;
import dev.muster.ejb.overview.OrganizationOverview;
import dev.muster.ejb.overview.RecentImport;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the fleet of an organization is doing.
 *
 * @param enrolled identifiers on its lists: each is expected, joined or invalidated
 * @param silent those of the joined devices that have not been heard for the configured time
 * @param invalidated devices whose certificate is revoked
 * @param messages telemetry messages
 * @param imports the last committed imports, the newest first
 */
@Schema(name = "OrganizationOverview")
@JsonbPropertyOrder({
    "enrolled",
    "expected",
    "joined",
    "silent",
    "invalidated",
    "joins",
    "messages",
    "refusals",
    "attention",
    "imports"
})
public record OrganizationOverviewJson(
        long enrolled,
        long expected,
        long joined,
        long silent,
        long invalidated,
        ActivityJson joins,
        ActivityJson messages,
        RefusalsJson refusals,
        AttentionJson attention,
        List<ImportJson> imports) {

    static OrganizationOverviewJson of(OrganizationOverview overview) {
        return new OrganizationOverviewJson(
                overview.totals().enrolled(),
                overview.totals().expected(),
                overview.totals().joined(),
                overview.totals().silent(),
                overview.totals().invalidated(),
                ActivityJson.of(overview.joins()),
                ActivityJson.of(overview.messages()),
                RefusalsJson.of(overview.refusedSince(), overview.refusals()),
                AttentionJson.of(overview.tasks()),
                overview.imports().stream().map(ImportJson::of).toList());
    }

    /**
     * What somebody should look at.
     *
     * @param approvals devices that wait for a decision
     * @param unreadNotices notices that nobody has read, of all kinds
     * @param expiringDevices devices whose own certificate expires soon
     * @param certificates manufacturers' certificates that end or have ended
     * @param drafts imports that are not committed, the newest first; three at most
     * @param moreDrafts how many more there are
     */
    @Schema(name = "Attention")
    @JsonbPropertyOrder({"approvals", "unreadNotices", "expiringDevices", "certificates", "drafts", "moreDrafts"})
    public record AttentionJson(
            long approvals,
            long unreadNotices,
            long expiringDevices,
            List<CertificateEndingJson> certificates,
            List<DraftJson> drafts,
            long moreDrafts) {

        static AttentionJson of(OpenTasks tasks) {
            return new AttentionJson(
                    tasks.approvals(),
                    tasks.notices(),
                    tasks.expiring(),
                    tasks.endings().stream().map(CertificateEndingJson::of).toList(),
                    tasks.drafts().stream().map(DraftJson::of).toList(),
                    tasks.moreDrafts());
        }
    }

    /** An import that is not committed. */
    @Schema(name = "OpenDraft")
    @JsonbPropertyOrder({"id", "fileName", "rows", "invalidCells"})
    public record DraftJson(UUID id, String fileName, int rows, int invalidCells) {

        static DraftJson of(OpenDraft draft) {
            return new DraftJson(draft.id(), draft.fileName(), draft.rows(), draft.invalidCells());
        }
    }

    /**
     * A committed import.
     *
     * @param enrolled identifiers of it that are still enrolled
     * @param joined those with a device
     */
    @Schema(name = "RecentImport")
    @JsonbPropertyOrder({"id", "fileName", "manufacturer", "committedAt", "enrolled", "joined"})
    public record ImportJson(
            UUID id, String fileName, String manufacturer, Instant committedAt, long enrolled, long joined) {

        static ImportJson of(RecentImport recent) {
            return new ImportJson(
                    recent.id(),
                    recent.fileName(),
                    recent.manufacturer(),
                    recent.committedAt(),
                    recent.enrolled(),
                    recent.joined());
        }
    }
}
