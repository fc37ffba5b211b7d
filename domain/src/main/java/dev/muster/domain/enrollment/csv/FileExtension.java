package dev.muster.domain.enrollment.csv;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The extension of an import file's name. It must not contradict what the file has to be: CSV text. The name decides
 * nothing else; {@link FileOpening} and the readers look at the content.
 */
public final class FileExtension {

    private static final Set<String> OF_TEXT = Set.of("csv", "txt", "tsv");

    /** Up to eight letters and digits after the last dot, with a letter: a number such as a date is no extension. */
    private static final Pattern EXTENSION = Pattern.compile("\\.((?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,8})$");

    private FileExtension() {}

    /**
     * Accepts a name with an extension of text, or without an extension.
     *
     * @param fileName as the user calls the file
     * @throws ImportRefusedException {@link FileFault#WRONG_EXTENSION}
     */
    public static void require(String fileName) throws ImportRefusedException {
        Matcher extension = EXTENSION.matcher(fileName.strip());
        if (extension.find() && !OF_TEXT.contains(extension.group(1).toLowerCase(Locale.ROOT))) {
            throw new ImportRefusedException(
                    1,
                    FileFault.WRONG_EXTENSION,
                    "The name of the file ends in ." + extension.group(1)
                            + "; an import is a CSV file (.csv, .txt or .tsv). If the file is CSV, give it a name that"
                            + " ends in .csv. If it is not: " + FileOpening.HOW_TO_SAVE);
        }
    }
}
