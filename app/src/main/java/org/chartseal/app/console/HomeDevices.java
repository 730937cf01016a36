package org.chartseal.app.console;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.home.Token;
import org.chartseal.app.home.Tokens;
import org.chartseal.app.session.KeyProof;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.identity.CertificateChains;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.LicenceRole;
import org.chartseal.services.ledger.LicenceStatus;
import org.chartseal.services.ledger.NewestBlock;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.KeyDevice;
import org.chartseal.signing.KeyListOutcome;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.Pin;
import org.chartseal.signing.pkcs11.Pkcs11Device;
import org.chartseal.signing.pkcs11.Pkcs11Module;
import org.chartseal.signing.pkcs11.TokenListOutcome;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.settings.DevicesDesk;

/**
 * The tokens of a home. Whoever the registry licenses can sign in with theirs; nobody adds or
 * removes another's, for that takes its PIN and its key.
 */
final class HomeDevices implements DevicesDesk {

  private static final int NAMED = 12;

  private static final Fault NO_KEY =
      new Fault(
          "CS-DEV-01",
          "The token holds no signing key with a certificate. Have its keys made first.");

  private static final Fault OTHER_KEY =
      new Fault(
          "CS-DEV-05",
          "The connected token holds another key than the one that was added. Nothing was removed. Connect the token that was added.");

  private final Workspace workspace;
  private final Devices devices;
  private final KeyProof proof;
  private final Identities identities;
  private final Tokens tokens;

  HomeDevices(Workspace workspace, Devices devices) {
    this.workspace = workspace;
    this.devices = devices;
    this.proof = new KeyProof(workspace.crypto());
    this.identities = new Identities(workspace.home());
    this.tokens = new Tokens(workspace.home());
  }

  @Override
  public List<Device> devices() throws RefusedException {
    return Refusals.in(() -> {
      List<Device> all = new ArrayList<>();
      for (Token token : tokens.all()) {
        all.add(device(new Choice(Path.of(token.module()), token.label()), person(token)));
      }
      return all;
    });
  }

  @Override
  public List<String> tokens(Path module) throws RefusedException {
    return switch (new Pkcs11Module(module).tokens()) {
      case TokenListOutcome.Tokens(var labels) -> labels;
      case TokenListOutcome.Unavailable(var fault) -> throw new RefusedException(fault(fault));
    };
  }

  @Override
  public Device look(Choice choice) {
    return device(choice, Optional.empty());
  }

  @Override
  public KeyHolder holder(Choice choice) {
    KeyDevice device = connected(choice);
    return new KeyHolder(choice.label(), KeyHolder.Kind.HSM, device.pinStatus(), device::pinStatus);
  }

  @Override
  public Device add(Choice choice, Pin pin) throws RefusedException {
    return Refusals.in(() -> {
      DeviceKey signing = proven(choice, pin);
      String name = trusted(signing);
      KeyId key = KeyId.of(signing.publicKey());
      Identity organisation = licensing(key);
      String alias = "token-" + key.value().hex().substring(0, NAMED);
      Identity person =
          new Identity(alias, IdentityRole.CLINICIAN, organisation.organisation(), name);
      Token token =
          new Token(
              alias,
              choice.module().toAbsolutePath().toString(),
              choice.label(),
              key.value().hex());
      tokens.put(token);
      identities.put(person);
      return device(choice, person(token));
    });
  }

  @Override
  public void remove(Choice choice, Pin pin) throws RefusedException {
    Refusals.in(() -> {
      List<Token> own = new ArrayList<>();
      try (UnlockedIdentity unlocked = devices.keyring().unlock(connected(choice), pin)) {
        for (DeviceKey key : signing(choice)) {
          List<Token> its = added(choice, KeyId.of(key.publicKey()));
          if (!its.isEmpty()) {
            proof.demand(unlocked.session(), key);
            own.addAll(its);
          }
        }
      }
      if (own.isEmpty()) {
        throw new RefusedException(OTHER_KEY);
      }
      for (Token token : own) {
        identities.remove(token.alias());
        tokens.remove(token.alias());
      }
      return choice;
    });
  }

  /** Another token may carry the same label; the key tells them apart. */
  private List<Token> added(Choice choice, KeyId key) throws HomeException {
    return tokens.all().stream()
        .filter(token -> token.module().equals(choice.module().toString()))
        .filter(token -> token.label().equals(choice.label()))
        .filter(token -> token.key().equals(key.value().hex()))
        .toList();
  }

  /** The newest signing key of a token whose PIN this is, once it has signed. */
  private DeviceKey proven(Choice choice, Pin pin) throws RefusedException {
    try (UnlockedIdentity unlocked = devices.keyring().unlock(connected(choice), pin)) {
      proof.demand(unlocked.session(), unlocked.signing());
      return unlocked.signing();
    }
  }

  /** Who a key's certificate says has it, if a root that this network trusts vouches for that. */
  private String trusted(DeviceKey signing) throws RefusedException {
    return switch (workspace
        .identity()
        .chains()
        .validate(
            CertificateChains.block(signing.chain()),
            signing.publicKey(),
            workspace.clock().instant())) {
      case CertificateChains.Outcome.Valid valid -> valid.name();
      case CertificateChains.Outcome.Invalid(var reason) ->
          throw new RefusedException(
              new Fault(
                  "CS-DEV-03",
                  "The token was not added: "
                      + reason
                      + ". Have a certificate made for its key that this network trusts."));
    };
  }

  private Optional<String> person(Token token) throws HomeException {
    Optional<Identity> person = identities.find(token.alias());
    if (person.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        person.get().name()
            + identities
                .organisation(person.get().organisation())
                .map(place -> ", " + place.name())
                .orElse(""));
  }

  private static KeyDevice connected(Choice choice) {
    return new Pkcs11Device(choice.module(), choice.label());
  }

  private static Device device(Choice choice, Optional<String> person) {
    return switch (connected(choice).keys()) {
      case KeyListOutcome.Unavailable(var fault) ->
          new Device(choice, List.of(), person, Optional.of(fault(fault)));
      case KeyListOutcome.Keys(var keys) ->
          new Device(
              choice,
              keys.stream().map(HomeDevices::key).toList(),
              person,
              keys.isEmpty() ? Optional.of(NO_KEY) : Optional.empty());
    };
  }

  private static Key key(DeviceKey key) {
    return new Key(
        key.purpose(),
        holder(key.certificate()),
        LocalDate.ofInstant(key.certificate().getNotAfter().toInstant(), ZoneId.systemDefault()),
        KeyId.of(key.publicKey()).value().hex());
  }

  private static List<DeviceKey> signing(Choice choice) throws RefusedException {
    return switch (connected(choice).keys()) {
      case KeyListOutcome.Unavailable(var fault) -> throw new RefusedException(fault(fault));
      case KeyListOutcome.Keys(var keys) ->
          keys.stream().filter(key -> key.purpose() == KeyPurpose.SIGN).toList();
    };
  }

  /** The organisation of this home for which the registry licenses a key, proven. */
  private Identity licensing(KeyId key) throws RefusedException, HomeException {
    for (Identity organisation : identities.of(IdentityRole.ORGANISATION)) {
      LicenceKey wanted = new LicenceKey(new OrganisationId(organisation.organisation()), key);
      if (mayWrite(licence(wanted))) {
        return organisation;
      }
    }
    throw new RefusedException(
        new Fault(
            "CS-DEV-02",
            "The registry licenses this token's signing key for no organisation of this home. Have the key registered, then add the token again."));
  }

  private boolean mayWrite(Licence licence) {
    Instant now = workspace.clock().instant();
    return licence.status() == LicenceStatus.LICENSED
        && licence.role() == LicenceRole.PRACTITIONER
        && !now.isBefore(licence.notBefore())
        && !now.isAfter(licence.notAfter());
  }

  private Licence licence(LicenceKey wanted) throws RefusedException {
    LedgerQuery query = new LedgerQuery(Set.of(), Set.of(wanted), Set.of());
    return switch (new NewestBlock(workspace.network().ledger()).read(query)) {
      case ReadOutcome.Refused(var fault, var faults) -> throw new RefusedException(fault);
      case ReadOutcome.Unavailable(var fault, var faults) -> throw new RefusedException(fault);
      case ReadOutcome.Proven proven ->
          Optional.ofNullable(proven.licences().get(wanted)).orElseThrow();
    };
  }

  private static String holder(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName();
    try {
      return new LdapName(subject)
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> String.valueOf(part.getValue()))
              .findFirst()
              .orElse(subject);
    } catch (InvalidNameException e) {
      return subject;
    }
  }

  private static Fault fault(DeviceFault fault) {
    return new Fault(fault.code().shortCode(), fault.sentence());
  }
}
