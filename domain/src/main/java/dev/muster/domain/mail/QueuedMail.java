package dev.muster.domain.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that waits to be sent, or could not be sent. Its text is written when it is sent. A mail that is sent is deleted. A
 * server that sends a mail first claims it for a while: if the server dies, another one tries after that.
 */
@Entity
@Table(name = "mail")
public class QueuedMail {

    /** The pauses after the tries that have failed; after the last try the mail has failed. Together about 23 hours. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** Longer than a try takes with all its timeouts. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final int MAX_FAULT = 200;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    @Column(name = "organization_id")
    private @Nullable UUID organizationId;

    private @Nullable String address;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "due_at")
    private Instant dueAt;

    private int tries;

    @Column(name = "failed_at")
    private @Nullable Instant failedAt;

    private @Nullable String fault;

    @SuppressWarnings("NullAway.Init")
    protected QueuedMail() {}

    /**
     * @param userId to whom it is written; null if there is nobody, which only the sender finds out
     * @param organizationId what it is about; null for a mail about the user
     */
    public QueuedMail(MailKind kind, @Nullable UUID userId, @Nullable UUID organizationId, Instant dueAt, Instant now) {
        this.id = UUID.randomUUID();
        this.kind = Objects.requireNonNull(kind);
        this.userId = userId;
        this.organizationId = organizationId;
        this.dueAt = Objects.requireNonNull(dueAt);
        this.createdAt = Objects.requireNonNull(now);
    }

    /** The mail to an address that the user does not use any more, and that is stored nowhere else. */
    public static QueuedMail toFormerAddress(UUID userId, MailAddress former, Instant now) {
        QueuedMail mail = new QueuedMail(MailKind.FORMER_ADDRESS, userId, null, now, now);
        mail.address = former.value();
        return mail;
    }

    /** Begins a try. No other server tries while this one does. */
    public void claim(Instant now) {
        tries++;
        dueAt = now.plus(CLAIM);
    }

    /** The try has failed; another one may help, unless this was the last one. */
    public void postpone(String reason, Instant now) {
        if (tries > PAUSES.size()) {
            fail(reason, now);
        } else {
            note(reason);
            dueAt = now.plus(PAUSES.get(Math.max(tries, 1) - 1));
        }
    }

    /** No other try helps. */
    public void fail(String reason, Instant now) {
        note(reason);
        failedAt = Objects.requireNonNull(now);
    }

    /** Begins again, because an administrator wants it. */
    public void restart(Instant now) {
        tries = 0;
        failedAt = null;
        dueAt = Objects.requireNonNull(now);
    }

    private void note(String reason) {
        fault = reason.substring(0, Math.min(reason.length(), MAX_FAULT));
    }

    public UUID id() {
        return id;
    }

    public MailKind kind() {
        return kind;
    }

    public @Nullable UUID userId() {
        return userId;
    }

    public @Nullable UUID organizationId() {
        return organizationId;
    }

    /** Where it goes; empty for the address that the user has when the mail is sent. */
    public Optional<MailAddress> address() {
        return Optional.ofNullable(address).map(MailAddress::new);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it is tried next; meaningless if it has failed. */
    public Instant dueAt() {
        return dueAt;
    }

    public int tries() {
        return tries;
    }

    /** When the last try failed; null if the mail still waits. */
    public @Nullable Instant failedAt() {
        return failedAt;
    }

    /** Why the last try failed; null if none has. */
    public @Nullable String fault() {
        return fault;
    }
}
