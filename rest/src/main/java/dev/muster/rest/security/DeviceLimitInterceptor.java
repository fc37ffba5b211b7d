package dev.muster.rest.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes a place for a device's request until it is answered, or refuses the request. */
@Interceptor
@DeviceLimited
@Priority(Interceptor.Priority.APPLICATION)
public class DeviceLimitInterceptor {

    @Inject
    private DeviceLimits limits;

    @Inject
    private HttpServletRequest request;

    @AroundInvoke
    Object enter(InvocationContext call) throws Exception {
        String source = limits.enter(request);
        Runnable leave = once(() -> limits.leave(source));
        boolean isAnsweredLater = false;
        try {
            isAnsweredLater = isRegistered(call, leave);
            return call.proceed();
        } catch (Exception refused) {
            leave.run();
            throw refused;
        } finally {
            if (!isAnsweredLater) {
                leave.run();
            }
        }
    }

    private static Runnable once(Runnable action) {
        AtomicBoolean isDone = new AtomicBoolean();
        return () -> {
            if (isDone.compareAndSet(false, true)) {
                action.run();
            }
        };
    }

    /** Returns whether another thread answers, and then runs this. */
    private static boolean isRegistered(InvocationContext call, Runnable leave) {
        return Arrays.stream(call.getParameters())
                .anyMatch(argument -> argument instanceof AsyncResponse answer
                        && !answer.register((CompletionCallback) thrown -> leave.run())
                                .isEmpty());
    }
}
