package org.chartseal.app.home;

/**
 * A token of an HSM on which somebody's keys are. Its PIN is nowhere.
 *
 * @param alias whose keys they are
 * @param module the HSM's PKCS#11 library
 * @param label of the token
 * @param key id of the signing key that it held when it was added, in hexadecimal
 */
public record Token(String alias, String module, String label, String key) {}
