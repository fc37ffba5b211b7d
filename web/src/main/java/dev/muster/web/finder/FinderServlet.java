package dev.muster.web.finder;

import dev.muster.domain.shared.json.OwnJson;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.JsonAnswer;
import dev.muster.web.shared.text.Texts;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Answers the search of the portal: {@code {"items": [{"kind", "title", "detail", "path"}], "summary"}}. */
@WebServlet("/find")
public class FinderServlet extends HttpServlet {

    @Inject
    private Finder finder;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getParameter("q");
        String text = asked == null ? "" : asked.strip();
        if (text.length() > Finder.MAX_LENGTH) {
            JsonAnswer.refuse(
                    response, HttpServletResponse.SC_BAD_REQUEST, texts.of("finder.tooLong", Finder.MAX_LENGTH));
            return;
        }
        List<FoundItem> found = finder.find(caller.get(), text);
        JsonArrayBuilder items = OwnJson.array();
        found.forEach(item -> items.add(OwnJson.object()
                .add("kind", item.kind())
                .add("title", item.title())
                .add("detail", item.detail())
                .add("path", request.getContextPath() + item.path())));
        JsonAnswer.send(
                response,
                HttpServletResponse.SC_OK,
                OwnJson.object()
                        .add("items", items)
                        .add("summary", texts.of("finder.found", found.size()))
                        .build());
    }
}
