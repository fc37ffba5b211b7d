package dev.muster.ejb.shared.event;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventDetail;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what users do ({@link Audited}), and what users are refused by any use case. {@code ejb-jar.xml} puts it before
 * all beans. An event has the ids that the use case was called with, and no other argument.
 */
public class AuditInterceptor {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    Object call(InvocationContext call) throws Exception {
        Object[] arguments = Optional.ofNullable(call.getParameters()).orElse(new Object[0]);
        try {
            Object result = call.proceed();
            Audited audited = call.getMethod().getAnnotation(Audited.class);
            if (audited != null) {
                CommittedEvent.write(
                        transaction, event(audited.value(), arguments).with("made", idOf(result)));
            }
            return result;
        } catch (ProblemException refusal) {
            caller(arguments)
                    .ifPresent(caller -> EventKind.of(refusal.code())
                            .ifPresent(kind -> SecurityLog.write(SecurityEvent.of(kind)
                                    .by(caller)
                                    .with("reason", refusal.code().code())
                                    .with("object", ids(arguments)))));
            throw refusal;
        }
    }

    private static SecurityEvent event(EventKind kind, Object[] arguments) {
        SecurityEvent event = SecurityEvent.of(kind).with("object", ids(arguments));
        String detail = Arrays.stream(arguments)
                .flatMap(argument ->
                        argument instanceof EventDetail told ? Stream.of(told.eventDetail()) : Stream.empty())
                .collect(Collectors.joining(" "));
        return caller(arguments).map(event::by).orElse(event).with("detail", detail.isEmpty() ? null : detail);
    }

    private static Optional<Caller> caller(Object[] arguments) {
        return arguments.length > 0 && arguments[0] instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    private static @Nullable String ids(Object[] arguments) {
        String ids = Arrays.stream(arguments)
                .flatMap(argument -> argument instanceof UUID id ? Stream.of(id.toString()) : Stream.empty())
                .collect(Collectors.joining("/"));
        return ids.isEmpty() ? null : ids;
    }

    /** The id of what the use case has made or changed, if it returns that. */
    private static @Nullable UUID idOf(@Nullable Object result) {
        try {
            return result != null && result.getClass().getMethod("id").invoke(result) instanceof UUID id ? id : null;
        } catch (ReflectiveOperationException hasNoId) {
            return null;
        }
    }
}
