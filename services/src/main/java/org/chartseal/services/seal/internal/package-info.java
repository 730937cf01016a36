/**
 * Primitives under the protocol: derivation, authentication, hashing, encryption, padding, text.
 * They know bytes only.
 */
@NullMarked
package org.chartseal.services.seal.internal;

import org.jspecify.annotations.NullMarked;
