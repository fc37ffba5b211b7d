package dev.muster.ejb.account;

import dev.muster.domain.shared.event.EventDetail;
import dev.muster.domain.transparency.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an administrator changes of a user. What is empty stays as it is.
 *
 * @param displayName blank for none
 * @param place the role, and the tenant with it
 */
public record UserChange(Optional<String> displayName, Optional<Place> place, Optional<Boolean> disabled)
        implements EventDetail {

    /** What the log calls it, without {@link #place}: the tenants before and after see that in acts of their own. */
    List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        displayName.ifPresent(name -> acts.add(Act.USER_CHANGED));
        disabled.ifPresent(off -> acts.add(off ? Act.USER_DISABLED : Act.USER_ENABLED));
        return acts;
    }

    public static UserChange displayName(String name) {
        return new UserChange(Optional.of(name), Optional.empty(), Optional.empty());
    }

    public static UserChange place(Place place) {
        return new UserChange(Optional.empty(), Optional.of(place), Optional.empty());
    }

    public static UserChange disabled(boolean disabled) {
        return new UserChange(Optional.empty(), Optional.empty(), Optional.of(disabled));
    }

    @Override
    public String eventDetail() {
        return Stream.of(
                        displayName.map(name -> "displayName"),
                        place.map(Place::eventDetail),
                        disabled.map(now -> "disabled=" + now))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
