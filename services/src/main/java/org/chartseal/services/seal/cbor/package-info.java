/**
 * CBOR as the protocol uses it: RFC 8949 in the core deterministic encoding of its §4.2.1, so that
 * a value has one encoding, and of that only unsigned integers, byte strings, text, arrays and maps
 * with text keys. The reader refuses everything else, and never allocates more than it was given.
 */
@NullMarked
package org.chartseal.services.seal.cbor;

import org.jspecify.annotations.NullMarked;
