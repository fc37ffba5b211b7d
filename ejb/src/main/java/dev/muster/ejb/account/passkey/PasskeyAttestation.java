package dev.muster.ejb.account.passkey;

/** What a browser sends about a passkey that it has made (Web Authentication Level 3, section 5.2.1). */
public record PasskeyAttestation(byte[] clientData, byte[] attestationObject) {}
