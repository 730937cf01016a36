/**
 * The cryptographic core of the protocol: keys, slots, statements, trees, sealing, disclosures.
 * Pure, without I/O.
 *
 * <p>Bytes are those of {@code services/docs/protocol.md}; section numbers in comments are of that
 * page unless a standard is named. Values are immutable. What holds a secret is {@link
 * AutoCloseable}, is wiped on close and refuses to be used afterwards with an {@link
 * IllegalStateException}. What was read and is not as it must be ends in a {@link
 * org.chartseal.services.seal.RefusedException} or a sealed outcome; an {@link
 * IllegalArgumentException} is a mistake of the caller.
 */
@NullMarked
package org.chartseal.services.seal;

import org.jspecify.annotations.NullMarked;
