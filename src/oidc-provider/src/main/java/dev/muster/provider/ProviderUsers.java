package dev.muster.provider;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * The users of a file of properties, which is read at each login: {@code anna=subject|name|password|group,group}. A test
 * writes the file again to change somebody's groups.
 */
final class ProviderUsers implements UserDetailsService {

    private static final int FIELDS = 4;

    private final Path file;

    ProviderUsers(Path file) {
        this.file = file;
    }

    record User(String username, String subject, String name, String password, List<String> groups) {}

    User get(String username) {
        return find(username).orElseThrow(() -> new UsernameNotFoundException(username));
    }

    private Optional<User> find(String username) {
        Properties users = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            users.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(users.getProperty(username)).map(line -> {
            String[] fields = line.split("\\|", FIELDS);
            List<String> groups = fields[3].isEmpty() ? List.of() : List.of(fields[3].split(","));
            return new User(username, fields[0], fields[1], fields[2], groups);
        });
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        User user = get(username);
        return org.springframework.security.core.userdetails.User.withUsername(username)
                .password("{noop}" + user.password())
                .roles("USER")
                .build();
    }
}
