package dev.muster.domain.provisioning.policy;

import static dev.muster.domain.provisioning.proof.ProofFixture.IDENTIFIER;
import static dev.muster.domain.provisioning.proof.ProofFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.policy.ShownCertificateVerdict.Device;
import dev.muster.domain.provisioning.policy.ShownCertificateVerdict.NoDevice;
import dev.muster.domain.provisioning.policy.ShownCertificateVerdict.Refused;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.path.ShownCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownCertificatePolicyTest {

    private static final DeviceFixture.Factory FACTORY = DeviceFixture.Factory.create();
    private static final DeviceFixture.Factory OTHER = DeviceFixture.Factory.create();
    private static final byte[] DEVICE = device("CN=Tracker,SERIALNUMBER=" + IDENTIFIER);
    private static final byte[] ISSUER = FACTORY.authority().certificate();
    private static final byte[] ROOT = DeviceFixture.ROOT_DER;

    @Test
    void believesADeviceHoweverMuchOfItsChainIsShown() {
        Device device = new Device(Optional.of(IDENTIFIER));
        assertThat(judge(NOW, DEVICE)).isEqualTo(device);
        assertThat(judge(NOW, DEVICE, ISSUER)).isEqualTo(device);
        assertThat(judge(NOW, DEVICE, ISSUER, ROOT)).isEqualTo(device);
    }

    @Test
    void anIdentifierThatCanBeNoneIsLeftToWhoKnowsTheScheme() {
        assertThat(judge(NOW, device("CN=SN_1"))).isEqualTo(new Device(Optional.empty()));
    }

    @Test
    void whatTheAuthorityHasSignedAndIsNoDevicesIsNamed() {
        byte[] ambiguous = device("SERIALNUMBER=1,SERIALNUMBER=2");
        assertThat(judge(NOW, ambiguous)).isEqualTo(new NoDevice(ProofRejection.DEVICE_CERTIFICATE_NAMES));
        byte[] others = OTHER.device(KeyAlgorithm.EC_P256, "SERIALNUMBER=1,SERIALNUMBER=2")
                .certificate();
        assertThat(judge(NOW, others)).isEqualTo(new Refused());
    }

    @Test
    void refusesWhatIsAnothers() {
        byte[] others = OTHER.device(KeyAlgorithm.EC_P256, "CN=" + IDENTIFIER).certificate();
        assertThat(judge(NOW, others)).isEqualTo(new Refused());
        assertThat(judge(NOW, others, OTHER.authority().certificate())).isEqualTo(new Refused());
        assertThat(judge(NOW, DEVICE, OTHER.authority().certificate())).isEqualTo(new Refused());
        assertThat(judge(NOW, ISSUER)).isEqualTo(new Refused());
        assertThat(judge(NOW, new byte[] {1})).isEqualTo(new Refused());
    }

    @Test
    void aDeviceIsBelievedInItsTimeAndItsAuthoritysExpiryIsLeftToBeTold() {
        assertThat(judge(NOW.minus(Duration.ofDays(2)), DEVICE)).isEqualTo(new Refused());
        assertThat(judge(FACTORY.authority().notAfter().plusSeconds(1), DEVICE)).isInstanceOf(Device.class);
    }

    @Test
    void namesTheAuthorityByTheAccessKeyInItsName() {
        ShownCertificate shown = ShownCertificate.read(DEVICE).orElseThrow();
        assertThat(shown.issuerAccessKey()).contains(FACTORY.authority().accessKey());
        assertThat(shown.subjectAccessKey()).contains(IDENTIFIER);
        ShownCertificate authority = ShownCertificate.read(ISSUER).orElseThrow();
        assertThat(authority.issuerAccessKey()).isEmpty();
        assertThat(authority.subjectAccessKey()).contains(FACTORY.authority().accessKey());
        assertThat(ShownCertificate.read(new byte[0])).isEmpty();
        assertThat(shown.isSignedBy(new byte[0])).isFalse();
    }

    private static ShownCertificateVerdict judge(Instant now, byte[]... chain) {
        return ShownCertificatePolicy.judge(List.of(chain), FACTORY.authority(), ROOT, now);
    }

    private static byte[] device(String subject) {
        return FACTORY.device(KeyAlgorithm.EC_P256, subject).certificate();
    }
}
