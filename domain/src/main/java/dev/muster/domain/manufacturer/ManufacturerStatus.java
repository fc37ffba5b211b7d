package dev.muster.domain.manufacturer;

/** Whether the server accepts proofs of a manufacturer's devices. */
public enum ManufacturerStatus {
    ACTIVE,
    /** Every proof is refused; provisioned devices go on. */
    SUSPENDED
}
