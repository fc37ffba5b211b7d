package dev.muster.web.shared;

import jakarta.json.JsonObject;

/** JSON that stands in a script of a page. No text in it can end the script, or begin an entity of HTML. */
public final class ScriptJson {

    private ScriptJson() {}

    public static String of(JsonObject object) {
        return object.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
