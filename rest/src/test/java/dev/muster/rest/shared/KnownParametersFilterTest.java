package dev.muster.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownParametersFilterTest {

    @Test
    void theParametersOfMethodFieldsBeansAndTheirSuperclassesAreKnown() {
        assertThat(of("list").names())
                .containsExactly("deep", "inherited", "ofConstructor", "ofField", "ofSetter", "one", "several");
    }

    @Test
    void aCallWithoutParametersHasThoseOfItsClassAlone() {
        assertThat(of("none").names()).containsExactly("ofField");
    }

    @Test
    void listsSetsAndArraysAreRepeatable() {
        DeclaredParameters known = of("repeatable");
        assertThat(known.names()).allMatch(name -> name.equals("ofField") || known.isRepeatable(name));
    }

    @Test
    void whatIsKnownIsLetPass() {
        assertThatCode(() -> check("list", "one=1&several=1&several=2")).doesNotThrowAnyException();
        assertThatCode(() -> check("list", "one")).doesNotThrowAnyException();
        assertThatCode(() -> check("none", "&&")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"identifier=X", "x", "One=1", "one%20=1", "one=1&two=2", "id=%22secret%22", "one[]=1", "_=1"})
    void anUnknownNameIsRefusedAndTheRightOnesAreNamed(String query) {
        assertThatThrownBy(() -> check("list", query))
                .hasMessage("A query parameter is not known here; this call has deep, inherited, ofConstructor,"
                        + " ofField, ofSetter, one, several.")
                .matches(thrown -> ((ProblemException) thrown).code() == ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void aCallWithoutParametersSaysSo() {
        assertThatThrownBy(() -> KnownParametersFilter.check(
                        parsed("x=1"), "x=1", DeclaredParameters.of(Bean.class, method(Bean.class, "call"))))
                .hasMessageStartingWith("A query parameter is not known here; this call has ");
        assertThatThrownBy(() -> KnownParametersFilter.check(
                        parsed("x=1"), "x=1", DeclaredParameters.of(Object.class, method(Bean.class, "call"))))
                .hasMessage("A query parameter is not known here; this call has none.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "one=1&=2"})
    void aValueWithoutANameIsRefused(String query) {
        assertThatThrownBy(() -> check("list", query)).hasMessageStartingWith("A query parameter is not known here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one=1&one=2", "one=1&one=1", "one&one"})
    void aDoubledParameterIsRefusedWhereOneIsRead(String query) {
        assertThatThrownBy(() -> check("list", query))
                .hasMessage("The query parameter one comes more than once; send it once.");
    }

    private static void check(String method, String query) {
        KnownParametersFilter.check(parsed(query), query, of(method));
    }

    /** As JAX-RS parses it: without values that have no name. */
    private static MultivaluedMap<String, String> parsed(String query) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals != 0 && !part.isEmpty()) {
                parameters.add(
                        equals < 0 ? part : part.substring(0, equals), equals < 0 ? "" : part.substring(equals + 1));
            }
        }
        return parameters;
    }

    private static DeclaredParameters of(String method) {
        return DeclaredParameters.of(Resource.class, method(Resource.class, method));
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Never called: only its declarations are read. */
    static class Resource {

        @QueryParam("ofField")
        private String field;

        void list(
                @PathParam("path") String path,
                @QueryParam("one") String one,
                @QueryParam("several") List<String> several,
                @BeanParam Bean bean) {
            assertThat(field).isNull();
        }

        void none(String body) {}

        void repeatable(
                @QueryParam("set") Set<String> set,
                @QueryParam("sorted") SortedSet<String> sorted,
                @QueryParam("array") String... array) {}
    }

    static class Parent {

        @QueryParam("inherited")
        private String inherited;

        @BeanParam
        private Deep deep;
    }

    static class Bean extends Parent {

        Bean(@QueryParam("ofConstructor") String parameter) {}

        @QueryParam("ofSetter")
        void setOfSetter(String value) {}

        void call() {}
    }

    static class Deep {

        @QueryParam("deep")
        private String deep;
    }
}
