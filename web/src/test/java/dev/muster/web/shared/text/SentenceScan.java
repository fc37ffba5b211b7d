package dev.muster.web.shared.text;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Finds the texts in source files as keys of {@link SentenceCatalogue}: what is joined with {@code +} is one text, and each value in it
 * is {@code {0}}, {@code {1}} and so on. A value that is a whole sentence of its own is left out. Texts in annotations, log lines and
 * exceptions for developers are not found.
 */
final class SentenceScan extends TreeScanner<Void, Path> {

    private static final Pattern FOR_DEVELOPERS = Pattern.compile(
            "Illegal\\w+|Unchecked\\w+|Unsupported\\w+|AssertionError"
                    + "|\\w*SQLException|IOException|EJBException|SecurityException|GeneralSecurityException|\\w*PersistenceException");

    private static final Pattern TO_LOG_OR_DATABASE = Pattern.compile(
            "(?s)(LOG|LOGGER)\\b.*|Objects\\.requireNonNull\\w*|.*\\.(log|create\\w*Query|prepareStatement)");

    private static final Pattern FORMAT = Pattern.compile("%(?:\\d\\$)?,?[sd]");

    private static final Pattern VALUE = Pattern.compile("\\{\\d+}");

    /** A mark for a value until all are numbered. */
    private static final String MARK = "\u0000";

    private final Map<String, Path> found = new TreeMap<>();

    private SentenceScan() {}

    /** The texts below a directory, with a file that has it. */
    static Map<String, Path> of(Path directory) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        SentenceScan scan = new SentenceScan();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = PortalSources.files(directory, ".java");
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, problem -> {}, null, null, files.getJavaFileObjectsFromPaths(sources));
            for (var unit : task.parse()) {
                scan.scan(
                        unit, directory.relativize(Path.of(unit.getSourceFile().getName())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scan.found;
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Path file) {
        return null;
    }

    @Override
    public Void visitNewClass(NewClassTree object, Path file) {
        return FOR_DEVELOPERS.matcher(object.getIdentifier().toString()).matches()
                ? null
                : super.visitNewClass(object, file);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Path file) {
        if (TO_LOG_OR_DATABASE.matcher(call.getMethodSelect().toString()).matches()) {
            return null;
        }
        if (isHelper(call)) {
            fold(call).forEach(text -> add(text, file));
            return null;
        }
        return super.visitMethodInvocation(call, file);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Path file) {
        fold(literal).forEach(text -> add(text, file));
        return null;
    }

    @Override
    public Void visitBinary(BinaryTree joined, Path file) {
        if (joined.getKind() != Tree.Kind.PLUS) {
            return super.visitBinary(joined, file);
        }
        fold(joined).forEach(text -> add(text, file));
        operands(joined).filter(operand -> !isText(operand)).forEach(operand -> scan(operand, file));
        return null;
    }

    private static boolean isText(ExpressionTree operand) {
        return operand instanceof LiteralTree || operand instanceof MethodInvocationTree call && isHelper(call);
    }

    private static Stream<ExpressionTree> operands(ExpressionTree expression) {
        return expression instanceof BinaryTree joined && joined.getKind() == Tree.Kind.PLUS
                ? Stream.concat(operands(joined.getLeftOperand()), operands(joined.getRightOperand()))
                : Stream.of(expression);
    }

    /** The texts that an expression can make, with a mark for each value. */
    private static List<String> fold(ExpressionTree expression) {
        return switch (expression) {
            case ParenthesizedTree inner -> fold(inner.getExpression());
            case LiteralTree literal
            when literal.getValue() instanceof String text ->
                List.of(FORMAT.matcher(text).replaceAll(MARK));
            case BinaryTree joined
            when joined.getKind() == Tree.Kind.PLUS ->
                pairs(fold(joined.getLeftOperand()), fold(joined.getRightOperand()));
            case MethodInvocationTree call when isHelper(call) -> helped(call);
            default -> List.of(MARK);
        };
    }

    private static List<String> pairs(List<String> before, List<String> after) {
        return before.equals(after) && before.equals(List.of(MARK)) ? before : allPairs(before, after);
    }

    private static List<String> allPairs(List<String> before, List<String> after) {
        return before.stream()
                .flatMap(first -> after.stream().map(second -> first + second))
                .toList();
    }

    /** Whether it calls a method of {@code domain.enrollment.csv.Sentences} that makes a sentence of parts. */
    private static boolean isHelper(MethodInvocationTree call) {
        return List.of("Sentences.limit", "Sentences.skipped")
                .contains(call.getMethodSelect().toString());
    }

    private static List<String> helped(MethodInvocationTree call) {
        List<? extends ExpressionTree> parts = call.getArguments();
        if (parts.size() == 2) {
            String unit = fold(parts.get(1)).getFirst();
            return List.of("1 " + unit + " was skipped", MARK + " " + unit + "s were skipped");
        }
        return List.of(fold(parts.get(0)).getFirst() + " " + MARK + " "
                + fold(parts.get(2)).getFirst() + "; at most " + MARK + " are allowed.");
    }

    private void add(String marked, Path file) {
        String text = marked.strip()
                .replaceAll(MARK + "+", MARK)
                .replaceFirst("^" + MARK + "(?= [A-Z])", "")
                .replaceFirst("(?<=[.?!]) ?" + MARK + "$", "")
                .strip();
        List<String> parts = new ArrayList<>(List.of(text.split(MARK, -1)));
        StringBuilder key = new StringBuilder(parts.removeFirst());
        for (int value = 0; value < parts.size(); value++) {
            key.append('{').append(value).append('}').append(parts.get(value));
        }
        if (VALUE.matcher(key).replaceAll("").chars().anyMatch(Character::isLetter)) {
            found.putIfAbsent(key.toString(), file);
        }
    }
}
