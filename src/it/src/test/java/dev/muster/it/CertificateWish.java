package dev.muster.it;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate that is asked for.
 *
 * @param kind of key, as {@code EC_P256} or {@code RSA_2048}
 * @param brought whether the key comes in a certificate signing request
 */
record CertificateWish(String purpose, String kind, int days, boolean brought) {

    /** Every purpose with every kind of key that it takes and several validities, both ways, until there are so many. */
    static List<CertificateWish> all(int number) {
        List<CertificateWish> wishes = new ArrayList<>(withRsa());
        List<CertificateWish> quick = quick();
        for (int i = 0; wishes.size() < number; i++) {
            wishes.add(quick.get(i % quick.size()));
        }
        return wishes;
    }

    String json(OutsideKeys keys) throws Exception {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", kind + " " + days)
                .add("purpose", purpose)
                .add("validityDays", days);
        if (brought) {
            json.add("csr", keys.request(kind));
        } else {
            json.add("keyAlgorithm", kind);
        }
        return json.build().toString();
    }

    boolean isDeviceCa() {
        return purpose.equals("DEVICE_CA");
    }

    /** RSA keys take long to make: a few are made here, each of the others many times brought. */
    private static List<CertificateWish> withRsa() {
        List<CertificateWish> wishes = new ArrayList<>();
        for (String purpose : List.of("PROOF", "DEVICE_CA")) {
            for (String kind : List.of("RSA_2048", "RSA_3072", "RSA_4096")) {
                wishes.add(new CertificateWish(purpose, kind, 1, true));
                wishes.add(new CertificateWish(purpose, kind, longest(purpose), true));
            }
            wishes.add(new CertificateWish(purpose, "RSA_3072", longest(purpose), false));
        }
        wishes.add(new CertificateWish("PROOF", "RSA_4096", 365, false));
        return wishes;
    }

    private static List<CertificateWish> quick() {
        List<CertificateWish> wishes = new ArrayList<>();
        for (boolean brought : new boolean[] {false, true}) {
            for (String kind : List.of("EC_P256", "EC_P384", "ED25519")) {
                for (int days : new int[] {1, 30, 365, longest("PROOF")}) {
                    wishes.add(new CertificateWish("PROOF", kind, days, brought));
                }
            }
            for (String kind : List.of("EC_P256", "EC_P384")) {
                for (int days : new int[] {1, 365, 1096, longest("DEVICE_CA")}) {
                    wishes.add(new CertificateWish("DEVICE_CA", kind, days, brought));
                }
            }
        }
        return wishes;
    }

    private static int longest(String purpose) {
        return purpose.equals("PROOF") ? 1095 : 3650;
    }
}
