package org.chartseal.app.home;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.signing.KeyDevice;
import org.chartseal.signing.pkcs11.Pkcs11Device;
import org.chartseal.signing.pkcs12.Pkcs12Device;

/**
 * Those whose keys this home knows: {@code identities.json}, one key file and, for patients, one
 * card each.
 */
public final class Identities {

  private static final int VERSION = 1;

  /** The file. */
  record Content(int version, List<Identity> identities) {}

  private final HomeFolder home;
  private final JsonFile<Content> file;

  public Identities(HomeFolder home) {
    this.home = home;
    this.file = new JsonFile<>(home.root().resolve("identities.json"), VERSION, Content.class);
  }

  /** All of them, in the order in which they came. */
  public List<Identity> all() throws HomeException {
    return file.read().map(Content::identities).map(List::copyOf).orElse(List.of());
  }

  /** One by alias. */
  public Optional<Identity> find(String alias) throws HomeException {
    return all().stream().filter(known -> known.alias().equals(alias)).findFirst();
  }

  /** Those of one role. */
  public List<Identity> of(IdentityRole role) throws HomeException {
    return all().stream().filter(known -> known.role() == role).toList();
  }

  /** The organisation or insurer with this number. */
  public Optional<Identity> organisation(long number) throws HomeException {
    return all().stream()
        .filter(known ->
            known.organisation() == number
                && (known.role() == IdentityRole.ORGANISATION
                    || known.role() == IdentityRole.INSURER))
        .findFirst();
  }

  /** Adds one, or replaces who had the alias. */
  public void put(Identity identity) throws HomeException {
    try (HomeLock _ = HomeLock.take(home)) {
      List<Identity> identities = new ArrayList<>(all());
      identities.replaceAll(known -> known.alias().equals(identity.alias()) ? identity : known);
      if (!identities.contains(identity)) {
        identities.add(identity);
      }
      file.write(new Content(VERSION, identities));
    }
  }

  /** Forgets one; their keys stay where they are. */
  public void remove(String alias) throws HomeException {
    try (HomeLock _ = HomeLock.take(home)) {
      List<Identity> identities = new ArrayList<>(all());
      identities.removeIf(known -> known.alias().equals(alias));
      file.write(new Content(VERSION, identities));
    }
  }

  /** The token with somebody's keys; empty if they are in their key file. */
  public Optional<Token> token(Identity identity) throws HomeException {
    return new Tokens(home).of(identity);
  }

  /** What holds somebody's keys: their token if they have one, else their key file. */
  public KeyDevice device(Identity identity) throws HomeException {
    return token(identity)
        .<KeyDevice>map(token -> new Pkcs11Device(Path.of(token.module()), token.label()))
        .orElseGet(() -> new Pkcs12Device(keyFile(identity)));
  }

  /** Where somebody's key file is. */
  public Path keyFile(Identity identity) {
    return home.keys().resolve(identity.alias() + ".p12");
  }

  /** Where a patient's card is. */
  public Path card(Identity patient) {
    return home.cards().resolve(patient.alias() + ".card");
  }
}
