/** How consents are laid out and read. */
@NullMarked
package org.chartseal.services.consent.internal;

import org.jspecify.annotations.NullMarked;
