package dev.muster.domain.applications;

import dev.muster.domain.device.DeviceState;
import dev.muster.domain.device.TelemetryKey;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One part of a dashboard. It never changes: another one with the same id replaces it. */
@Embeddable
public class Widget {

    public static final int MAX_TITLE = 64;

    @Column(name = "id")
    private UUID id;

    @Enumerated(EnumType.STRING)
    private WidgetKind kind;

    private @Nullable String title;

    @Enumerated(EnumType.STRING)
    private WidgetSize width;

    @Column(name = "data_key")
    private @Nullable String key;

    @Column(name = "second_key")
    private @Nullable String secondKey;

    @Enumerated(EnumType.STRING)
    @Column(name = "time_range")
    private @Nullable WidgetRange range;

    @Enumerated(EnumType.STRING)
    private @Nullable ChartLines lines;

    @Enumerated(EnumType.STRING)
    @Column(name = "device_state")
    private @Nullable DeviceState state;

    @SuppressWarnings("NullAway.Init")
    protected Widget() {}

    private Widget(UUID id, WidgetKind kind, @Nullable String title, WidgetSize width) {
        this.id = Objects.requireNonNull(id);
        this.kind = Objects.requireNonNull(kind);
        this.title = EnteredText.orNull(title);
        this.width = Objects.requireNonNull(width);
        if (this.title != null && this.title.length() > MAX_TITLE) {
            throw ProblemException.invalid("The title of a widget has at most " + MAX_TITLE + " characters.");
        }
    }

    /**
     * A widget as somebody wants it. What its kind does not have is left out.
     *
     * @throws ProblemException {@code validation-failed} if something is missing that its kind needs
     */
    public static Widget of(WidgetWish wish) {
        Widget widget = new Widget(wish.id(), wish.kind(), wish.title(), wish.size());
        if (wish.kind().hasKey()) {
            widget.key = telemetryKey(wish.key());
        }
        switch (wish.kind()) {
            case CHART -> {
                widget.range = Objects.requireNonNullElse(wish.range(), WidgetRange.DAY);
                widget.lines = Objects.requireNonNullElse(wish.lines(), ChartLines.TOGETHER);
            }
            case MAP -> widget.secondKey = telemetryKey(wish.secondKey());
            case COUNT -> widget.state = wish.state();
            case VALUES, STATES -> {}
        }
        return widget;
    }

    private static String telemetryKey(@Nullable String key) {
        String entered = EnteredText.trimmed(key);
        if (!TelemetryKey.isName(entered)) {
            throw ProblemException.invalid(
                    "This widget needs a telemetry key: 1 to 64 characters, as the devices send it.");
        }
        return entered;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Widget widget && members().equals(widget.members());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    private List<@Nullable Object> members() {
        return Arrays.asList(id, kind, title, width, key, secondKey, range, lines, state);
    }

    public UUID id() {
        return id;
    }

    public WidgetKind kind() {
        return kind;
    }

    /** Null if the page makes one of what the widget shows. */
    public @Nullable String title() {
        return title;
    }

    public WidgetSize size() {
        return width;
    }

    /** The telemetry key; of a map the latitude. Null if the kind has none. */
    public @Nullable String key() {
        return key;
    }

    /** The longitude of a map; null otherwise. */
    public @Nullable String secondKey() {
        return secondKey;
    }

    /** Null if it is no chart. */
    public @Nullable WidgetRange range() {
        return range;
    }

    /** Null if it is no chart. */
    public @Nullable ChartLines lines() {
        return lines;
    }

    /** The state whose devices are counted; null for all, and for another kind. */
    public @Nullable DeviceState state() {
        return state;
    }
}
