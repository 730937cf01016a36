package org.chartseal.app.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tokens that were added to this home: {@code tokens.json}. */
public final class Tokens {

  private static final int VERSION = 1;

  /** The file. */
  record Content(int version, List<Token> tokens) {}

  private final HomeFolder home;
  private final JsonFile<Content> file;

  public Tokens(HomeFolder home) {
    this.home = home;
    this.file = new JsonFile<>(home.root().resolve("tokens.json"), VERSION, Content.class);
  }

  /** All of them, in the order in which they came. */
  public List<Token> all() throws HomeException {
    return file.read().map(Content::tokens).map(List::copyOf).orElse(List.of());
  }

  /** The token of somebody, if their keys are on one. */
  public Optional<Token> of(Identity identity) throws HomeException {
    return all().stream().filter(token -> token.alias().equals(identity.alias())).findFirst();
  }

  /** Adds one, or replaces the one of the same person. */
  public void put(Token token) throws HomeException {
    change(token.alias(), Optional.of(token));
  }

  /** Forgets somebody's token; nothing on it is changed. */
  public void remove(String alias) throws HomeException {
    change(alias, Optional.empty());
  }

  private void change(String alias, Optional<Token> next) throws HomeException {
    try (HomeLock _ = HomeLock.take(home)) {
      List<Token> tokens = new ArrayList<>(all());
      tokens.removeIf(known -> known.alias().equals(alias));
      next.ifPresent(tokens::add);
      file.write(new Content(VERSION, tokens));
    }
  }
}
