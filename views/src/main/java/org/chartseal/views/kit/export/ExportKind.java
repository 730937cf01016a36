package org.chartseal.views.kit.export;

/** Kinds of files that are taken out. */
public enum ExportKind {
  PDF("pdf"),
  CSV("csv"),
  FHIR("json");

  private final String extension;

  ExportKind(String extension) {
    this.extension = extension;
  }

  /** How a file's name ends, without the dot. */
  public String extension() {
    return extension;
  }
}
