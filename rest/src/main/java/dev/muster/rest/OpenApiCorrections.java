package dev.muster.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Corrects what Payara writes wrongly into the API's description. Payara finds this filter by the property {@code
 * mp.openapi.filter}, which is in {@code src/config/jvm.options}.
 */
public class OpenApiCorrections implements OASFilter {

    /**
     * Payara writes the defaults of {@code @Schema} as if they were limits: {@code maxProperties: 0} forbids every
     * member.
     */
    @Override
    public Schema filterSchema(Schema schema) {
        if (Integer.valueOf(0).equals(schema.getMaxProperties())) {
            schema.minLength(null).minProperties(null).maxProperties(null);
            schema.exclusiveMinimum(null).exclusiveMaximum(null).uniqueItems(null);
        }
        return schema;
    }

    /** Payara writes a tag again for each class that has it, and the expressions of JAX-RS in paths. */
    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Tag> tags = new LinkedHashMap<>();
        document.getTags().forEach(tag -> tags.putIfAbsent(tag.getName(), tag));
        document.setTags(List.copyOf(tags.values()));
        Map<String, PathItem> paths = new LinkedHashMap<>();
        document.getPaths().getPathItems().forEach((path, item) -> paths.put(withoutExpression(path), item));
        document.getPaths().setPathItems(paths);
    }

    /** For example {@code {identifier}} instead of {@code {identifier:.+}}. */
    private static String withoutExpression(String path) {
        return path.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }
}
