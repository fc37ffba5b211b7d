package dev.muster.testkit;

/** The name and the password of a user. */
public record Login(String name, String password) {

    /** The password of every user of the demonstration. */
    public static final String DEMONSTRATION_PASSWORD = "muster-demo-only";

    /** A user of the demonstration, such as {@code olivia}. */
    public static Login demonstration(String name) {
        return new Login(name, DEMONSTRATION_PASSWORD);
    }
}
