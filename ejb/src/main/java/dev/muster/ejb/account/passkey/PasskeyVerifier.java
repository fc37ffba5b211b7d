package dev.muster.ejb.account.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.NullCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.NullSelfAttestationTrustworthinessVerifier;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import dev.muster.domain.account.passkey.NewPasskey;
import dev.muster.domain.account.passkey.Passkey;
import dev.muster.domain.account.passkey.PasskeyAlgorithm;
import dev.muster.domain.account.passkey.PasskeyUse;
import dev.muster.domain.account.passkey.RelyingParty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Verifies the answers of authenticators with WebAuthn4J: origin, relying party, challenge, signature, that a user was
 * there and was checked, and the counter (Web Authentication Level 3, sections 7.1 and 7.2). The only class that knows
 * the library. It asks for no attestation, and reads only the attestation "none".
 *
 * <p>The library lets exceptions of its JSON and CBOR readers through, and the bytes of a stranger decide which. It uses
 * nothing but these bytes, so each of its exceptions is a refusal.
 */
@ApplicationScoped
class PasskeyVerifier {

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Arrays.stream(PasskeyAlgorithm.values())
            .map(algorithm -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm.cose())))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();

    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);

    private final WebAuthnManager manager = new WebAuthnManager(
            List.of(new NoneAttestationStatementVerifier()),
            new NullCertPathTrustworthinessVerifier(),
            new NullSelfAttestationTrustworthinessVerifier(),
            converter);

    /**
     * Checks a passkey that was made.
     *
     * @param challenge base64url
     * @throws PasskeyRefusedException if it was not made for this challenge by a checked user at a page of ours
     */
    NewPasskey checkNew(RelyingParty party, String challenge, PasskeyAttestation made) throws PasskeyRefusedException {
        RegistrationParameters expected =
                new RegistrationParameters(expected(party, challenge), ALGORITHMS, true, true);
        try {
            RegistrationData data =
                    manager.verify(new RegistrationRequest(made.attestationObject(), made.clientData()), expected);
            AuthenticatorData<?> authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return new NewPasskey(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(credential.getCredentialId()),
                    credentials.convert(credential),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE(),
                    authenticator.isFlagBS());
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    /**
     * Checks an answer of a passkey.
     *
     * @param challenge base64url
     * @throws PasskeyRefusedException if it does not prove that a checked user has the passkey at a page of ours now
     */
    PasskeyUse check(RelyingParty party, String challenge, Passkey passkey, PasskeyAssertion answer)
            throws PasskeyRefusedException {
        AuthenticationRequest request = new AuthenticationRequest(
                answer.credentialId(),
                answer.userHandle(),
                answer.authenticatorData(),
                answer.clientData(),
                answer.signature());
        try {
            AuthenticationData data = manager.verify(
                    request,
                    new AuthenticationParameters(expected(party, challenge), stored(passkey), null, true, true));
            AuthenticatorData<?> authenticator = Objects.requireNonNull(data.getAuthenticatorData());
            return new PasskeyUse(authenticator.getSignCount(), authenticator.isFlagBS());
        } catch (MaliciousCounterValueException e) {
            throw new PasskeyRefusedException(
                    "the counter of its authenticator went back, so there may be a copy of it");
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    private CredentialRecord stored(Passkey passkey) {
        return new CredentialRecordImpl(
                null,
                true,
                passkey.isBackupEligible(),
                passkey.isBackedUp(),
                passkey.signCount(),
                credentials.convert(passkey.credentialData()),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty expected(RelyingParty party, String challenge) {
        return ServerProperty.builder()
                .origins(party.origins().stream().map(Origin::create).collect(Collectors.toSet()))
                .rpId(party.id())
                .challenge(new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)))
                .build();
    }

    /** The library's messages repeat values of the answer; only their kind goes on. */
    private static PasskeyRefusedException refused(RuntimeException reason) {
        return new PasskeyRefusedException(reason.getClass().getSimpleName().replace("Exception", ""));
    }
}
