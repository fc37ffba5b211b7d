package dev.muster.rest.transparency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The proof that the transparency log has an act, for the OpenAPI document. Whoever keeps it can show later that the log was changed.
 *
 * @param index the place of the leaf, from 0
 * @param size of the tree in the checkpoint
 * @param hashes the inclusion proof (RFC 9162 section 2.1.3), each 32 bytes in base64
 * @param checkpoint the signed size and root of the log
 * @param salt 32 bytes in base64
 * @param leaf the act, one line of JSON, as it was hashed
 */
@Schema(name = "LogReceipt")
public record ReceiptJson(long index, long size, List<String> hashes, String checkpoint, String salt, String leaf) {}
