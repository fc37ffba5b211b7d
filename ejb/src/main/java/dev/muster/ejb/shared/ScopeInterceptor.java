package dev.muster.ejb.shared;

import dev.muster.domain.shared.Caller;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Declares the {@link Scope} of each call of a bean, from its caller or from its {@link Access} rule. {@code ejb-jar.xml}
 * puts it before all beans, so that none can be forgotten.
 */
public class ScopeInterceptor {

    private static final ConcurrentMap<Method, Access.Rule> RULES = new ConcurrentHashMap<>();

    @AroundInvoke
    Object call(InvocationContext call) throws Exception {
        if (firstArgument(call.getParameters()) instanceof Caller caller) {
            return CurrentScope.within(Scope.of(caller), call::proceed);
        }
        return switch (RULES.computeIfAbsent(call.getMethod(), method -> rule(method, call.getTarget()))) {
            case EVERYONE, SYSTEM -> CurrentScope.within(Scope.PLATFORM, call::proceed);
            case DEVICE -> CurrentScope.within(Scope.DEVICE, call::proceed);
            case WITHIN -> call.proceed();
        };
    }

    @AroundTimeout
    Object time(InvocationContext call) throws Exception {
        return CurrentScope.within(Scope.PLATFORM, call::proceed);
    }

    /** @param arguments of Payara's bean container: null if the method has none */
    private static @Nullable Object firstArgument(Object @Nullable [] arguments) {
        return arguments == null || arguments.length == 0 ? null : arguments[0];
    }

    /** A method without a rule of its own, and without one of its class, sees what the calling use case sees. */
    private static Access.Rule rule(Method method, Object bean) {
        Access own = method.getAnnotation(Access.class);
        Access ofClass = own == null ? bean.getClass().getAnnotation(Access.class) : own;
        return ofClass == null ? Access.Rule.WITHIN : ofClass.value();
    }
}
