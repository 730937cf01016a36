package org.chartseal.services.claims.internal;

/** A table of a rule pack cannot be used as it is. */
public final class TableException extends Exception {

  private static final long serialVersionUID = 1L;

  public TableException(String table, String problem) {
    super("the table " + table + ": " + problem);
  }
}
