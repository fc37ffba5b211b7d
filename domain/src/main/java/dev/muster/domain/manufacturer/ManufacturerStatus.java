package dev.muster.domain.manufacturer;

/** Whether proofs of a manufacturer's devices are looked at. */
public enum ManufacturerStatus {
    ACTIVE,
    /** Every proof is refused; devices that are provisioned go on. */
    SUSPENDED
}
