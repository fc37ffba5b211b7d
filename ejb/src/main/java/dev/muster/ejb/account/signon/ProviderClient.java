package dev.muster.ejb.account.signon;

import dev.muster.domain.account.signon.ProviderSettings;
import dev.muster.domain.account.signon.SignOnRefusal;
import dev.muster.domain.account.signon.SignOnRefusedException;
import dev.muster.ejb.shared.OutsideTrust;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls the provider: the only calls that this application makes over the network by itself. A call verifies the certificate and
 * the name of the provider, follows no redirect, has a deadline for the whole answer, and reads a bounded body. Only a few calls
 * run at once, so a slow provider holds a few threads.
 */
@ApplicationScoped
class ProviderClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final int MAX_BODY = 512 * 1024;

    private static final int AT_ONCE = 8;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Inject
    private SignOnConfiguration configuration;

    private volatile @Nullable HttpClient client;

    /** @throws SignOnRefusedException {@link SignOnRefusal#UNREACHABLE} if there is no whole answer in time */
    ProviderAnswer get(String address) throws SignOnRefusedException {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    /**
     * @param request with its address and method
     * @throws SignOnRefusedException {@link SignOnRefusal#UNREACHABLE} if there is no whole answer in time
     */
    ProviderAnswer send(HttpRequest.Builder request) throws SignOnRefusedException {
        if (!places.tryAcquire()) {
            throw unreachable("too many calls to the provider at once");
        }
        try {
            HttpRequest whole = request.timeout(DEADLINE)
                    .header("Accept", "application/json")
                    .build();
            HttpResponse<byte[]> answer = await(client().sendAsync(whole, head -> new BoundedBody(MAX_BODY)));
            return new ProviderAnswer(answer.statusCode(), answer.body());
        } finally {
            places.release();
        }
    }

    private static HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer)
            throws SignOnRefusedException {
        try {
            return answer.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unreachable("no whole answer within " + DEADLINE.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw unreachable(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static SignOnRefusedException unreachable(String detail) {
        return new SignOnRefusedException(SignOnRefusal.UNREACHABLE, detail);
    }

    private HttpClient client() throws SignOnRefusedException {
        HttpClient present = client;
        return present == null ? make() : present;
    }

    private synchronized HttpClient make() throws SignOnRefusedException {
        HttpClient present = client;
        if (present != null) {
            return present;
        }
        try {
            HttpClient made = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .sslContext(OutsideTrust.of(configuration.get().flatMap(ProviderSettings::root)))
                    .build();
            client = made;
            return made;
        } catch (IOException e) {
            throw unreachable("muster.oidc.root cannot be used: " + e.getMessage());
        }
    }

    @PreDestroy
    void close() {
        HttpClient present = client;
        if (present != null) {
            present.shutdownNow();
        }
    }
}
