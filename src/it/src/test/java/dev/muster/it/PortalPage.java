package dev.muster.it;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the portal as its scripts see it: each request that they can make, with the fields of its form. */
record PortalPage(String path, String html) {

    private static final Pattern REQUEST = Pattern.compile("PrimeFaces\\.ab\\(\\{(.*?)\\}\\)", Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("\\b([sefpu]):\"([^\"]*)\"");
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|select|textarea)\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern TABLE = Pattern.compile("<div id=\"([^\"]+)\" class=\"ui-datatable");

    /** What the scripts send along with a command of theirs; each command reads some of it. */
    private static final Map<String, String> OF_COMMANDS = Map.of(
            "id",
            "x",
            "ids",
            "x",
            "row",
            "1",
            "rows",
            "1",
            "version",
            "0",
            "column",
            "deviceName",
            "value",
            "y",
            "fault",
            "blank",
            "kind",
            "CHECK_DIGIT",
            "change",
            "1");

    static PortalPage open(PortalClient portal, String path) {
        return new PortalPage(path, portal.get(path).expect(200).body());
    }

    /** What the scripts of buttons, lists and tables post, as the page is now. */
    List<Map<String, String>> requests() {
        List<Map<String, String>> requests = new ArrayList<>();
        REQUEST.matcher(html)
                .results()
                .map(found -> members(found.group(1)))
                .filter(members -> members.containsKey("s"))
                .forEach(members -> requests.add(request(members)));
        TABLE.matcher(html).results().forEach(found -> requests.add(page(found.group(1))));
        return requests;
    }

    private static Map<String, String> members(String script) {
        Map<String, String> members = new LinkedHashMap<>();
        MEMBER.matcher(script).results().forEach(member -> members.put(member.group(1), member.group(2)));
        members.put("command", Boolean.toString(script.contains("pa:(typeof")));
        return members;
    }

    private Map<String, String> request(Map<String, String> script) {
        String source = script.get("s");
        Map<String, String> form = fields(script.getOrDefault("f", ""));
        form.put("jakarta.faces.partial.ajax", "true");
        form.put("jakarta.faces.source", source);
        form.put(
                "jakarta.faces.partial.execute",
                script.getOrDefault("p", "@all").replace(',', ' '));
        form.put(
                "jakarta.faces.partial.render",
                script.getOrDefault("u", "@none").replace(',', ' '));
        if (script.containsKey("e")) {
            form.put("jakarta.faces.behavior.event", script.get("e"));
        } else {
            form.put(source, source);
        }
        if ("true".equals(script.get("command"))) {
            OF_COMMANDS.forEach(form::putIfAbsent);
        }
        form.putAll(PortalClient.state(html));
        return form;
    }

    /** Goes to the first page of a table. */
    private Map<String, String> page(String table) {
        Map<String, String> form = request(Map.of("s", table, "f", "", "p", table, "u", table));
        form.remove(table);
        form.put(table + "_pagination", "true");
        form.put(table + "_first", "0");
        form.put(table + "_rows", "25");
        form.put(table + "_encodeFeature", "true");
        return form;
    }

    private Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher text = Pattern.compile("<form id=\"" + Pattern.quote(form) + "\".*?</form>", Pattern.DOTALL)
                .matcher(html);
        if (text.find()) {
            FIELD.matcher(text.group()).results().forEach(field -> fields.put(field.group(1), value(field)));
        }
        return fields;
    }

    private static String value(MatchResult field) {
        Matcher value = VALUE.matcher(field.group());
        return value.find() ? value.group(1) : "";
    }
}
