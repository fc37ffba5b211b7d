package dev.muster.rest.shared;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The query parameters of one call: those that its method, its class and their bean parameters declare. So every
 * parameter that is read is known, without a list of names to maintain.
 */
final class DeclaredParameters {

    /** Whether each parameter may come more than once, by its name, in alphabetical order. */
    private final Map<String, Boolean> repeatable = new TreeMap<>();

    private DeclaredParameters() {}

    static DeclaredParameters of(Class<?> resource, Method method) {
        DeclaredParameters declared = new DeclaredParameters();
        declared.addParameters(method.getParameters());
        declared.addMembers(resource);
        return declared;
    }

    Set<String> names() {
        return repeatable.keySet();
    }

    /** Whether the call reads all values of a parameter; otherwise it reads only one value. */
    boolean isRepeatable(String name) {
        return repeatable.getOrDefault(name, false);
    }

    private void addMembers(Class<?> type) {
        for (Class<?> one = type; one != null && one != Object.class; one = one.getSuperclass()) {
            for (Field field : one.getDeclaredFields()) {
                add(field, field.getType());
            }
            for (Constructor<?> constructor : one.getDeclaredConstructors()) {
                addParameters(constructor.getParameters());
            }
            addSetters(one);
        }
    }

    /** JAX-RS sets a property whose setter is annotated. */
    private void addSetters(Class<?> type) {
        for (Method setter : type.getDeclaredMethods()) {
            if (setter.getParameterCount() == 1) {
                add(setter, setter.getParameterTypes()[0]);
            }
        }
    }

    private void addParameters(Parameter... parameters) {
        for (Parameter parameter : parameters) {
            add(parameter, parameter.getType());
        }
    }

    private void add(AnnotatedElement element, Class<?> type) {
        QueryParam parameter = element.getAnnotation(QueryParam.class);
        if (parameter != null) {
            repeatable.put(parameter.value(), Collection.class.isAssignableFrom(type) || type.isArray());
        }
        if (element.isAnnotationPresent(BeanParam.class)) {
            addMembers(type);
        }
    }
}
