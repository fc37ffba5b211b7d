package dev.muster.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.muster.domain.shared.Caller;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.shared.Access;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.security.DeviceLimited;
import dev.muster.rest.security.PasswordAuthenticated;
import dev.muster.rest.security.Published;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What it means that a method says who may call it. */
final class AccessRules {

    static final String MISSING = "does not say who may call it";

    private static final List<Class<? extends Annotation>> OF_ENDPOINTS =
            List.of(Authenticated.class, DeviceLimited.class, PasswordAuthenticated.class, Published.class);

    /** What web.xml serves without a login. */
    private static final List<String> BEFORE_THE_LOGIN =
            List.of("/login", "/jakarta.faces.resource", "/resources", "/errors");

    private AccessRules() {}

    /** A method that takes a caller or a device's login has to ask it, whatever else it declares. */
    static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("take a Caller first and ask it, or declare @Access") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean says = takes(method, Caller.class)
                        ? asks(method, Caller.class, new HashSet<>())
                        : isDeclared(method)
                                && (!takes(method, DeviceLogin.class)
                                        || asks(method, DeviceLogin.class, new HashSet<>()));
                events.add(new SimpleConditionEvent(method, says, method.getFullName() + " " + MISSING));
            }
        };
    }

    static boolean answersRequests(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    /** A rule of the method counts before a rule of its class. */
    static ArchCondition<JavaMethod> haveOneRuleOfEndpoints() {
        return new ArchCondition<>("have one of " + OF_ENDPOINTS) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                long own = OF_ENDPOINTS.stream().filter(method::isAnnotatedWith).count();
                long ofClass = OF_ENDPOINTS.stream()
                        .filter(method.getOwner()::isAnnotatedWith)
                        .count();
                events.add(new SimpleConditionEvent(
                        method, own + ofClass == 1, method.getFullName() + " " + MISSING + ", or says it twice"));
            }
        };
    }

    /** Otherwise no service learns which user asks. */
    static ArchCondition<JavaMethod> passTheirUserOn() {
        return new ArchCondition<>("read the user of the API token") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean reads = asks(method, method.getOwner(), new HashSet<>());
                events.add(new SimpleConditionEvent(method, reads, method.getFullName() + " forgets its user"));
            }

            private boolean asks(JavaCodeUnit code, JavaClass owner, Set<JavaCodeUnit> seen) {
                return seen.add(code)
                        && code.getCallsFromSelf().stream()
                                .anyMatch(call ->
                                        call.getTargetOwner().getSimpleName().equals("ApiCaller")
                                                || call.getTargetOwner().equals(owner)
                                                        && call.getTarget()
                                                                .resolveMember()
                                                                .filter(JavaCodeUnit.class::isInstance)
                                                                .filter(target ->
                                                                        asks((JavaCodeUnit) target, owner, seen))
                                                                .isPresent());
            }
        };
    }

    static boolean isForUsers(JavaMethod method) {
        return answersRequests(method)
                && (method.isAnnotatedWith(Authenticated.class)
                        || method.getOwner().isAnnotatedWith(Authenticated.class));
    }

    static boolean isBeforeTheLogin(JavaClass servlet) {
        return servlet.tryGetAnnotationOfType(WebServlet.class).stream()
                .flatMap(mapping -> Stream.concat(Stream.of(mapping.value()), Stream.of(mapping.urlPatterns())))
                .anyMatch(address -> BEFORE_THE_LOGIN.stream().anyMatch(address::startsWith));
    }

    private static boolean isDeclared(JavaMethod method) {
        return method.isAnnotatedWith(Access.class) || method.getOwner().isAnnotatedWith(Access.class);
    }

    private static boolean takes(JavaMethod method, Class<?> type) {
        return !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().getFirst().isAssignableTo(type);
    }

    /** Whether it calls a method of the caller, or hands the caller to a method that does. */
    private static boolean asks(JavaCodeUnit code, Class<?> caller, Set<JavaCodeUnit> seen) {
        return seen.add(code)
                && (code.getMethodReferencesFromSelf().stream()
                                .anyMatch(
                                        reference -> reference.getTargetOwner().isAssignableTo(caller))
                        || code.getMethodCallsFromSelf().stream()
                                .anyMatch(call ->
                                        call.getTargetOwner().isAssignableTo(caller) || handsOver(call, caller, seen)));
    }

    private static boolean handsOver(JavaMethodCall call, Class<?> caller, Set<JavaCodeUnit> seen) {
        return call.getTarget()
                .resolveMember()
                .filter(target -> target.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(caller)))
                .filter(target -> asks(target, caller, seen))
                .isPresent();
    }
}
