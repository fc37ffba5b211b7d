package dev.muster.rest.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;

/** Takes a place for a device's request, or refuses the request. */
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
        try {
            return call.proceed();
        } finally {
            limits.leave(source);
        }
    }
}
