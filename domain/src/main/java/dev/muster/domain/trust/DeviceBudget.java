package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;

/**
 * How many devices a certificate may prove: what limits the harm where its key is stolen. Chosen when the certificate is
 * made, and changed at any time; below what it has proved already, it proves no further device.
 */
final class DeviceBudget {

    private DeviceBudget() {}

    /**
     * @param maxDevices null for any number
     * @throws ProblemException {@code validation-failed} where it is less than 1
     */
    static void check(Integer maxDevices) {
        if (maxDevices != null && maxDevices < 1) {
            throw ProblemException.invalid("The most devices that a certificate may prove is a number from 1;"
                    + " leave it out where there is no limit.");
        }
    }
}
