package dev.muster.web.trust;

/**
 * One part of what a new certificate's maker is shown once.
 *
 * @param id its name on the page: {@code private-key}
 * @param label what people call it
 * @param fileName what it is called as a file; the snippets and the samples look for that name
 * @param text the file, UTF-8
 * @param rows how many lines of it the page shows
 * @param purpose one sentence: what it is for, and who may have it
 */
public record IssuedFile(String id, String label, String fileName, String text, int rows, String purpose) {

    @Override
    public String toString() {
        return "IssuedFile[" + fileName + "]";
    }
}
