package org.chartseal.services.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.internal.AbiCall;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.signing.P256PublicKey;

/** The actions of the registry. Intervals are in whole seconds, both ends included. */
public final class RegistryCalls {

  private RegistryCalls() {}

  /** By a registrar: enters an organisation with its first own key. */
  public static ContractCall registerOrganisation(
      OrganisationId number,
      Set<OrganisationRole> roles,
      int lanes,
      P256PublicKey key,
      Instant notBefore,
      Instant notAfter) {
    return new AbiCall("registerOrganisation")
        .uint(64, number.number())
        .uint(8, bits(roles))
        .uint(16, lanes)
        .key(key)
        .time(notBefore)
        .time(notAfter)
        .call();
  }

  /** By a registrar: changes an organisation's roles and adds lanes; lanes are never taken away. */
  public static ContractCall amendOrganisation(
      OrganisationId number, Set<OrganisationRole> roles, int lanes) {
    return new AbiCall("amendOrganisation")
        .uint(64, number.number())
        .uint(8, bits(roles))
        .uint(16, lanes)
        .call();
  }

  /** By a registrar: suspends or reinstates an organisation. */
  public static ContractCall setOrganisationStatus(
      OrganisationId number, OrganisationStatus status) {
    return new AbiCall("setOrganisationStatus")
        .uint(64, number.number())
        .uint(8, status.code())
        .call();
  }

  /** By a registrar: licenses a further own key of an organisation, or extends its interval. */
  public static ContractCall licenseOrganisationKey(
      OrganisationId organisation, P256PublicKey key, Instant notBefore, Instant notAfter) {
    return new AbiCall("licenseOrganisationKey")
        .uint(64, organisation.number())
        .key(key)
        .time(notBefore)
        .time(notAfter)
        .call();
  }

  /** By a registrar: enters a practitioner's key, or extends its interval. */
  public static ContractCall registerPractitioner(KeyId key, Instant notBefore, Instant notAfter) {
    return new AbiCall("registerPractitioner")
        .word(key.value())
        .time(notBefore)
        .time(notAfter)
        .call();
  }

  /** By a registrar: suspends a practitioner, and each of their licences. */
  public static ContractCall suspendPractitioner(KeyId key) {
    return new AbiCall("suspendPractitioner").word(key.value()).call();
  }

  /** By a registrar: reinstates a practitioner; each licence is reinstated on its own. */
  public static ContractCall reinstatePractitioner(KeyId key) {
    return new AbiCall("reinstatePractitioner").word(key.value()).call();
  }

  /** By a registrar: revokes a practitioner, and each of their licences, for good. */
  public static ContractCall revokePractitioner(KeyId key, Optional<Instant> compromisedSince) {
    return new AbiCall("revokePractitioner")
        .word(key.value())
        .time(compromisedSince.orElse(Instant.EPOCH))
        .call();
  }

  /** By a registrar: adds a registrar. */
  public static ContractCall addRegistrar(P256PublicKey key) {
    return new AbiCall("addRegistrar").key(key).call();
  }

  /** By a registrar: removes a registrar, never the last. */
  public static ContractCall removeRegistrar(KeyId key) {
    return new AbiCall("removeRegistrar").word(key.value()).call();
  }

  /**
   * By the organisation or a registrar: licenses a registered practitioner, or renews the interval.
   */
  public static ContractCall license(
      OrganisationId organisation, KeyId key, Instant notBefore, Instant notAfter) {
    return new AbiCall("license")
        .uint(64, organisation.number())
        .word(key.value())
        .time(notBefore)
        .time(notAfter)
        .call();
  }

  /** By the organisation or a registrar: suspends a licence. */
  public static ContractCall suspend(OrganisationId organisation, KeyId key) {
    return new AbiCall("suspend").uint(64, organisation.number()).word(key.value()).call();
  }

  /**
   * By the organisation or a registrar: ends a suspension; one by a registrar only by a registrar.
   */
  public static ContractCall reinstate(OrganisationId organisation, KeyId key) {
    return new AbiCall("reinstate").uint(64, organisation.number()).word(key.value()).call();
  }

  /**
   * By the organisation or a registrar: revokes a licence for good, or moves the time of compromise
   * earlier.
   */
  public static ContractCall revoke(
      OrganisationId organisation, KeyId key, Optional<Instant> compromisedSince) {
    return new AbiCall("revoke")
        .uint(64, organisation.number())
        .word(key.value())
        .time(compromisedSince.orElse(Instant.EPOCH))
        .call();
  }

  private static int bits(Set<OrganisationRole> roles) {
    return roles.stream().mapToInt(OrganisationRole::bit).sum();
  }
}
