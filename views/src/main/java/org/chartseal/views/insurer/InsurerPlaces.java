package org.chartseal.views.insurer;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableIntegerValue;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.shell.Destination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * The places of an insurer's rail, from the top.
 *
 * @param waiting how many claims the rules can be run on
 */
public record InsurerPlaces(
    Supplier<Screen> queue,
    Supplier<Screen> decided,
    Supplier<Screen> settlement,
    Supplier<Screen> rules,
    ObservableIntegerValue waiting) {

  /** As the shell takes them. */
  public List<Destination> destinations(Kit kit) {
    ReadOnlyIntegerProperty none = new ReadOnlyIntegerWrapper().getReadOnlyProperty();
    return List.of(
        place(kit, "queue", Material2AL.INBOX, waiting, queue),
        place(kit, "decided", Material2AL.FACT_CHECK, none, decided),
        place(kit, "settlement", Material2AL.ACCOUNT_BALANCE_WALLET, none, settlement),
        place(kit, "rules", Material2AL.GAVEL, none, rules));
  }

  private static Destination place(
      Kit kit, String id, Ikon icon, ObservableIntegerValue badge, Supplier<Screen> screen) {
    Texts texts = kit.texts(InsurerPlaces.class);
    return new Destination(id, icon, texts.bind("place." + id), badge, screen);
  }
}
